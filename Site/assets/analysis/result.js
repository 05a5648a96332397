// The sentence below the query: how many photos were counted.

import { clear, el } from '../core/dom.js';
import { count } from '../core/format.js';
import { photosOf } from './links.js';

/**
 * Shows how many photos were found, with a link to them.
 * @param {HTMLElement} place
 * @param {Statistics} statistics
 */
export function showResult(place, { query, numbers }) {
  clear(place);
  if (numbers.photos > 0) place.append(found(query, numbers.photos));
  else place.append(query ? nothingFound(query) : nothingYet());
}

/**
 * @param {string} query
 * @param {number} photos
 */
function found(query, photos) {
  const which = query
    ? [photos === 1 ? ' matches ' : ' match ', el('code', { text: query }), '. ']
    : [' in the library. '];
  return el(
    'p',
    {},
    el('strong', { text: count(photos, 'photo') }),
    ...which,
    el('a', { href: photosOf(query), text: 'See them in Explore' }),
    query ? [' · ', el('a', { href: '/analysis', text: 'Analyse the whole library' })] : null,
  );
}

/** @param {string} query */
function nothingFound(query) {
  return el(
    'div',
    { class: 'empty-state' },
    el('h2', { text: 'No photo matches' }),
    el('p', {}, 'No photo matches ', el('code', { text: query }), '.'),
    el('a', { class: 'button', href: '/analysis', text: 'Analyse the whole library' }),
  );
}

function nothingYet() {
  return el(
    'div',
    { class: 'empty-state' },
    el('h2', { text: 'Nothing to analyse yet' }),
    el('p', { text: 'Add photos to see numbers and charts.' }),
    el('a', { class: 'button primary', href: '/import', text: 'Add photos' }),
  );
}
