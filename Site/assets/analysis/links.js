// From a bar to its photos.

import { joinClauses, query } from '../core/query.js';

/** The query of the page narrowed down by one more term, as text. */
export function narrowed(queryText, term) {
  const parts = [queryText, term].filter(Boolean);
  return parts.length > 0 ? joinClauses(parts.map((text) => ({ text }))) : '';
}

/** The address of the photos of a query in Explore. */
export const photosOf = (queryText) => query.link('/', queryText);

/** The address of the photos behind a bar. */
export const photosBehind = (queryText, term) => photosOf(narrowed(queryText, term));
