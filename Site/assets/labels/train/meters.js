// How many yes and no examples there are, beside how many are needed and how many are good.

import { el } from '../../core/dom.js';
import { number } from '../../core/format.js';
import { GOOD, NEEDS } from './training-text.js';

/** Two bars, yes and no; `update(label)` fills them. */
export class Meters {
  constructor() {
    /** @type {['positives' | 'negatives', string, string][]} */
    const sides = [['positives', 'Yes', 'is-yes'], ['negatives', 'No', 'is-no']];
    this.sides = sides.map(([key, name, kind]) => {
      const [fill, have, verdict] = [
        el('span', { class: 'labels-meter-fill' }),
        el('strong', { class: 'tabular' }),
        el('span', { class: 'hint' }),
      ];
      const marks = [NEEDS.transfer, NEEDS.cnn3].map((needed) => {
        const mark = el('span', { class: 'labels-meter-mark' });
        mark.style.left = `${100 * needed / GOOD}%`;
        return mark;
      });
      const node = el(
        'div',
        { class: `labels-meter ${kind}` },
        el('p', {}, `${name} `, have, ' ', verdict),
        el('div', { class: 'labels-meter-bar', 'aria-hidden': 'true' }, fill, marks),
      );
      return { key, fill, have, verdict, node };
    });
    this.node = el('div', { class: 'labels-meters' }, this.sides.map(({ node }) => node));
  }

  /** @param {Label} label */
  update(label) {
    for (const { key, fill, have, verdict } of this.sides) {
      const n = label[key];
      fill.style.width = `${Math.min(100, 100 * n / GOOD)}%`;
      have.textContent = number(n);
      verdict.textContent = n < NEEDS.transfer
        ? `at least ${NEEDS.transfer} are needed`
        : n < NEEDS.cnn3
        ? `enough for transfer; cnn3 needs ${NEEDS.cnn3}`
        : n < GOOD
        ? `enough to start; ${GOOD} work well`
        : 'a good number';
    }
  }
}
