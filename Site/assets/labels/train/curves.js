// Loss and accuracy by epoch, of a training that is running or has ended.

import { el } from '../../core/dom.js';
import { number, percent } from '../../core/format.js';
import { LineChart } from './chart/line-chart.js';
import { partName } from './progress.js';

/** @type {Axis} */
const EPOCHS = { title: 'Epoch', low: 1, isWhole: true, text: (value) => number(value) };
/** @param {number | null | undefined} value */
const loss = (value) => value === null || value === undefined ? '–' : value.toFixed(3);
/** @param {number | null | undefined} value */
const accuracy = (value) => value === null || value === undefined ? '–' : percent(value, 1);

/** The rows of a table: one for each epoch, with the cells of the chart. */
/** @typedef {(cells: (point: Epoch) => string[]) => string[][]} Rows */

export class Curves {
  constructor() {
    /** @type {LineChart<Rows>} */
    this.loss = new LineChart({
      title: 'Loss',
      x: EPOCHS,
      y: { title: 'Loss', low: 0, text: (value) => number(value, 2) },
      table: {
        columns: ['Epoch', 'Training', 'Validation'],
        rows: (table) => table(({ training_loss: a, validation_loss: b }) => [loss(a), loss(b)]),
      },
    });
    /** @type {LineChart<Rows>} */
    this.accuracy = new LineChart({
      title: 'Accuracy',
      x: EPOCHS,
      y: { title: 'Correct', low: 0, high: 1, text: (value) => percent(value) },
      table: {
        columns: ['Epoch', 'Validation'],
        rows: (table) => table(({ validation_accuracy: a }) => [accuracy(a)]),
      },
    });
    this.about = el('p', { class: 'muted', hidden: true });
    this.node = el(
      'div',
      { class: 'labels-curves' },
      this.about,
      this.loss.node,
      this.accuracy.node,
    );
  }

  close() {
    this.loss.close();
    this.accuracy.close();
  }

  /**
   * @param {TrainingPart[]} parts curves of parts of the same learner; the last one is the current one
   * @param about whose curves they are, if nothing else says so
   */
  show(parts, about = '') {
    this.about.textContent = about;
    this.about.hidden = about === '';
    const { curve, learner } = parts[parts.length - 1];
    const before = parts.slice(0, -1);
    /** @type {Rows} */
    const table = (cells) =>
      parts.flatMap((each) =>
        each.curve.map((
          point,
          index,
        ) => [
          parts.length > 1 ? `${index + 1} (${partName(each)})` : number(index + 1),
          ...cells(point),
        ])
      );
    const last = curve[curve.length - 1];
    /**
     * @param {'validation_loss' | 'validation_accuracy'} key
     * @returns {Line[]}
     */
    const faint = (key) =>
      before.map((each, index) => ({
        name: 'validation, previous folds',
        kind: 'b',
        isFaint: true,
        isLegendless: index > 0,
        points: pointsOf(each.curve, key),
      }));
    this.loss.show({
      table,
      summary: `Loss of ${learner} by epoch. Epoch ${curve.length}: training ${
        loss(last.training_loss)
      }, validation ${loss(last.validation_loss)}.`,
      series: [...faint('validation_loss'), {
        name: 'training',
        kind: 'a',
        points: pointsOf(curve, 'training_loss'),
      }, { name: 'validation', kind: 'b', points: pointsOf(curve, 'validation_loss') }],
    });
    this.accuracy.show({
      table,
      summary: `Validation accuracy of ${learner} by epoch. Epoch ${curve.length}: ${
        accuracy(last.validation_accuracy)
      }.`,
      series: [...faint('validation_accuracy'), {
        name: 'validation',
        kind: 'b',
        points: pointsOf(curve, 'validation_accuracy'),
      }],
    });
  }
}

/**
 * Points with a value: without held-out examples there is no validation.
 * @param {Epoch[]} curve
 * @param {keyof Epoch} key
 */
const pointsOf = (curve, key) =>
  curve.map((point, index) => [index + 1, point[key] ?? NaN]).filter(([, value]) =>
    !Number.isNaN(value)
  );
