// What can be done with several examples at once.

import { el } from '../../core/dom.js';
import { count } from '../../core/format.js';
import { button, press } from '../../core/panel.js';

export class Choice {
  /**
   * `answer` is called with true, false or null for all selected examples; `all` selects all that are
   * shown, or none.
   * @param {{ answer: (value: boolean | null) => void, all: (isChosen: boolean) => void }} options
   */
  constructor({ answer, all }) {
    this.words = el('span', { class: 'tabular', role: 'status' });
    /** @type {HTMLInputElement} */
    this.box = el('input', {
      type: 'checkbox',
      dataset: { key: 'all' },
      on: { change: () => all(this.box.checked) },
    });
    /** @param {boolean | null} value */
    const give = (value) => (/** @type {HTMLButtonElement} */ node) =>
      press(node, () => answer(value));
    this.tools = el(
      'div',
      { class: 'toolbar' },
      button('Yes', give(true), {
        kind: 'small',
        image: 'check',
        label: 'Answer yes for the selection',
      }),
      button('No', give(false), {
        kind: 'small',
        image: 'close',
        label: 'Answer no for the selection',
      }),
      button('Remove', give(null), {
        kind: 'small quiet danger',
        image: 'trash',
        label: 'Remove the answers of the selection',
      }),
    );
    this.node = el(
      'div',
      { class: 'labels-choice', role: 'group', 'aria-label': 'Selection' },
      el('label', { class: 'check' }, this.box, 'Select all shown'),
      this.words,
      this.tools,
    );
  }

  /** @param {number} chosen how many of @param {number} shown */
  update(chosen, shown) {
    this.node.hidden = shown === 0;
    this.box.checked = shown > 0 && chosen === shown;
    this.box.indeterminate = chosen > 0 && chosen < shown;
    this.words.textContent = chosen > 0 ? `${count(chosen, 'example')} selected` : '';
    // Moves the focus from these buttons to where the next selection starts.
    if (chosen === 0 && this.tools.contains(document.activeElement)) this.box.focus();
    this.tools.hidden = chosen === 0;
    this.node.classList.toggle('is-on', chosen > 0);
  }
}
