// How often a learner was right and wrong, as a table of two by two.

import { el } from '../../core/dom.js';
import { number } from '../../core/format.js';

/**
 * What is counted, its word, and whether it is right.
 * @typedef {[keyof Confusion, string, boolean]} Cell
 */

/** @type {[string, Cell, Cell][]} */
const ROWS = [
  ['Actually yes', ['true_positives', 'true positive', true], [
    'false_negatives',
    'false negative',
    false,
  ]],
  ['Actually no', ['false_positives', 'false positive', false], [
    'true_negatives',
    'true negative',
    true,
  ]],
];

/** A table; `update(confusion, caption)` fills it. */
export class ConfusionTable {
  constructor() {
    this.caption = el('caption');
    /** @type {Map<keyof Confusion, HTMLElement>} */
    this.cells = new Map();
    this.node = el(
      'table',
      { class: 'labels-confusion' },
      this.caption,
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('td'),
          el('th', { scope: 'col', text: 'Predicted yes' }),
          el('th', { scope: 'col', text: 'Predicted no' }),
        ),
      ),
      el(
        'tbody',
        {},
        ROWS.map(([name, ...cells]) =>
          el('tr', {}, el('th', { scope: 'row', text: name }), cells.map((cell) => this.cell(cell)))
        ),
      ),
    );
  }

  /** @param {Cell} cell */
  cell([key, word, isRight]) {
    const value = el('strong', { class: 'tabular' });
    this.cells.set(key, value);
    return el(
      'td',
      { class: isRight ? 'is-right' : 'is-wrong' },
      value,
      el('span', { class: 'hint', text: word }),
    );
  }

  /**
   * @param {Confusion} confusion
   * @param {string} caption
   */
  update(confusion, caption) {
    this.caption.textContent = caption;
    for (const [key, value] of this.cells) value.textContent = number(confusion[key]);
  }
}
