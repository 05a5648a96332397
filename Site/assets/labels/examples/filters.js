// Which examples are shown: all, yes or no, each with its count.

import { append, clear, el, icon } from '../../core/dom.js';
import { number } from '../../core/format.js';

const FILTERS = [{ value: null, word: 'All' }, { value: true, word: 'Yes', image: 'check' }, {
  value: false,
  word: 'No',
  image: 'close',
}];

export class Filters {
  /** @param {(answer: boolean | null) => void} choose called with null, true or false */
  constructor(choose) {
    this.buttons = new Map(
      FILTERS.map(({ value }) => [
        value,
        el('button', { type: 'button', on: { click: () => choose(value) } }),
      ]),
    );
    this.node = el('div', {
      class: 'segmented',
      role: 'group',
      'aria-label': 'Which examples are shown',
    }, [...this.buttons.values()]);
  }

  /**
   * @param {Label} label
   * @param {boolean | null} chosen
   */
  update({ positives, negatives }, chosen) {
    const counts = new Map([[null, positives + negatives], [true, positives], [false, negatives]]);
    for (const { value, word, image } of FILTERS) {
      const button = this.buttons.get(value);
      if (!button) continue;
      button.setAttribute('aria-pressed', String(value === chosen));
      append(
        clear(button),
        image ? icon(image) : null,
        `${word} ${number(counts.get(value) ?? 0)}`,
      );
    }
  }
}
