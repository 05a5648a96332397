// What is shown instead of photos: loading, nothing found, an empty library, an error.

import { sentenceOf } from '../core/api.js';
import { clear, el, icon } from '../core/dom.js';
import { number } from '../core/format.js';
import { withoutClause } from '../core/query.js';
import { session } from '../core/session.js';
import { readable } from './filters/clause-text.js';
import { askFromPanel } from './filters/panel-query.js';
import { store } from './state.js';

export class Notices {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    store.on('answer', () => this.show());
    store.on('failure', () => this.show());
    store.on('problem', () => this.show());
    this.put(
      el(
        'p',
        { class: 'notice-loading' },
        el('span', { class: 'spinner', 'aria-hidden': true }),
        'Searching…',
      ),
    );
  }

  show() {
    const { result, failure, problem } = store;
    if (failure) this.put(failed(failure, result));
    else if (!result) this.put(problem ? notUnderstood(problem) : null);
    else if (!result.has_photos) this.put(emptyLibrary());
    else if (result.count === 0) this.put(nothingFound(result));
    else this.put(null);
  }

  /** @param {HTMLElement | null} node */
  put(node) {
    this.host.hidden = !node;
    clear(this.host).append(node ?? '');
    // Above photos it is a strip; without photos it fills the page.
    this.host.classList.toggle('over', Boolean(store.result?.count));
  }
}

/**
 * @param {{ error: unknown }} options
 * @param {SearchAnswer | null} result
 */
function failed({ error }, result) {
  const text = navigator.onLine === false ? 'This device is offline.' : sentenceOf(error);
  const retry = el('button', {
    type: 'button',
    class: 'button',
    text: 'Try again',
    on: { click: () => store.retry() },
  });
  if (result?.count) {
    return el(
      'div',
      { class: 'notice is-error', role: 'alert' },
      icon('warning'),
      el('p', { class: 'grow', text }),
      retry,
    );
  }
  return el(
    'div',
    { class: 'empty-state', role: 'alert' },
    icon('warning'),
    el('h2', { text: 'Search failed' }),
    el('p', { text }),
    retry,
  );
}

/** @param {QueryProblem & { text: string }} problem */
function notUnderstood(problem) {
  return el(
    'div',
    { class: 'empty-state' },
    icon('search'),
    el('h2', { text: 'Invalid query' }),
    el('p', { text: problem.detail }),
    el('button', {
      type: 'button',
      class: 'button',
      text: 'Show all photos',
      on: { click: () => askFromPanel('') },
    }),
  );
}

function emptyLibrary() {
  return el(
    'div',
    { class: 'empty-state' },
    icon('photo'),
    el('h2', { text: 'No photos yet' }),
    session.isEditor
      ? [
        el('p', { text: 'Drop photos or folders anywhere on this page, or choose them.' }),
        el('a', { class: 'button primary', href: '/import' }, icon('upload'), 'Add photos'),
      ]
      : el('p', { text: 'Photos appear here when someone adds them.' }),
  );
}

/** @param {SearchAnswer} searchAnswer */
function nothingFound({ hints = [], clauses }) {
  const offers = hints.filter(({ without }) => without > 0).slice(0, 4);
  const buttons = offers.map(({ text, clause, without }) =>
    el(
      'button',
      {
        type: 'button',
        class: 'chip',
        on: { click: () => askFromPanel(withoutClause(clauses, clause)) },
      },
      el('span', {}, 'without ', el('strong', { text: shorten(text) })),
      el('span', { class: 'count', text: number(without) }),
    )
  );
  return el(
    'div',
    { class: 'empty-state' },
    icon('search'),
    el('h2', { text: 'No photo matches' }),
    offers.length
      ? [
        el('p', { text: 'Remove a filter to see photos:' }),
        el('div', { class: 'chips offers' }, buttons),
      ]
      : el('p', {
        text: clauses.length > 1
          ? 'Removing one filter does not help.'
          : 'Nothing in the library matches.',
      }),
    el('button', {
      type: 'button',
      class: 'button',
      text: 'Show all photos',
      on: { click: () => askFromPanel('') },
    }),
  );
}

/** @param {string} clause */
function shorten(clause) {
  const text = readable(clause);
  return text.length > 40 ? `${text.slice(0, 38)} …` : text;
}
