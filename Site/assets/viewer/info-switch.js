// Whether the information is open: remembered for wide windows, closed at first on phones.

const STORE = 'meridian.viewer.info';

/** The width from which the panel has room beside the picture; the same as in the style sheet. */
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
