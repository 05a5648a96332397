// The results of each model side by side, if several models of a task have analysed the photo.

import { el } from '../../core/dom.js';
import { percent } from '../../core/format.js';
import { section } from './parts.js';

/** @type {ComparedTask[]} */
const KINDS = [
  {
    task: 'detection',
    title: 'Objects by model',
    things: ({ objects }) =>
      objects.map(({ class: name, counts, confidence }) => ({ name, counts, confidence })),
  },
  {
    task: 'classification',
    title: 'Scenes by model',
    things: ({ scenes }) =>
      scenes.map(({ class: name, counts, probability }) => ({
        name,
        counts,
        confidence: probability,
      })),
  },
];

/**
 * A section for each task with results of several models.
 * @param {Photo} photoDetails
 */
export function byModel({ results = [] }) {
  return KINDS.map((kind) => {
    const own = results.filter((result) => result.task === kind.task);
    return own.length > 1 ? section(kind.title, table(kind, own), compare(own)) : null;
  });
}

/**
 * @param {ComparedTask} kind
 * @param {ModelResults[]} results
 */
function table(kind, results) {
  const columns = results.map((result) => bestOf(kind, result));
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))]
    .map((name) => ({
      name,
      most: Math.max(...columns.map((column) => column.get(name)?.best ?? 0)),
    }))
    .sort((x, y) => y.most - x.most);
  if (names.length === 0) return el('p', { class: 'muted' }, 'None of them found anything.');
  return el(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': kind.title },
    el(
      'table',
      { class: 'table viewer-by-model' },
      el('thead', {}, el('tr', {}, el('td'), results.map(heading))),
      el(
        'tbody',
        {},
        names.map(({ name }) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, name),
            columns.map((column) => cell(column.get(name))),
          )
        ),
      ),
    ),
  );
}

/** @param {ModelResults} modelResult */
const heading = ({ model, speaks, is_thorough: isThorough }) =>
  el(
    'th',
    { scope: 'col' },
    el('span', {}, model),
    speaks ? el('span', { class: 'badge is-accent' }, 'active') : null,
    isThorough ? el('span', { class: 'badge' }, 'thorough') : null,
  );

/**
 * The classes of one model: how many findings count, and the highest confidence.
 * @param {ComparedTask} task
 * @param {ModelResults} result
 */
function bestOf({ things }, result) {
  /** @type {Map<string, { sure: number, best: number }>} */
  const classes = new Map();
  for (const thing of things(result)) {
    const known = classes.get(thing.name) ?? { sure: 0, best: 0 };
    if (thing.counts) known.sure += 1;
    known.best = Math.max(known.best, thing.confidence);
    classes.set(thing.name, known);
  }
  return classes;
}

/** @param {{ sure: number, best: number } | undefined} found */
function cell(found) {
  if (!found) {
    return el(
      'td',
      { class: 'number muted' },
      el('span', { 'aria-hidden': 'true' }, '–'),
      el('span', { class: 'visually-hidden' }, 'no'),
    );
  }
  const { sure, best } = found;
  if (sure === 0) {
    return el('td', {
      class: 'number muted',
      title: 'Below the threshold: not counted in searches',
    }, `(${percent(best)})`);
  }
  return el('td', { class: 'number' }, sure > 1 ? `${sure} × ` : '', percent(best));
}

/** @param {ModelResults[]} results */
function compare(results) {
  const [a, b] = [...results].sort((x, y) => Number(y.speaks) - Number(x.speaks));
  const address = `/compare?a=${encodeURIComponent(a.model)}&b=${encodeURIComponent(b.model)}`;
  return el(
    'p',
    { class: 'hint' },
    'In brackets: below the model’s threshold. ',
    el('a', { href: address }, 'Compare both models'),
  );
}
