// The query for the photos to mark, with completions.

import { el, freshId, icon } from '../../core/dom.js';
import { Completion } from '../../shared/completion.js';

export class QueryField {
  /** @param {(q: string) => void} ask called with the text that was entered */
  constructor(ask) {
    this.ask = ask;
    const [id, error] = [freshId('photos'), freshId('error')];
    this.input = el('input', {
      id,
      class: 'input',
      type: 'search',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'search',
      role: 'combobox',
      'aria-expanded': false,
      'aria-autocomplete': 'list',
      'aria-describedby': error,
      placeholder: 'All photos',
    });
    this.list = el('ul', {
      class: 'menu labels-completions',
      role: 'listbox',
      'aria-label': 'Completions',
      hidden: true,
    });
    this.error = el('p', { id: error, class: 'error', role: 'alert' });
    this.node = el(
      'form',
      { class: 'labels-query', role: 'search', 'aria-label': 'Photos to mark' },
      el('label', { for: id, text: 'Photos' }),
      el(
        'div',
        { class: 'labels-query-row' },
        this.input,
        this.list,
        el('button', { class: 'button icon-button', 'aria-label': 'Search' }, icon('search')),
      ),
      this.error,
    );
    this.completion = new Completion(
      this.input,
      this.list,
      (text, caret) => this.complete(text, caret),
    );
    this.listen();
  }

  listen() {
    const { input } = this;
    input.addEventListener('input', () => this.completion.ask());
    input.addEventListener('blur', () => this.completion.close());
    input.addEventListener('keydown', (event) => {
      if (!event.isComposing) this.completion.takeKey(event);
    });
    // The clear button of the field, in browsers that have one.
    input.addEventListener('search', () => {
      if (input.value === '') this.enter();
    });
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      this.enter();
    });
  }

  /**
   * @param {string} text
   * @param {number} caret
   */
  complete(text, caret) {
    this.input.value = text;
    this.input.setSelectionRange(caret, caret);
  }

  enter() {
    this.completion.close();
    this.ask(this.input.value.trim());
  }

  /** @param {string} q */
  show(q) {
    this.input.value = q;
    this.showProblem(null);
  }

  /**
   * Shows what is wrong with the query; null removes the message.
   * @param {CaughtError | null} problem
   */
  showProblem(problem) {
    const names = (problem?.extra?.suggestions ?? []).slice(0, 3).map((each) => `“${each}”`);
    this.error.textContent = problem
      ? [problem.detail, names.length > 0 ? `Did you mean ${names.join(', ')}?` : ''].filter(
        Boolean,
      ).join(' ')
      : '';
    if (problem) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }
}
