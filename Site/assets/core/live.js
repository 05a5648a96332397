// Tells screen reader users what others can see.

/** @typedef {'polite' | 'assertive'} Kind */

/** @type {Map<Kind, HTMLElement>} */
const regions = new Map();

/** @param {Kind} kind */
function region(kind) {
  const known = regions.get(kind);
  if (known?.isConnected) return known;
  const existing = document.querySelector(`[data-live=${kind}]`);
  const node = existing ??
    Object.assign(document.createElement('div'), { className: 'visually-hidden' });
  node.setAttribute('aria-live', kind);
  node.dataset.live = kind;
  if (!existing) document.body.append(node);
  regions.set(kind, node);
  return node;
}

/**
 * Announces `text` politely, or at once with `assertive`.
 * @param {string} text
 */
export function announce(text, { assertive = false } = {}) {
  const node = region(assertive ? 'assertive' : 'polite');
  node.textContent = '';
  // Only changes of a live region are read out, so the same text needs a moment of silence in between.
  setTimeout(() => {
    node.textContent = text;
  }, 60);
}
