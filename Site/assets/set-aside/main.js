// Set aside: the files that could not be used, by reason, in pages. Reason and page are in the
// address.

import { $ } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { count, number } from '../core/format.js';
import { onServer } from '../core/events.js';
import { query } from '../core/query.js';
import { session } from '../core/session.js';
import { showReasons } from './reasons.js';
import { showFiles, showNothing } from './files.js';
import { showPages } from './pages.js';
import { createActions } from './actions.js';
import { followJobs } from './job.js';

const pageSize = 50;
const status = $('#set-aside-status');
const selected = new Set();
const actions = session.isEditor
  ? createActions($('#set-aside-actions'), { selected, done: load })
  : null;

/** @type {AbortController | null} */
let running = null;

function place() {
  const { reason, page } = query.read();
  return { reason: reason || null, page: Math.max(1, Number.parseInt(page, 10) || 1) };
}

async function load() {
  running?.abort();
  const mine = (running = new AbortController());
  const { reason, page } = place();
  try {
    const params = { reason, offset: (page - 1) * pageSize, limit: pageSize };
    const answer = await api.get('set-aside', { params, signal: mine.signal });
    if (!mine.signal.aborted) show(answer, reason, page);
  } catch (problem) {
    if (!mine.signal.aborted) status.textContent = sentenceOf(problem);
  }
}

/**
 * @param {SetAsideAnswer} answer
 * @param {string | null} reason
 * @param {number} page
 */
function show(answer, reason, page) {
  const all = answer.reasons.reduce((sum, each) => sum + each.count, 0);
  const shown = reason ? (answer.reasons.find((each) => each.reason === reason)?.count ?? 0) : all;
  // The last page may be empty after a retry.
  const lastPage = Math.max(1, Math.ceil(shown / pageSize));
  if (page > lastPage) {
    return query.write({ page: lastPage > 1 ? lastPage : null }, { replace: true });
  }
  forgetOthers(answer.files);
  $('#set-aside-csv').hidden = all === 0;
  showReasons($('#set-aside-reasons'), answer.reasons, reason, all);
  status.textContent = sentence(shown, all, answer.unsupported);
  actions?.show({ reason, shown, reasons: answer.reasons });
  const list = $('#set-aside-files');
  if (shown === 0) showNothing(list, all);
  else showFiles(list, answer.files, { selected, actions });
  showPages($('#set-aside-pages'), page, lastPage);
}

/**
 * @param {number} shown
 * @param {number} all
 * @param {number} unsupported
 */
function sentence(shown, all, unsupported) {
  const files = shown === all ? count(all, 'file') : `${number(shown)} of ${count(all, 'file')}`;
  const others = unsupported > 0
    ? `${count(unsupported, 'file')} of other kinds, such as videos and documents, ${
      unsupported === 1 ? 'was' : 'were'
    } skipped.`
    : '';
  return [all > 0 ? `${files}.` : '', others].filter(Boolean).join(' ');
}

/**
 * Selected files that are no longer on the page must not be retried.
 * @param {SetAsideFile[]} files
 */
function forgetOthers(files) {
  const here = new Set(files.map((file) => file.id));
  for (const id of selected) if (!here.has(id)) selected.delete(id);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let wanted;
/** @param {number} wait */
const loadSoon = (wait) => {
  clearTimeout(wanted);
  wanted = setTimeout(load, wait);
};

window.addEventListener('querychange', load);
onServer('catalogue', () => loadSoon(1500));
followJobs($('#set-aside-job'), { finished: () => loadSoon(200) });
load();
