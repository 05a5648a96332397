// Remembers the label that was marked last, which is often the next one, too.

const STORE = 'meridian.labels.last';

/** @param {number} id */
export const rememberLabel = (id) => localStorage.setItem(STORE, String(id));

/**
 * The labels, with the one that was marked last before all others.
 * @param {Label[]} labels
 */
export function lastFirst(labels) {
  const last = labels.find(({ id }) => String(id) === localStorage.getItem(STORE));
  return last ? [last, ...labels.filter((label) => label !== last)] : labels;
}
