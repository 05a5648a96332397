// The Compare page: two models, the classes in which they differ, and the pictures. All choices
// are in the address: a, b, class, side, page.

import { $, clear, el, icon } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { onServer } from '../core/events.js';
import { query } from '../core/query.js';
import { isViewerOpen } from '../viewer/viewer.js';
import { Choice, comparable } from './choice.js';
import { nothingInCommon, tooFew } from './empty.js';
import { Pictures } from './pictures.js';
import { summary } from './summary.js';
import { ClassTable } from './table.js';

const body = $('#compare-body');
const choice = new Choice($('#compare-choice'), choose);
/** @type {Model[]} */
let models = [];
let photos = 0;
let shown = '';
/** @type {{ pictures: Pictures, table: ClassTable } | null} */
let parts = null;

/**
 * Chooses other models and forgets the choice of pictures.
 * @param {string} a
 * @param {string} b
 */
function choose(a, b) {
  query.write({ a, b, class: null, side: null, page: null });
}

async function begin() {
  try {
    ({ models, photos } = await api.get('models'));
  } catch (problem) {
    return fail(problem);
  }
  if (!comparable(models)) return clear(body).append(tooFew());
  await follow();
}

/** Shows what the address asks for. */
async function follow() {
  const state = query.read();
  const pair = choice.show(models, state);
  if (!pair) return clear(body).append(tooFew());
  const key = `${pair.a.id}\n${pair.b.id}`;
  if (key !== shown) await compare(pair, key);
  parts?.table.mark(state);
  parts?.pictures.show(state);
}

/**
 * @param {Pair} pair
 * @param {string} key
 */
async function compare(pair, key) {
  shown = key;
  parts = null;
  body.setAttribute('aria-busy', 'true');
  try {
    // The catalogue does not know models that have not analysed any photos yet.
    const isSeen = pair.a.photos > 0 && pair.b.photos > 0;
    const found = isSeen
      ? await api.get('models/compare', { params: { a: pair.a.id, b: pair.b.id } })
      : null;
    if (shown === key) draw(pair, found);
  } catch (problem) {
    if (shown === key) fail(problem);
  } finally {
    body.removeAttribute('aria-busy');
  }
}

/**
 * @param {Pair} pair
 * @param {Comparison | null} found
 */
function draw(pair, found) {
  clear(body);
  if (!found || found.photos === 0) {
    body.append(nothingInCommon(pair, photos, () => {
      shown = '';
      begin();
    }));
    return;
  }
  const table = new ClassTable(pair, found);
  const pictures = new Pictures(pair, found);
  body.append(
    summary(pair, found),
    el('div', { class: 'compare-columns' }, table.node, pictures.node),
  );
  parts = { table, pictures };
}

/** @param {unknown} problem */
function fail(problem) {
  const again = () => {
    shown = '';
    begin();
  };
  clear(body).append(
    el(
      'div',
      { class: 'notice is-error', role: 'alert' },
      icon('warning'),
      el(
        'div',
        { class: 'stack' },
        el('p', { text: sentenceOf(problem) }),
        el(
          'div',
          {},
          el('button', {
            type: 'button',
            class: 'button',
            text: 'Try again',
            on: { click: again },
          }),
        ),
      ),
    ),
  );
}

window.addEventListener('querychange', () => {
  if (!isViewerOpen()) follow();
});
onServer('job', (job) => {
  if (
    job.kind !== 'analyse_again' || !['done', 'failed', 'cancelled'].includes(job.state) ||
    isViewerOpen()
  ) return;
  shown = '';
  begin();
});
begin();
