// The search field: the text becomes the query of the address after a moment, or at once with Enter.

import { $ } from '../core/dom.js';
import { query } from '../core/query.js';

const PAUSE = 350;

export class SearchField {
  /** @type {number} */
  timer;

  constructor() {
    this.form = $('form#table-search');
    this.input = $('input#table-query');
    this.error = $('#table-query-error');
    this.input.addEventListener('input', () => this.typed());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send({ replace: false });
    });
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send({ replace: true }), PAUSE);
  }

  /** @param {object} options */
  send(options) {
    clearTimeout(this.timer);
    query.write({ q: this.input.value.trim() }, options);
  }

  /**
   * The query has changed; text that is being typed stays.
   * @param {string} q
   */
  show(q) {
    if (document.activeElement !== this.input || this.input.value.trim() === '') {
      this.input.value = q;
    }
  }

  /** @param {CaughtError | null} problem */
  showProblem(problem) {
    const sentences = problem ? [problem.detail, suggestion(problem.extra?.suggestions)] : [];
    this.error.textContent = sentences.filter(Boolean).join(' ');
    if (problem) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }
}

/** @param {string[] | undefined} names */
const suggestion = (names) =>
  names?.length ? `Did you mean ${names.slice(0, 3).map((name) => `“${name}”`).join(', ')}?` : '';
