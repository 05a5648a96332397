// The Analysis page: asks for the statistics of the query in the URL and shows them.

import { $ } from '../core/dom.js';
import { api, asError } from '../core/api.js';
import { query } from '../core/query.js';
import { onServer } from '../core/events.js';
import { createBoard } from './board.js';
import { showNumbers } from './numbers.js';
import { showResult } from './result.js';

const form = $('form#analysis-search');
const input = $('input#analysis-query');
const error = $('#analysis-query-error');
const result = $('#analysis-result');
const numbers = $('#analysis-body');
const board = createBoard($('#analysis-charts'));

/** @type {AbortController | null} */
let running = null;

async function load() {
  const text = query.read().q ?? '';
  // Answers to older requests must not replace newer ones.
  running?.abort();
  const mine = (running = new AbortController());
  input.value = text;
  input.removeAttribute('aria-invalid');
  error.textContent = '';
  result.setAttribute('aria-busy', 'true');
  try {
    // With `draft`, a query that is not understood gets an answer instead of a failed request in the console.
    const statistics = await api.get('statistics', {
      params: { q: text, draft: true },
      signal: mine.signal,
    });
    if (mine.signal.aborted) return;
    if (statistics.problem) fail(statistics.problem);
    else show(statistics);
  } catch (problem) {
    if (mine.signal.aborted) return;
    fail(problem);
  } finally {
    if (running === mine) result.removeAttribute('aria-busy');
  }
}

/** @param {Statistics} statistics */
function show(statistics) {
  showResult(result, statistics);
  const some = statistics.numbers.photos > 0;
  numbers.hidden = !some;
  if (some) showNumbers($('#analysis-numbers'), statistics);
  board.show(some ? statistics : null);
}

/** @param {unknown} problem */
function fail(problem) {
  error.textContent = asError(problem).detail || 'The statistics could not be loaded.';
  if (asError(problem).status === 400) input.setAttribute('aria-invalid', 'true');
  result.textContent = '';
  numbers.hidden = true;
  board.show(null);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  query.write({ q: input.value.trim() });
  // The address does not change if the query is the same, but the user asked for it.
  if ((query.read().q ?? '') === input.value.trim()) load();
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let wanted;
/** Several things may ask for the same load at once. */
function loadSoon(wait = 0) {
  clearTimeout(wanted);
  wanted = setTimeout(load, wait);
}

window.addEventListener('querychange', () => loadSoon());
// While photos are being added, the numbers are updated now and then.
onServer('catalogue', () => loadSoon(2000));
load();
