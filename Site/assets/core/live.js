// Says things to screen readers that others see happen.

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
  // A region tells only of changes, so the same text twice needs a moment of silence between.
  setTimeout(() => {
    node.textContent = text;
  }, 60);
}
