// The state of the tab in the address: query, view, order, and whether answered items are shown.
// The tab itself is in the hash, which does not change.

import { quoteName } from '../../core/query.js';

/**
 * The state in the address. The default query is the label's class, since those photos have its boxes.
 * @param {Label} label
 */
export function readState(label) {
  const given = new URLSearchParams(location.search);
  return {
    q: given.get('q') ?? defaultQuery(label),
    isGrid: given.get('view') === 'grid',
    isMixed: given.get('order') === 'mixed',
    withAnswered: given.get('answered') === 'yes',
  };
}

/**
 * Writes the state; a new query adds a history entry.
 * @param {Label} label
 * @param {MarkState} markState
 */
export function writeState(label, { q, isGrid, isMixed, withAnswered }, { isStep = false } = {}) {
  const given = new URLSearchParams(location.search);
  put(given, 'q', q === defaultQuery(label) ? null : q);
  put(given, 'view', isGrid ? 'grid' : null);
  put(given, 'order', isMixed ? 'mixed' : null);
  put(given, 'answered', withAnswered ? 'yes' : null);
  const search = given.toString();
  const target = location.pathname + (search ? `?${search}` : '') + (location.hash || '#mark');
  if (target !== location.pathname + location.search + location.hash) {
    history[isStep ? 'pushState' : 'replaceState'](history.state, '', target);
  }
}

/**
 * @param {URLSearchParams} given
 * @param {string} name
 * @param {string | null} value
 */
const put = (given, name, value) => value === null ? given.delete(name) : given.set(name, value);

/** @param {Label} label */
export const defaultQuery = (label) => label.class ? quoteName(label.class) : '';
