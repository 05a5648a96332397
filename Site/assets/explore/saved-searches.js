// Saved searches: the list, saving the current query, and sharing its address.

import { api, sentenceOf } from '../core/api.js';
import { el, icon } from '../core/dom.js';
import { confirmDialog, openDialog, toast } from '../core/dialog.js';
import { number } from '../core/format.js';
import { session } from '../core/session.js';
import { attachMenu } from './menu.js';
import { store } from './state.js';

/**
 * Makes `button` open the menu of saved searches.
 * @param {HTMLButtonElement} button
 * @param {(query: string) => void} onChoose
 */
export function savedSearchMenu(button, onChoose) {
  attachMenu(button, async ({ close }) => {
    /** @type {MenuItem[]} */
    const actions = [
      ...session.isEditor && store.query ? [{ label: 'Save this search…', run: save }] : [],
      { label: 'Copy link to this view', run: copyLink },
    ];
    return [
      ...actions,
      el('div', { class: 'menu-title', role: 'presentation', text: 'Saved searches' }),
      ...await list(close, onChoose),
    ];
  });
}

/**
 * @param {Callback} close
 * @param {(query: string) => void} onChoose
 */
async function list(close, onChoose) {
  try {
    const { searches } = await api.get('searches');
    if (!searches.length) {
      return [el('p', { class: 'menu-empty hint', text: 'No saved searches yet.' })];
    }
    return searches.map((search) => entry(search, close, onChoose));
  } catch (problem) {
    return [el('p', { class: 'menu-empty hint', text: sentenceOf(problem) })];
  }
}

/**
 * @param {SavedSearch} savedSearch
 * @param {Callback} close
 * @param {(query: string) => void} onChoose
 */
function entry({ name, query, count }, close, onChoose) {
  const choose = () => {
    close();
    onChoose(query);
  };
  return el(
    'div',
    { class: 'menu-row', role: 'presentation' },
    el(
      'button',
      { type: 'button', role: 'menuitem', title: query, on: { click: choose } },
      el('span', { class: 'menu-name', text: name }),
      Number.isFinite(count) && el('span', { class: 'count', text: number(count) }),
    ),
    session.isEditor && el('button', {
      type: 'button',
      role: 'menuitem',
      class: 'menu-remove',
      'aria-label': `Remove ${name}`,
      on: {
        click: () => {
          close();
          remove(name);
        },
      },
    }, icon('trash')),
  );
}

function save() {
  const input = el('input', {
    type: 'text',
    id: 'search-name',
    required: true,
    maxlength: 100,
    autocomplete: 'off',
  });
  const content = el(
    'div',
    { class: 'field' },
    el('label', { for: 'search-name', text: 'Name' }),
    input,
    el('p', { class: 'hint' }, 'Query: ', el('code', { text: store.query })),
  );
  openDialog({
    title: 'Save this search',
    content,
    actions: [
      { label: 'Cancel', class: 'quiet' },
      { label: 'Save', class: 'primary', run: () => keep(input) },
    ],
  });
  input.focus();
}

/** @param {HTMLInputElement} input */
async function keep(input) {
  const name = input.value.trim();
  if (!name) {
    input.focus();
    return false;
  }
  await api.send('PUT', `searches/${encodeURIComponent(name)}`, { query: store.query });
  toast(`Saved as “${name}”.`, { kind: 'ok' });
  return true;
}

/** @param {string} name */
async function remove(name) {
  const isSure = await confirmDialog({
    title: 'Delete saved search?',
    text: `“${name}” will be deleted. Photos are not affected.`,
    confirm: 'Remove',
    danger: true,
  });
  if (!isSure) return;
  try {
    await api.send('DELETE', `searches/${encodeURIComponent(name)}`);
    toast(`“${name}” removed.`, { kind: 'ok' });
  } catch (problem) {
    toast(sentenceOf(problem), { kind: 'error' });
  }
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    toast('Link copied.', { kind: 'ok' });
  } catch {
    // Browsers allow the clipboard only on secure addresses: show the text instead.
    const input = el('input', {
      type: 'text',
      readonly: true,
      value: location.href,
      'aria-label': 'Link',
    });
    openDialog({ title: 'Link to this view', content: el('div', { class: 'field' }, input) });
    input.select();
  }
}
