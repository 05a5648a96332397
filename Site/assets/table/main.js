// The Table page: every column of any query, sorted by the server, with exports.

import { asError } from '../core/api.js';
import { $, el } from '../core/dom.js';
import { onServer } from '../core/events.js';
import { count } from '../core/format.js';
import { query } from '../core/query.js';
import { isViewerOpen, openViewer } from '../viewer/viewer.js';
import { ColumnChoice } from './choice.js';
import { emptyState, failure, notUnderstood } from './empty.js';
import { ExportMenu } from './exports.js';
import { Grid } from './grid.js';
import { bindTableKeys } from './keys.js';
import { Result } from './result.js';
import { SearchField } from './search.js';

const body = $('#table-body');
const counter = $('#table-count');
const field = new SearchField();
const exports = new ExportMenu();
const choice = new ColumnChoice(() => grid.setColumns(choice.columns, state));
const result = new Result({ rows: (first, end) => grid.refresh(first, end) });
const grid = new Grid({
  photo: (index) => result.get(index),
  want: (first, end) => result.want(first, end),
  open,
  sort: (change) => query.write({ ...change }),
});
let state = readState();

$('#table-tools').append(choice.button, choice.panel, exports.button, exports.panel);
bindTableKeys(grid, open);
grid.setColumns(choice.columns, state);
window.addEventListener('querychange', () => {
  if (!isViewerOpen()) load();
});
onServer('catalogue', ({ version }) => {
  if (version !== result.version) refreshSoon();
});
load({ isFirst: true });

function readState() {
  const { q, order, sort, direction } = query.read();
  return {
    q,
    order,
    sort: sort || null,
    direction: sort ? (direction === 'desc' ? 'desc' : 'asc') : null,
  };
}

/** Shows what the address asks for. */
async function load({ isFirst = false } = {}) {
  const wanted = readState();
  if (!isFirst && JSON.stringify(wanted) === JSON.stringify(state) && result.blocks) return;
  state = wanted;
  field.show(state.q);
  grid.setColumns(choice.columns, state);
  await ask({ fromStart: true });
}

/** @param {{ fromStart: boolean }} options */
async function ask({ fromStart }) {
  body.classList.toggle('is-waiting', fromStart);
  try {
    const answer = await result.ask(state);
    if (!answer) return;
    field.showProblem(null);
    show(answer, fromStart);
  } catch (problem) {
    showProblem(problem);
  }
  body.classList.remove('is-waiting');
}

/**
 * @param {NonNullable<Awaited<ReturnType<Result['ask']>>>} answer
 * @param {boolean} fromStart
 */
function show({ count: total, search }, fromStart) {
  counter.replaceChildren(
    el('b', {}, count(total, 'photo')),
    search.left_out ? ` · ${search.left_out}` : '',
  );
  exports.show(state, total);
  if (total === 0) return body.replaceChildren(emptyState(search));
  if (!grid.node.isConnected) body.replaceChildren(grid.node);
  grid.setTotal(total, { fromStart });
  if (!fromStart) grid.refresh(0, total);
}

/** @param {unknown} problem */
function showProblem(problem) {
  // The query is still being typed: the last result stays.
  if (asError(problem).status === 400) {
    field.showProblem(asError(problem));
    if (!grid.node.isConnected) body.replaceChildren(notUnderstood());
    return;
  }
  counter.textContent = '';
  body.replaceChildren(failure(problem, () => ask({ fromStart: true })));
}

let refreshTimer = 0;

/** Updates the table after changes, at most every two seconds, and keeps its position. */
function refreshSoon() {
  refreshTimer ||= setTimeout(() => {
    refreshTimer = 0;
    if (isViewerOpen()) return refreshSoon();
    ask({ fromStart: false });
  }, 2000);
}

/** @param {number} index */
function open(index) {
  const photo = result.get(index);
  if (!photo) return;
  grid.node.focus({ preventScroll: true });
  openViewer({
    id: photo.id,
    index,
    total: result.total,
    query: state.q,
    order: state.order,
    source: { items: (offset, limit) => result.items(offset, limit) },
    onChange: (item) => {
      const place = result.update(item);
      if (place >= 0) grid.refresh(place, place + 1);
    },
    onClose: ({ index: last }) => grid.moveTo(last ?? 0),
  });
}
