// Texts about examples.

import { ago } from '../../core/format.js';

/** @type {Record<string, string>} */
const ORIGINS = {
  grid: 'in the grid',
  viewer: 'in the viewer',
  page: 'on this page',
  review: 'while reviewing',
  query: 'from a query',
  list: 'from a list of files',
  import: 'from a file',
};

/**
 * Where it was marked, and when.
 * @param {Example} example
 */
export const originText = ({ origin, marked_ms: marked }) =>
  `${ORIGINS[origin ?? ''] ?? origin}, ${ago(marked)}`;

/**
 * The key that identifies an example.
 * @param {{ photo: { id: number } | null, box: Box | null }} options
 */
export const keyOf = ({ photo, box }) => `${photo?.id}:${box ? box.join(',') : ''}`;
