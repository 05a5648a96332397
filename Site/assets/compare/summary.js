// What the comparison says as a whole.

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
  return el('section', { class: 'compare-summary panel', 'aria-label': 'Summary' },
    el('dl', { class: 'compare-numbers' },
      figure(number(found.photos), found.photos === 1 ? 'photo that both have looked at' : 'photos that both have looked at'),
      all > 0 ? figure(percent(both / all), `agreement: ${number(both)} of ${count(all, 'case')}`) : null,
      figure(number(onlyA), `only ${a.name}`), figure(number(onlyB), `only ${b.name}`),
      found.top_differs === null ? null : figure(number(found.top_differs), 'photos with another surest scene')),
    el('p', { class: 'hint', text: meaning(a, b, found) }));
}

/**
 * @param {string} value
 * @param {string} name
 */
const figure = (value, name) => el('div', {}, el('dt', { text: name }), el('dd', { class: 'tabular', text: value }));

/**
 * @param {Model} a
 * @param {Model} b
 * @param {Comparison} found
 */
function meaning(a, b, found) {
  const from = `${a.name} counts from ${percent(found.a.threshold)} sure, ${b.name} from ${percent(found.b.threshold)}.`;
  return `A case is a class in a photo. ${from} Neither is right because it sees more: look at the pictures. How good each is against the truth is measured by “meridian evaluate”.`;
}
