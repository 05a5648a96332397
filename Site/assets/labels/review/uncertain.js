// How certain the label is about one item, beside its threshold.

import { el, icon } from '../../core/dom.js';
import { percent } from '../../core/format.js';

/**
 * @param {{ probability?: number }} options
 * @param {number} threshold
 */
export function uncertaintyNode({ probability = NaN }, threshold) {
  const saysYes = probability >= threshold;
  const bar = el(
    'span',
    { class: 'labels-doubt-bar', 'aria-hidden': true },
    el('span', { class: 'labels-doubt-fill' }),
    el('span', { class: 'labels-doubt-threshold' }),
  );
  bar.style.setProperty('--probability', probability);
  bar.style.setProperty('--threshold', threshold);
  return el(
    'div',
    { class: saysYes ? 'labels-doubt is-yes' : 'labels-doubt' },
    bar,
    el(
      'p',
      {},
      icon(saysYes ? 'check' : 'close'),
      el(
        'span',
        {},
        `It says ${saysYes ? 'yes' : 'no'}: `,
        el('b', { class: 'tabular', text: percent(probability, 1) }),
        `, yes is from ${percent(threshold, 1)}`,
      ),
    ),
  );
}
