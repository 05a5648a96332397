// The address of a part of the comparison.

import { query } from '../core/query.js';

/**
 * The address with these values changed; null removes one.
 * @param {Record<string, unknown>} changes
 */
export function addressOf(changes) {
  const state = { ...query.read(), page: null, ...changes };
  const pairs = Object.entries(state).filter(([key, value]) =>
    value && !(key === 'order' && value === 'oldest')
  );
  return `/compare?${
    pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
      .join('&')
  }`;
}
