// How tall the rows are: small, medium or large.

import { el } from '../../core/dom.js';

const STORE = 'meridian.explore.size';
const SIZES = [['S', 'Small photos'], ['M', 'Medium photos'], ['L', 'Large photos']];
const HEIGHTS = { wide: [120, 190, 300], narrow: [84, 124, 220] };
const narrow = matchMedia('(width <= 720px)');

export class Sizes {
  /**
   * @param {HTMLElement} host
   * @param {(height: number) => void} onChange
   */
  constructor(host, onChange) {
    this.onChange = onChange;
    const stored = Number(localStorage.getItem(STORE) ?? 1);
    this.place = SIZES[stored] ? stored : 1;
    this.buttons = SIZES.map(([text, label], place) =>
      el('button', {
        type: 'button',
        text,
        title: label,
        'aria-label': label,
        on: { click: () => this.choose(place) },
      })
    );
    host.append(...this.buttons);
    narrow.addEventListener('change', () => this.onChange(this.height));
    this.showSize();
  }

  get height() {
    return HEIGHTS[narrow.matches ? 'narrow' : 'wide'][this.place];
  }

  /** @param {number} by */
  step(by) {
    this.choose(Math.max(0, Math.min(SIZES.length - 1, this.place + by)));
  }

  /** @param {number} place */
  choose(place) {
    if (place === this.place) return;
    this.place = place;
    localStorage.setItem(STORE, String(place));
    this.showSize();
    this.onChange(this.height);
  }

  showSize() {
    this.buttons.forEach((button, place) =>
      button.setAttribute('aria-pressed', String(place === this.place))
    );
  }
}
