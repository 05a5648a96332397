// What a press on a chip means: all of the chosen, any of them, or without it.

import { el } from '../core/dom.js';
import { ALL, ANY, WITHOUT } from './clause-edit.js';

/** @type {[Mode, string, string][]} */
const MODES = [
  [ALL, 'All of', 'A press asks for it as well'],
  [ANY, 'Any of', 'A press asks for it as an alternative'],
  [WITHOUT, 'Without', 'A press leaves photos with it out'],
];

export class ModeSwitch {
  /** @param {Act} onChange */
  constructor(onChange) {
    this.mode = ALL;
    this.buttons = MODES.map(([mode, text, title]) => el('button', {
      type: 'button', title, text, 'aria-pressed': mode === this.mode,
      on: { click: () => this.choose(mode, onChange) },
    }));
    this.node = el('div', { class: 'segmented mode-switch', role: 'group', 'aria-label': 'What a press on a name means' }, this.buttons);
  }

  /**
   * @param {Mode} mode
   * @param {Act} onChange
   */
  choose(mode, onChange) {
    this.mode = mode;
    this.buttons.forEach((button, place) => button.setAttribute('aria-pressed', String(MODES[place][0] === mode)));
    onChange();
  }
}
