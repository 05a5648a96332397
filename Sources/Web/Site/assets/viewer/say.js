// Says something to screen readers from inside the viewer: what lies under a modal window is silent.

/** Puts `text` into a polite live region; only the last of several quick ones is spoken. */
export function announceIn(region, text) {
  clearTimeout(region.timer);
  region.textContent = '';
  region.timer = setTimeout(() => { region.textContent = text; }, 150);
}
