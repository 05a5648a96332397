// Says things to screen readers that others see happen.

const regions = {};

function region(kind) {
  if (!regions[kind]?.isConnected) {
    const existing = document.querySelector(`[data-live=${kind}]`);
    regions[kind] = existing ?? Object.assign(document.createElement('div'), { className: 'visually-hidden' });
    regions[kind].setAttribute('aria-live', kind);
    regions[kind].dataset.live = kind;
    if (!existing) document.body.append(regions[kind]);
  }
  return regions[kind];
}

/** Announces `text` politely, or at once with `assertive`. */
export function announce(text, { assertive = false } = {}) {
  const node = region(assertive ? 'assertive' : 'polite');
  node.textContent = '';
  // A region tells only of changes, so the same text twice needs a moment of silence between.
  setTimeout(() => { node.textContent = text; }, 60);
}
