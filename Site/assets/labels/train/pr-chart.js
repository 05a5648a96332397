// Precision and recall of the learners at every threshold, and where the threshold lies.

import { percent } from '../../core/format.js';
import { LineChart } from './chart/line-chart.js';
import { measure } from './measure.js';
import { shareText, thresholdText } from './training-text.js';

/** @type {Omit<Axis, 'title'>} */
const SHARE = { low: 0, high: 1, text: (value) => percent(value) };
const TABLE = [5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95].map((n) => n / 100);

/**
 * @param {LabelFigures[]} learners
 * @param {(threshold: number) => void} onPick called with a threshold that was clicked on the curve of the learner shown
 */
export function prChart(learners, onPick) {
  /** @type {LineChart<LabelFigures[]>} */
  const chart = new LineChart({
    title: 'Precision and recall at every threshold',
    x: { title: 'Recall: share of all yes examples that is found', ...SHARE },
    y: { title: 'Precision', ...SHARE },
    table: {
      columns: [
        'Threshold',
        ...learners.flatMap(({ learner }) => [`${learner}: precision`, 'recall']),
      ],
      rows: tableRows,
    },
    height: 340,
    onPick: (point) => onPick(point[2]),
  });
  /** @type {Line['kind'][]} */
  const letters = ['a', 'b', 'c'];
  const kinds = new Map(learners.map(({ learner }, index) => [learner, letters[index] ?? 'c']));

  /**
   * @param {LabelFigures} chosen the learner shown
   * @param {number} threshold the threshold of the learner shown
   */
  function show(chosen, threshold) {
    // The learner shown comes first, since clicks on the chart are about it.
    const order = [...learners].sort((one, other) =>
      Number(other === chosen) - Number(one === chosen)
    );
    /** @param {LabelFigures} each */
    const at = (each) => each === chosen ? threshold : each.threshold;
    const here = measure(chosen.scored, threshold);
    chart.show({
      table: learners,
      summary: `Precision against recall. ${chosen.learner} at ${
        thresholdText(threshold)
      }: precision ${shareText(here.precision)}, recall ${shareText(here.recall)}.`,
      series: order.map((each) => ({
        name: `${each.learner}, at ${thresholdText(at(each))}`,
        kind: kinds.get(each.learner) ?? 'c',
        points: each.curve.map((point) => [point.recall, point.precision, point.threshold]),
      })),
      marks: order.toReversed().flatMap((each) => {
        const { recall, precision } = measure(each.scored, at(each));
        return precision === null || recall === null
          ? []
          : [{ kind: kinds.get(each.learner) ?? 'c', point: [recall, precision] }];
      }),
    });
  }

  return { node: chart.node, show, close: () => chart.close() };
}

/** @param {LabelFigures[]} learners */
const tableRows = (learners) =>
  TABLE.map((
    threshold,
  ) => [
    percent(threshold),
    ...learners.flatMap(({ scored }) => {
      const { precision, recall } = measure(scored, threshold);
      return [shareText(precision), shareText(recall)];
    }),
  ]);
