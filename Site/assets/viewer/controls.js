// The two controls that are more than a button: the minimum confidence of boxes, and the
// slideshow's settings.

import { el, icon } from '../core/dom.js';
import { percent } from '../core/format.js';
import { popPanel } from '../shared/pop.js';
import { LEAST_SECONDS, MOST_SECONDS } from './slideshow.js';

// Models store no boxes below this; the minimum of the slider.
const FLOOR = 0.05;

/** The confidence slider with a mark at the default. */
export class Confidence {
  /** @type {number} */
  standard;

  /** @param {(value: number) => void} onChange */
  constructor(onChange) {
    this.output = el('output', { class: 'tabular' });
    this.input = el('input', {
      type: 'range',
      min: FLOOR,
      max: 1,
      step: 0.01,
      id: 'viewer-confidence',
      on: {
        input: () => {
          this.show();
          onChange(Number(this.input.value));
        },
      },
    });
    this.mark = el('button', {
      type: 'button',
      class: 'viewer-confidence-mark',
      on: {
        click: () => {
          this.set(this.standard);
          onChange(this.standard);
        },
      },
    });
    this.node = el(
      'div',
      { class: 'viewer-confidence', hidden: true },
      el('label', { for: 'viewer-confidence' }, 'Minimum confidence'),
      el('div', { class: 'viewer-confidence-track' }, this.input, this.mark),
      this.output,
    );
  }

  /**
   * The default threshold, marked on the slider.
   * @param {number} [standard]
   */
  setDefault(standard = 0.5) {
    this.standard = standard;
    const place = (standard - FLOOR) / (1 - FLOOR);
    this.mark.style.setProperty('--place', place);
    this.mark.title = `Default: ${percent(standard)}`;
    this.mark.setAttribute('aria-label', `Reset to default, ${percent(standard)}`);
  }

  /** @param {number} value */
  set(value) {
    this.input.value = String(value);
    this.show();
  }

  show() {
    this.output.textContent = percent(Number(this.input.value));
    this.input.setAttribute('aria-valuetext', percent(Number(this.input.value)));
  }
}

/**
 * The button and panel with the slideshow's settings.
 * @param {import('./slideshow.js').Slideshow} slideshow
 */
export function slideshowSettings(slideshow) {
  const output = el('output', { class: 'tabular' }, `${slideshow.seconds} s`);
  const seconds = el('input', {
    type: 'range',
    id: 'viewer-seconds',
    min: LEAST_SECONDS,
    max: MOST_SECONDS,
    step: 1,
    value: slideshow.seconds,
    'aria-valuetext': `${slideshow.seconds} seconds`,
    on: {
      input: () => {
        slideshow.set({ seconds: Number(seconds.value) });
        output.textContent = `${slideshow.seconds} s`;
        seconds.setAttribute('aria-valuetext', `${slideshow.seconds} seconds`);
      },
    },
  });
  /** @type {HTMLInputElement} */
  const loop = el('input', {
    type: 'checkbox',
    checked: slideshow.loop,
    on: { change: () => slideshow.set({ loop: loop.checked }) },
  });
  const button = el('button', {
    type: 'button',
    class: 'button quiet icon-button viewer-settings',
    title: 'Slideshow settings',
    'aria-label': 'Slideshow settings',
  }, icon('clock'));
  button.addEventListener('mousedown', (event) => event.preventDefault());
  const panel = popPanel(button, [
    el(
      'div',
      { class: 'viewer-seconds' },
      el('label', { for: 'viewer-seconds' }, 'Time per photo'),
      output,
      seconds,
    ),
    el('label', { class: 'check' }, loop, el('span', {}, 'Repeat after the last photo')),
  ], { class: 'viewer-settings-panel', role: 'group', 'aria-label': 'Slideshow settings' });
  return { button, panel };
}
