// The files of a page.

import { $, clear, el, focusedNode, icon } from '../core/dom.js';
import { bytes } from '../core/format.js';
import { reasonName } from './reasons.js';

/** @typedef {ReturnType<typeof import('./actions.js').createActions>} SetAsideActions */

/**
 * Shows the files; with `actions`, users can select and retry them.
 * @param {HTMLElement} place
 * @param {SetAsideFile[]} files
 * @param {{ selected: Set<number>, actions: SetAsideActions | null }} options
 */
export function showFiles(place, files, { selected, actions }) {
  const focused = place.contains(document.activeElement)
    ? (focusedNode()?.dataset.key ?? '')
    : null;
  const head = ['File', 'Reason', 'Size'].map((title) => (
    el('th', {
      scope: 'col',
      role: 'columnheader',
      class: title === 'Size' ? 'number' : null,
      text: title,
    })
  ));
  if (actions) {
    head.unshift(
      el('th', { scope: 'col', role: 'columnheader' }, chooseAll(place, files, selected, actions)),
    );
    head.push(
      el(
        'th',
        { scope: 'col', role: 'columnheader' },
        el('span', { class: 'visually-hidden', text: 'Try again' }),
      ),
    );
  }
  // On a phone rows are laid out as cards, which would hide the table from screen readers: hence the roles.
  clear(place).append(
    el(
      'div',
      { class: 'card' },
      el(
        'table',
        { class: 'table files', role: 'table' },
        el('caption', { class: 'visually-hidden', text: 'Files set aside' }),
        el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head)),
        el('tbody', { role: 'rowgroup' }, files.map((file) => row(file, selected, actions))),
      ),
    ),
  );
  if (focused !== null) focusAgain(place, focused);
}

/**
 * The list is rebuilt after a retry; the focus stays on the same element, or goes to the status.
 * @param {HTMLElement} place
 * @param {string} key
 */
function focusAgain(place, key) {
  const same = key ? place.querySelector(`[data-key="${key}"]`) : null;
  (same ?? $('#set-aside-status')).focus();
}

/**
 * @param {HTMLElement} place
 * @param {SetAsideFile[]} files
 * @param {Set<number>} selected
 * @param {SetAsideActions} actions
 */
function chooseAll(place, files, selected, actions) {
  const box = el('input', {
    type: 'checkbox',
    dataset: { key: 'all' },
    checked: files.every((file) => selected.has(file.id)),
    on: {
      change: () => {
        for (const file of files) box.checked ? selected.add(file.id) : selected.delete(file.id);
        for (const each of place.querySelectorAll('tbody input')) each.checked = box.checked;
        actions.changed();
      },
    },
  });
  return el('label', { class: 'choose-all' }, box, el('span', { text: 'Select all' }));
}

/**
 * @param {SetAsideFile} file
 * @param {Set<number>} selected
 * @param {SetAsideActions | null} actions
 */
function row(file, selected, actions) {
  const cells = [
    el(
      'td',
      { role: 'cell', class: 'file-name' },
      el('strong', { text: file.name }),
      el('span', { class: 'hint', text: folderOf(file) }),
    ),
    el('td', { role: 'cell', class: 'file-reason' }, reason(file)),
    el('td', { role: 'cell', class: 'number file-size', text: bytes(file.bytes) }),
  ];
  if (actions) {
    cells.unshift(
      el('td', { role: 'cell', class: 'file-choice' }, choice(file, selected, actions)),
    );
    /** @type {HTMLButtonElement} */
    const again = el(
      'button',
      {
        type: 'button',
        class: 'button small',
        'aria-label': `Try ${file.name} again`,
        dataset: { key: `retry-${file.id}` },
        on: { click: () => actions.retry({ ids: [file.id] }, again) },
      },
      icon('refresh'),
      'Try again',
    );
    cells.push(el('td', { role: 'cell', class: 'actions' }, again));
  }
  return el('tr', { role: 'row' }, cells);
}

/**
 * @param {SetAsideFile} file
 * @param {Set<number>} selected
 * @param {SetAsideActions} actions
 */
function choice(file, selected, actions) {
  const box = el('input', {
    type: 'checkbox',
    'aria-label': `Choose ${file.name}`,
    dataset: { key: `choose-${file.id}` },
    checked: selected.has(file.id),
    on: {
      change: () => {
        box.checked ? selected.add(file.id) : selected.delete(file.id);
        actions.changed();
      },
    },
  });
  return box;
}

/** @param {SetAsideFile} file */
function reason(file) {
  return [
    el('span', { class: 'badge is-warning', text: reasonName(file.reason) }),
    el('p', { text: file.sentence }),
    file.detail
      ? el(
        'details',
        {},
        el('summary', { text: 'Decoder message' }),
        el('pre', { text: file.detail }),
      )
      : null,
  ];
}

/**
 * The folder of a file: its path without its name.
 * @param {SetAsideFile} setAsideFile
 */
function folderOf({ path, name }) {
  const folder = path.endsWith(name) ? path.slice(0, -name.length) : path;
  return folder.length > 1 ? folder.replace(/\/$/, '') : folder;
}

/**
 * Shows that no files are set aside, at all or for this reason.
 * @param {HTMLElement} place
 * @param {number} all
 */
export function showNothing(place, all) {
  const [title, text] = all === 0
    ? ['No files set aside', 'All files could be read.']
    : ['No file with this reason', 'Other files are set aside for other reasons.'];
  clear(place).append(
    el(
      'div',
      { class: 'empty-state' },
      icon('check'),
      el('h2', { text: title }),
      el('p', { text }),
    ),
  );
}
