// The list says which label was deleted on the page before; after that, nothing here knows its name.

const KEY = 'meridian.labels.deleted';

/**
 * Leaves word for the list.
 * @param {string} name
 */
export function rememberDeleted(name) {
  try {
    sessionStorage.setItem(KEY, name);
  } catch { /* then nothing is said */ }
}

/** The name that was left, once. */
export function takeDeleted() {
  try {
    const name = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return name;
  } catch {
    return null;
  }
}
