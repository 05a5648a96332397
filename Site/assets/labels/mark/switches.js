// How items are shown: one at a time or as tiles, oldest first or mixed, with or without answered
// ones.

import { el, icon } from '../../core/dom.js';

export class Switches {
  /** @param {{ view: (isGrid: boolean) => void, mixed: (isMixed: boolean) => void, answered: (withAnswered: boolean) => void }} on */
  constructor(on) {
    /**
     * @param {boolean} isGrid
     * @param {string} image
     * @param {string} text
     */
    const view = (isGrid, image, text) =>
      el(
        'button',
        {
          type: 'button',
          dataset: { key: isGrid ? 'grid' : 'one' },
          on: { click: () => on.view(isGrid) },
        },
        icon(image),
        el('span', { text }),
      );
    this.one = view(false, 'photo', 'One at a time');
    this.grid = view(true, 'grid', 'Grid');
    /** @type {HTMLInputElement} */
    this.answered = el('input', {
      type: 'checkbox',
      dataset: { key: 'answered' },
      on: { change: () => on.answered(this.answered.checked) },
    });
    /** @type {HTMLInputElement} */
    this.mixed = el('input', {
      type: 'checkbox',
      dataset: { key: 'mixed' },
      on: { change: () => on.mixed(this.mixed.checked) },
    });
    this.node = el(
      'div',
      { class: 'labels-switches' },
      el(
        'label',
        {
          class: 'check',
          title:
            'Mixes photos from different days instead of oldest first. Varied photos teach the label more.',
        },
        this.mixed,
        'Mixed order',
      ),
      el('label', { class: 'check' }, this.answered, 'Include answered'),
      el('div', { class: 'segmented', role: 'group', 'aria-label': 'View' }, this.one, this.grid),
    );
  }

  /** @param {MarkState} markState */
  show({ isGrid, isMixed, withAnswered }) {
    this.one.setAttribute('aria-pressed', String(!isGrid));
    this.grid.setAttribute('aria-pressed', String(isGrid));
    this.mixed.checked = isMixed;
    this.answered.checked = withAnswered;
  }
}
