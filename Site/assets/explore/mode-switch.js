// What a click on a chip means: all of the chosen, any of them, or without it.

import { el } from '../core/dom.js';
import { ALL, ANY, WITHOUT } from './filters/clause-edit.js';

/** @type {[Mode, string, string][]} */
const MODES = [
  [ALL, 'All of', 'Clicking a name adds it to the search'],
  [ANY, 'Any of', 'Clicking a name adds it as an alternative'],
  [WITHOUT, 'Without', 'Clicking a name excludes photos with it'],
];

export class ModeSwitch {
  /** @param {Callback} onChange */
  constructor(onChange) {
    this.mode = ALL;
    this.buttons = MODES.map(([mode, text, title]) =>
      el('button', {
        type: 'button',
        title,
        text,
        'aria-pressed': mode === this.mode,
        on: { click: () => this.choose(mode, onChange) },
      })
    );
    this.node = el('div', {
      class: 'segmented mode-switch',
      role: 'group',
      'aria-label': 'What clicking a name does',
    }, this.buttons);
  }

  /**
   * @param {Mode} mode
   * @param {Callback} onChange
   */
  choose(mode, onChange) {
    this.mode = mode;
    this.buttons.forEach((button, place) =>
      button.setAttribute('aria-pressed', String(MODES[place][0] === mode))
    );
    onChange();
  }
}
