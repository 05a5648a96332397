// The summary of a comparison.

import { el } from '../core/dom.js';
import { count, number, percent } from '../core/format.js';

/**
 * @param {Pair} pair
 * @param {Comparison} found
 */
export function summary({ a, b }, found) {
  /** @param {'a' | 'b' | 'both'} key */
  const sum = (key) => found.classes.reduce((total, row) => total + row[key], 0);
  const [onlyA, both, onlyB] = [sum('a'), sum('both'), sum('b')];
  const all = onlyA + both + onlyB;
  return el(
    'section',
    { class: 'compare-summary panel', 'aria-label': 'Summary' },
    el(
      'dl',
      { class: 'compare-numbers' },
      figure(
        number(found.photos),
        found.photos === 1 ? 'photo analysed by both' : 'photos analysed by both',
      ),
      all > 0
        ? figure(percent(both / all), `agreement: ${number(both)} of ${count(all, 'case')}`)
        : null,
      figure(number(onlyA), `only ${a.name}`),
      figure(number(onlyB), `only ${b.name}`),
      found.top_differs === null
        ? null
        : figure(number(found.top_differs), 'photos with a different top scene'),
    ),
    el('p', { class: 'hint', text: meaning(a, b, found) }),
  );
}

/**
 * @param {string} value
 * @param {string} name
 */
const figure = (value, name) =>
  el('div', {}, el('dt', { text: name }), el('dd', { class: 'tabular', text: value }));

/**
 * @param {Model} a
 * @param {Model} b
 * @param {Comparison} found
 */
function meaning(a, b, found) {
  const from = `Thresholds: ${a.name} ${percent(found.a.threshold)}, ${b.name} ${
    percent(found.b.threshold)
  }.`;
  return `A case is a class in a photo. ${from} Finding more does not mean being right: check the pictures. To measure accuracy against ground truth, use “meridian evaluate”.`;
}
