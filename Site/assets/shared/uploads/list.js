// The list of uploads with their totals, on the import page and in the dock.

import { announce } from '../../core/live.js';
import { clear, el, icon } from '../../core/dom.js';
import { bytes, count, duration, number } from '../../core/format.js';
import { states } from './states.js';
import { uploads } from './uploads.js';
import { UploadRow } from './row.js';

// Active and failed uploads come first.
const phases = ['active', 'problem', 'stored', 'waiting', 'done'];

/** The summary and the list, which update themselves; `cap` is the number of rows at first. */
export function createUploadList({ cap = 50 } = {}) {
  /** @type {Map<UploadItem, UploadRow>} */
  const rows = new Map();
  const list = el('ul', { class: 'upload-list' });
  const more = el('button', { type: 'button', class: 'button quiet upload-more', hidden: true });
  const summary = createSummary();
  let shown = cap;

  more.addEventListener('click', () => {
    shown += 100;
    render();
  });

  function render() {
    const items = firstItems(uploads.items, shown);
    const wanted = new Set(items);
    for (const [item, row] of rows) {
      if (!wanted.has(item)) {
        row.node.remove();
        rows.delete(item);
      }
    }
    items.forEach((item, index) => {
      const row = rows.get(item) ?? new UploadRow(item);
      rows.set(item, row);
      row.update();
      if (list.children[index] !== row.node) {
        list.insertBefore(row.node, list.children[index] ?? null);
      }
    });
    const hidden = uploads.items.length - items.length;
    more.hidden = hidden === 0;
    more.textContent = `and ${count(hidden, 'more file')}: show ${Math.min(100, hidden)} of them`;
    summary.update();
  }

  uploads.addEventListener('change', render);
  render();
  return { summary: summary.node, list: el('div', {}, list, more), render };
}

/**
 * @param {UploadItem[]} items
 * @param {number} limit
 */
function firstItems(items, limit) {
  /** @type {Record<string, UploadItem[]>} */
  const buckets = Object.fromEntries(phases.map((phase) => [phase, []]));
  for (const item of items) {
    const bucket = buckets[states[item.state].phase];
    if (bucket.length < limit) bucket.push(item);
  }
  return phases.flatMap((phase) => buckets[phase]).slice(0, limit);
}

/** One line about all uploads, with a bar, the counts of each outcome, and actions for all. */
function createSummary() {
  const title = el('h2', {});
  const detail = el('p', { class: 'muted tabular' });
  const fill = el('span');
  const bar = el('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': 'All uploads',
    'aria-valuemin': 0,
    'aria-valuemax': 100,
  }, fill);
  const explore = el('a', { class: 'button small', href: '/', text: 'View photos' });
  const badges = el('p', { class: 'row upload-outcomes' });
  const cancel = el('button', {
    type: 'button',
    class: 'button small',
    text: 'Cancel all',
    on: { click: () => uploads.cancelAll() },
  });
  const tidy = el('button', {
    type: 'button',
    class: 'button small',
    text: 'Clear finished',
    on: { click: () => uploads.clearEnded() },
  });
  const node = el(
    'div',
    { class: 'upload-summary' },
    el(
      'div',
      { class: 'upload-summary-head' },
      el('div', { class: 'grow' }, title, detail),
      el('div', { class: 'row upload-actions' }, explore, cancel, tidy),
    ),
    bar,
    badges,
  );
  let wasActive = false;

  function update() {
    const totals = uploads.totals();
    const share = totals.bytes ? totals.sent / totals.bytes : 1;
    title.textContent = titleOf(totals);
    detail.textContent = detailOf(totals);
    fill.style.width = `${share * 100}%`;
    bar.setAttribute('aria-valuenow', Math.round(share * 100));
    bar.classList.toggle('is-ok', totals.ended === totals.files);
    clear(badges).append(...outcomes());
    explore.hidden = totals.active || !(uploads.counts.imported > 0);
    cancel.hidden = !totals.active;
    tidy.hidden = totals.active || totals.ended === 0;
    const active = totals.active || uploads.counts.stored > 0;
    if (active !== wasActive) {
      announce(active ? `Adding ${count(totals.files, 'file')}` : sentence());
    }
    wasActive = active;
  }
  return { node, update };
}

/** @param {Totals} totals */
function titleOf({ active, files }) {
  if (files === 0) return 'No uploads in progress';
  if (active) return `Adding ${count(files, 'file')}`;
  return uploads.counts.stored > 0
    ? `Analysing ${count(uploads.counts.stored, 'photo')}`
    : `${count(files, 'file')} done`;
}

/** @param {Totals} totals */
function detailOf({ active, bytes: all, sent, ended, files, rate }) {
  if (!active) {
    return uploads.counts.stored > 0 ? 'All files have arrived. You can leave this page.' : '';
  }
  const parts = [`${number(ended)} of ${number(files)}`, `${bytes(sent)} of ${bytes(all)}`];
  if (rate > 0) parts.push(`${bytes(rate)}/s`, `${duration((all - sent) / rate)} left`);
  return parts.join(' · ');
}

const outcomeOrder = [
  'imported',
  'stored',
  'duplicate',
  'unsupported',
  'damaged',
  'failed',
  'cancelled',
];
/** @type {Record<string, string>} */
const outcomeWords = {
  imported: 'imported',
  stored: 'being analysed',
  duplicate: 'already here',
  damaged: 'damaged',
  failed: 'not uploaded',
  cancelled: 'cancelled',
};

/** @param {string} state */
function outcome(state) {
  const n = uploads.counts[state];
  return `${number(n)} ${outcomeWords[state] ?? (n === 1 ? 'not a photo' : 'not photos')}`;
}

function outcomes() {
  return outcomeOrder.filter((state) => uploads.counts[state] > 0).map((state) =>
    el(
      'span',
      { class: `badge${states[state].tone ? ` is-${states[state].tone}` : ''}` },
      icon(states[state].icon),
      outcome(state),
    )
  );
}

const sentence = () =>
  outcomeOrder.filter((state) => uploads.counts[state] > 0)
    .map((state) => outcome(state)).join(', ') || 'No uploads';
