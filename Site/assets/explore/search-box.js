// The search box: the text of the query, answered while typing.
//
// Typing replaces the address, so that Back leads to the previous query; Enter
// adds a history entry. If a text is not understood yet, the last result stays and a note says why.

import { clear, el } from '../core/dom.js';
import { bindKeys } from '../core/keys.js';
import { Completion } from '../shared/completion.js';
import { store } from './state.js';

const PAUSE_MS = 120;

export class SearchBox {
  /** @type {number} */
  timer;

  /** @param {{ form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement, note: HTMLElement, clearButton: HTMLElement }} options */
  constructor({ form, input, list, note, clearButton }) {
    this.form = form;
    this.input = input;
    this.note = note;
    this.clearButton = clearButton;
    this.isDraft = false;
    this.completion = new Completion(input, list, (text, caret) => this.complete(text, caret));
    this.listen();
    store.on('answer', () => this.showQuery());
    store.on('problem', () => this.showProblem());
  }

  listen() {
    const { form, input } = this;
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.leave());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.commit();
    });
    this.clearButton.addEventListener('click', () => {
      this.set('');
      input.focus();
    });
    bindKeys([{ keys: ['/'], label: 'Search', group: 'Explore', run: () => this.focus() }]);
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  typed() {
    this.clearButton.hidden = this.input.value === '';
    this.completion.ask();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draft(), PAUSE_MS);
  }

  async draft() {
    const text = this.input.value.trim();
    if (text === store.query) {
      store.ask(text, { history: null });
      return;
    }
    const history = this.isDraft ? 'replace' : 'push';
    if (await store.ask(text, { history, isTyped: true })) this.isDraft = true;
  }

  async commit() {
    clearTimeout(this.timer);
    this.completion.close();
    const text = this.input.value.trim();
    const isDone = await store.ask(text, {
      history: this.isDraft ? 'replace' : 'push',
      isTyped: true,
    });
    if (!isDone) return;
    this.isDraft = false;
    this.input.value = store.query;
    this.clearButton.hidden = store.query === '';
  }

  /**
   * Asks a text that the user chose, as if they had typed it and pressed Enter.
   * @param {string} text
   */
  set(text) {
    this.input.value = text;
    return this.commit();
  }

  /**
   * @param {string} text
   * @param {number} caret
   */
  complete(text, caret) {
    this.input.value = text;
    this.input.setSelectionRange(caret, caret);
    this.typed();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { completion } = this;
    if (event.isComposing || completion.takeKey(event)) return;
    if (
      event.key === 'Tab' && completion.isOpen && !event.shiftKey &&
      (completion.active >= 0 || this.isUnfinished())
    ) {
      // While a word is being typed, Tab takes its first completion; otherwise it moves the focus as usual.
      event.preventDefault();
      completion.choose(Math.max(0, completion.active));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (this.input.value !== store.query) this.restore();
      else this.input.blur();
    }
  }

  isUnfinished() {
    return store.problem !== null && this.input.value.trim() !== '';
  }

  restore() {
    this.input.value = store.query;
    this.clearButton.hidden = store.query === '';
    clearTimeout(this.timer);
    store.ask(store.query, { history: null, soft: true });
  }

  leave() {
    this.completion.close();
    this.isDraft = false;
    // A query that was understood is shown in its canonical form; others stay as they were typed.
    if (!store.problem && !store.isBusy && this.input.value.trim() === store.text.trim()) {
      this.input.value = store.query;
    }
  }

  showQuery() {
    if (document.activeElement !== this.input || store.origin === 'panel') {
      this.input.value = store.query;
    }
    this.clearButton.hidden = this.input.value === '';
  }

  showProblem() {
    const { problem } = store;
    this.input.setAttribute('aria-invalid', String(problem !== null));
    clear(this.note).hidden = problem === null;
    if (!problem) return;
    if (document.activeElement !== this.input) this.input.value = problem.text;
    this.clearButton.hidden = this.input.value === '';
    this.note.append(el('span', { text: problem.detail }), ...this.suggestionButtons(problem));
  }

  /** @param {QueryProblem & { text: string }} problem */
  suggestionButtons({ suggestions, text, offset }) {
    return suggestions.slice(0, 5).map((label) =>
      el('button', {
        type: 'button',
        class: 'chip',
        text: label,
        on: { click: () => this.set(replaced(text, offset, label)) },
      })
    );
  }
}

/**
 * The text with the word at `offset` replaced by a suggestion.
 * @param {string} text
 * @param {number | null | undefined} offset
 * @param {string} suggestion
 */
export function replaced(text, offset, suggestion) {
  if (offset === null) return suggestion;
  const characters = [...text];
  const before = characters.slice(0, offset).join('');
  const rest = characters.slice(offset).join('');
  const word = rest.match(/^(?:[a-z]+:)?(?:"(?:\\.|[^"\\])*"?|[^\s()|&!]+)/iu)?.[0] ?? '';
  const prefix = /^[a-z]+:/i.exec(word)?.[0] ?? '';
  const keeps = prefix && !suggestion.startsWith(prefix) ? prefix : '';
  return before + keeps + suggestion + rest.slice(word.length);
}
