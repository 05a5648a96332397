// What is shown instead of the table.

import { sentenceOf } from '../core/api.js';
import { el, icon } from '../core/dom.js';
import { count } from '../core/format.js';
import { query, withoutClause } from '../core/query.js';
import { session } from '../core/session.js';

/** @param {SearchAnswer} search */
export function emptyState(search) {
  return search.has_photos === false ? noPhotos() : noHits(search);
}

function noPhotos() {
  return state(
    'photo',
    'No photos yet',
    session.isEditor
      ? 'Import photos to see them here.'
      : 'Photos appear here when someone imports them.',
    session.isEditor
      ? el('a', { class: 'button primary', href: '/import' }, 'Import photos')
      : null,
  );
}

/** @param {SearchAnswer} searchAnswer */
function noHits({ clauses, hints }) {
  const useful = (hints ?? []).filter((hint) => hint.without > 0);
  return state(
    'search',
    'No photo matches',
    useful.length ? 'Remove a filter to see photos:' : 'Try another search.',
    el(
      'div',
      { class: 'row' },
      useful.slice(0, 4).map((hint) =>
        el(
          'button',
          {
            type: 'button',
            class: 'chip',
            on: { click: () => query.write({ q: withoutClause(clauses, hint.clause) }) },
          },
          `without ${hint.text}`,
          el('span', { class: 'count' }, count(hint.without, 'photo')),
        )
      ),
      el(
        'button',
        { type: 'button', class: 'chip', on: { click: () => query.write({ q: '' }) } },
        'Show all photos',
      ),
    ),
  );
}

/** The query is not understood, and there is no earlier result. */
export function notUnderstood() {
  return state(
    'help',
    'Invalid search',
    'See the message above.',
    el(
      'div',
      { class: 'row' },
      el(
        'button',
        { type: 'button', class: 'chip', on: { click: () => query.write({ q: '' }) } },
        'Show all photos',
      ),
      el('a', { class: 'chip', href: '/help' }, 'How to search'),
    ),
  );
}

/**
 * The server does not answer, or answers with an error.
 * @param {unknown} problem
 * @param {Callback} retry
 */
export function failure(problem, retry) {
  return state(
    'warning',
    'The table could not be loaded',
    sentenceOf(problem),
    el('button', { type: 'button', class: 'button primary', on: { click: retry } }, 'Try again'),
  );
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} text
 * @param {Child} action
 */
const state = (name, title, text, action) =>
  el('div', { class: 'empty-state' }, icon(name), el('h2', {}, title), el('p', {}, text), action);
