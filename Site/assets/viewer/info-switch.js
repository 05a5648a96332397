// Whether the information is open: beside the picture as it was left, on a phone only when asked for.

const STORE = 'meridian.viewer.info';

/** Room for the panel beside the picture; the style sheet has the same width. */
const wide = matchMedia('(width > 900px)');

export class InfoSwitch {
  /** @param {HTMLElement} panel */
  constructor(panel) {
    this.panel = panel;
  }

  get isOn() {
    return !this.panel.hidden;
  }

  /** Whether the panel covers the picture, so that Esc closes it first. */
  get isSheet() {
    return this.isOn && !wide.matches;
  }

  applyStored() {
    this.set(wide.matches && localStorage.getItem(STORE) !== 'closed');
  }

  /** @param {boolean} open */
  toggle(open) {
    if (wide.matches) localStorage.setItem(STORE, open ? 'open' : 'closed');
    this.set(open);
  }

  /** @param {boolean} open */
  set(open) {
    this.panel.hidden = !open;
    this.panel.closest('.viewer')?.classList.toggle('has-info', open);
  }
}
