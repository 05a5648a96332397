// Links from a bar to its photos.

import { joinClauses, query } from '../core/query.js';

/**
 * The query of the page narrowed down by one more term, as text.
 * @param {string} queryText
 * @param {string | null | undefined} term
 */
export function narrowed(queryText, term) {
  const parts = [queryText, term].filter(Boolean);
  return parts.length > 0 ? joinClauses(parts.map((text) => ({ text: text ?? '' }))) : '';
}

/**
 * The address of the photos of a query in Explore.
 * @param {string} queryText
 */
export const photosOf = (queryText) => query.link('/', queryText);

/**
 * The address of the photos behind a bar.
 * @param {string} queryText
 * @param {string | null | undefined} term
 */
export const photosBehind = (queryText, term) => photosOf(narrowed(queryText, term));
