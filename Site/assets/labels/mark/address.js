// What the tab keeps in the address: the query, the view, the order, and whether what is answered is shown, too.
// The tab itself is in the hash, which stays.

import { quoteName } from '../../core/query.js';

/**
 * The state in the address. Without a query it is the label's class, since its boxes are on those photos.
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
 * Writes the state; a new query is a step for the back button.
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
