// The measurements of the learners of a training, side by side.

import { el, icon } from '../../core/dom.js';
import { count, duration, number } from '../../core/format.js';
import { button, press } from '../../core/panel.js';
import { learners as known } from '../../shared/label-text.js';
import { ConfusionTable } from './confusion.js';
import { shareText, TERMS, thresholdText } from './training-text.js';

/**
 * The table of figures and the confusion matrix of each learner.
 * @param {{ learners: LabelFigures[], versions: LabelVersion[], proposed: Learner | null, used: Learner | null }} training where `used` is the active learner, or null
 * @param {((learner: Learner) => unknown) | null} use called with the learner to make active; null for users who may not choose
 */
export function learnerTable({ learners, versions, proposed, used }, use) {
  const heads = learners.map((each) =>
    el('th', { scope: 'col' }, headOf(each, { proposed, used }, use))
  );
  /**
   * @param {{ name: string, hint: string }} term
   * @param {(figures: LabelFigures) => Child} cell
   */
  const row = ({ name, hint }, cell, kind = '') =>
    el(
      'tr',
      { class: kind || null },
      el('th', { scope: 'row' }, name, el('span', { class: 'hint', text: hint })),
      learners.map((each) => el('td', {}, cell(each))),
    );
  /** @param {LabelFigures} each */
  const version = (each) => versions.find(({ learner }) => learner === each.learner);
  const table = el(
    'table',
    { class: 'labels-beside' },
    el('caption', { class: 'visually-hidden', text: 'Measurements of each learner' }),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('td', { class: 'hint', text: 'In brackets: the 95 % confidence interval' }),
        heads,
      ),
    ),
    el(
      'tbody',
      {},
      TERMS.filter((term) => !term.isAtThreshold).map((term) =>
        row(term, (each) => figure(each[term.key]))
      ),
      row(
        {
          name: 'Threshold',
          hint: 'Predicted yes from this probability on. The rows below are measured at it.',
        },
        (each) => thresholdCell(each),
        'is-threshold',
      ),
      TERMS.filter((term) => term.isAtThreshold).map((term) =>
        row(term, (each) => figure(each[term.key]))
      ),
      row(
        { name: 'Trained on', hint: 'Examples that could be read.' },
        (each) => examplesOf(version(each)),
      ),
      row(
        { name: 'Duration', hint: 'Time to train and measure.' },
        (each) => `${duration(each.seconds)}, ${count(each.folds, 'fold')}`,
      ),
    ),
  );
  const confusions = el(
    'div',
    { class: 'labels-confusions' },
    learners.map((each) => {
      const matrix = new ConfusionTable();
      matrix.update(
        each.confusion,
        `Confusion matrix of ${each.learner} at ${thresholdText(each.threshold)}`,
      );
      return matrix.node;
    }),
  );
  return [el('div', { class: 'table-scroll' }, table), confusions];
}

/**
 * @param {LabelFigures} figures
 * @param {{ proposed: Learner | null, used: Learner | null }} which
 * @param {((learner: Learner) => unknown) | null} use
 */
function headOf({ learner }, { proposed, used }, use) {
  const isUsed = learner === used;
  return el(
    'div',
    { class: 'labels-learner' },
    el('span', {
      class: 'labels-learner-name',
      title: known[learner]?.text ?? null,
      text: known[learner]?.name ?? learner,
    }),
    isUsed
      ? el(
        'span',
        { class: 'badge is-ok', dataset: { key: `used-${learner}` }, tabindex: '-1' },
        icon('check'),
        'active',
      )
      : null,
    learner === proposed ? el('span', { class: 'badge is-accent', text: 'proposed' }) : null,
    use && !isUsed
      ? button('Use this learner', (node) => press(node, () => use(learner)), {
        kind: 'small',
        label: `Use this learner: ${learner}`,
        key: `use-${learner}`,
      })
      : null,
  );
}

/** @param {LabelFigures} figures */
const thresholdCell = ({ threshold, proposed_threshold: proposed }) => [
  el('strong', { class: 'tabular', text: thresholdText(threshold) }),
  el('span', {
    class: 'hint labels-under',
    text: threshold === proposed
      ? 'as proposed'
      : `set by hand; ${thresholdText(proposed)} is proposed`,
  }),
];

/** @param {LabelVersion | undefined} version */
const examplesOf = (version) =>
  version ? `${number(version.positives)} yes, ${number(version.negatives)} no` : '–';

/**
 * A share with its interval, in numbers and as a bar.
 * @param {Estimate | null} value
 */
function figure(value) {
  if (!value) return '–';
  const [range, point] = [
    el('span', { class: 'labels-range' }),
    el('span', { class: 'labels-point' }),
  ];
  Object.assign(range.style, {
    left: `${100 * value.low}%`,
    width: `${100 * (value.high - value.low)}%`,
  });
  point.style.left = `${100 * value.value}%`;
  return [
    el('strong', { class: 'tabular', text: shareText(value.value) }),
    ' ',
    el('span', {
      class: 'hint tabular nowrap',
      text: `(${(100 * value.low).toFixed(1)}–${(100 * value.high).toFixed(1)})`,
    }),
    el('span', { class: 'labels-interval', 'aria-hidden': 'true' }, range, point),
  ];
}
