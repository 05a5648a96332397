// The list of completions below the search box: the ARIA combobox pattern, with the focus in the input.

import { clear, el, freshId, targetOf } from '../core/dom.js';
import { number } from '../core/format.js';
import { api, asError } from '../core/api.js';

const LIMIT = 10;

export class Completion {
  /** @type {AbortController} */
  controller;
  /** @type {number} */
  from;
  /** @type {number} */
  caret;

  /**
   * @param {ReplaceText} onChoose called with the new text and the position of the caret
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   */
  constructor(input, list, onChoose) {
    this.input = input;
    this.list = list;
    this.onChoose = onChoose;
    /** @type {Suggestion[]} */
    this.suggestions = [];
    this.active = -1;
    list.id ||= freshId('completions');
    input.setAttribute('aria-controls', list.id);
    // Clicking an item must not move the focus from the input, which would close the list.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const item = targetOf(event).closest('[role=option]');
      if (item) this.choose(Number(item.dataset.place));
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  async ask() {
    const { input } = this;
    const text = input.value.slice(0, input.selectionStart ?? input.value.length);
    this.controller?.abort();
    this.controller = new AbortController();
    const { signal } = this.controller;
    try {
      const { suggestions, from } = await api.get('complete', {
        params: { text, limit: LIMIT },
        signal,
      });
      if (signal.aborted || document.activeElement !== input) return;
      this.show(suggestions, from, text.length);
    } catch (error) {
      // Typing works without completions, so errors are not shown.
      if (asError(error).name !== 'AbortError') this.close();
    }
  }

  /**
   * @param {Suggestion[]} suggestions
   * @param {number} from
   * @param {number} caret
   */
  show(suggestions, from, caret) {
    // Leaves out a completion that would change nothing.
    this.suggestions = suggestions.filter(({ text }) =>
      text !== this.input.value.slice(from, caret)
    );
    this.from = from;
    this.caret = caret;
    this.active = -1;
    clear(this.list).append(
      ...this.suggestions.map((suggestion, place) => this.item(suggestion, place)),
    );
    this.list.hidden = this.suggestions.length === 0;
    this.announceChoice();
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} place
   */
  item({ label, text, kind, count }, place) {
    return el(
      'li',
      {
        role: 'option',
        id: `${this.list.id}-${place}`,
        'aria-selected': false,
        dataset: { place },
      },
      el('span', { class: 'completion-label', text: label || text }),
      kind && el('span', { class: 'completion-kind', text: kind }),
      Number.isFinite(count) && el('span', { class: 'count', text: number(count) }),
    );
  }

  /** @param {number} by */
  move(by) {
    const { length } = this.suggestions;
    if (!length) return;
    // Beyond either end is the input itself.
    this.active = (this.active + by + 1 + length + 1) % (length + 1) - 1;
    this.announceChoice();
  }

  announceChoice() {
    const { input, list, active } = this;
    input.setAttribute('aria-expanded', String(this.isOpen));
    [...list.children].forEach((item, place) => {
      item.setAttribute('aria-selected', String(place === active));
      if (place === active) item.scrollIntoView({ block: 'nearest' });
    });
    if (active >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
    else input.removeAttribute('aria-activedescendant');
  }

  /**
   * Handles the keys that move, choose and close; false for others, which are for the input.
   * @param {KeyboardEvent} event
   */
  takeKey(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!this.isOpen) this.ask();
      else this.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && this.active >= 0) this.choose();
    else if (event.key === 'Escape' && this.isOpen) this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  choose(place = this.active) {
    const suggestion = this.suggestions[place];
    if (!suggestion) return false;
    const before = this.input.value.slice(0, this.from) + suggestion.text;
    const rest = this.input.value.slice(this.caret);
    this.close();
    this.onChoose(before + rest, before.length);
    return true;
  }

  close() {
    this.controller?.abort();
    this.suggestions = [];
    this.active = -1;
    this.list.hidden = true;
    this.announceChoice();
  }
}
