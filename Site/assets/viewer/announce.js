// Announcements inside the viewer: screen readers ignore live regions outside a modal dialog.

/** @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
const timers = new WeakMap();

/**
 * Puts `text` into a polite live region; only the last of several quick ones is read out.
 * @param {HTMLElement} region
 * @param {string} text
 */
export function announceIn(region, text) {
  clearTimeout(timers.get(region));
  region.textContent = '';
  timers.set(
    region,
    setTimeout(() => {
      region.textContent = text;
    }, 150),
  );
}

/**
 * Shows `sign` for a moment in the middle of the picture.
 * @param {HTMLElement} node
 * @param {string} sign
 */
export function flashIn(node, sign) {
  node.textContent = sign;
  node.classList.remove('is-lit');
  // Reading a size restarts the animation.
  if (sign && node.offsetWidth) node.classList.add('is-lit');
}
