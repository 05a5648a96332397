// The query as chips: each top-level clause with the number of photos it matches by itself.

import { $, clear, el, icon } from '../../core/dom.js';
import { openDialog } from '../../core/dialog.js';
import { number } from '../../core/format.js';
import { joinClauses, negated, replaceClause, withoutClause } from '../../core/query.js';
import { labelText, readable } from './clause-text.js';
import { attachMenu } from '../menu.js';
import { askFromPanel } from './panel-query.js';
import { store } from '../state.js';

/** @type {Record<string, string>} */
const ICONS = {
  date: 'calendar',
  near: 'pin',
  within: 'map',
  country: 'globe',
  region: 'globe',
  city: 'pin',
  light: 'sun',
  favourite: 'heart',
  rating: 'star',
  camera: 'camera',
  file: 'photo',
  like: 'photo',
  label: 'tag',
};

export class ActiveClauses {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    store.on('answer', () => this.show());
  }

  show() {
    const { clauses } = store;
    const hadFocus = this.host.contains(document.activeElement);
    this.host.hidden = clauses.length === 0;
    clear(this.host).append(...clauses.map((clause, index) => chip(clause, index)));
    if (clauses.length > 1) {
      this.host.append(el('button', {
        type: 'button',
        class: 'button quiet small',
        text: 'Clear all',
        on: { click: () => askFromPanel('') },
      }));
    }
    if (hadFocus) (this.host.querySelector('button') ?? $('button#filter-button')).focus();
  }
}

/**
 * @param {QueryClause} clause
 * @param {number} index
 */
function chip(clause, index) {
  const text = clause.op !== 'or' && kindOf(clause) === 'label'
    ? labelText(clause.text)
    : readable(clause.text);
  const main = el(
    'button',
    { type: 'button', class: 'clause-text', title: clause.text, 'aria-label': `${text}, change` },
    ICONS[kindOf(clause) ?? ''] && icon(ICONS[kindOf(clause) ?? '']),
    el('span', { class: 'truncate', text }),
    Number.isFinite(clause.count) && el('span', { class: 'count', text: number(clause.count) }),
  );
  const node = el(
    'div',
    { class: 'chip is-on clause' },
    main,
    el('button', {
      type: 'button',
      class: 'chip-remove',
      'aria-label': `Remove ${text}`,
      on: { click: () => askFromPanel(withoutClause(store.clauses, index)) },
    }, icon('close')),
  );
  attachMenu(main, () => [
    {
      label: clause.op === 'not' ? 'Include it instead' : 'Exclude it instead (not)',
      run: () => askFromPanel(replaceClause(store.clauses, index, negated(clause))),
    },
    { label: 'Edit the text …', run: () => edit(clause, index) },
    { label: 'Only this', run: () => askFromPanel(joinClauses([clause])) },
    { label: 'Remove', danger: true, run: () => askFromPanel(withoutClause(store.clauses, index)) },
  ]);
  return node;
}

/** @param {QueryClause} clause */
const kindOf = (clause) => clause.kind ?? clause.operands?.[0]?.kind;

/**
 * @param {QueryClause} clause
 * @param {number} index
 */
function edit(clause, index) {
  const input = el('input', {
    type: 'text',
    id: 'clause-text',
    value: clause.text,
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'none',
  });
  const { node } = openDialog({
    title: 'Edit this filter',
    content: el(
      'div',
      { class: 'field' },
      el('label', { for: 'clause-text', text: 'Text' }),
      input,
    ),
    actions: [
      { label: 'Cancel', class: 'quiet' },
      { label: 'Apply', class: 'primary', run: () => apply(input.value.trim(), index) },
    ],
  });
  node.querySelector('input')?.focus();
}

/**
 * @param {string} text
 * @param {number} index
 */
async function apply(text, index) {
  const { clauses } = store;
  const whole = text ? replaceClause(clauses, index, text) : withoutClause(clauses, index);
  if (await store.ask(whole, { origin: 'panel', isTyped: true })) return true;
  const detail = store.problem?.detail ?? 'This is not a valid query.';
  store.ask(store.query, { history: null, soft: true });
  throw new Error(detail);
}
