// Server folders, for administrators.

import { $, clear, el, freshId, icon } from '../core/dom.js';
import { api, asError, sentenceOf } from '../core/api.js';
import { openDialog, toast } from '../core/dialog.js';
import { count } from '../core/format.js';

/**
 * The parts of the dialog: the folder to show, the field with its path, the list of its folders, and a
 * sentence about it.
 * @typedef {{ target: string, path: HTMLInputElement, list: HTMLElement, here: HTMLElement, open: (target: string) => unknown }} FolderChoice
 */

export function setUpFolders() {
  showSources();
  $('#add-folder').addEventListener('click', chooseFolder);
  $('button#look-again').addEventListener('click', async () => {
    $('button#look-again').disabled = true;
    try {
      showStarted(await api.send('POST', 'jobs', { kind: 'refresh', folders: [] }));
      toast('Re-scanning all folders.', { kind: 'ok' });
    } catch (problem) {
      toast(sentenceOf(problem), { kind: 'error' });
    } finally {
      $('button#look-again').disabled = false;
    }
  });
}

// Events follow, but the first one comes only when something has happened.
/** @param {Job} job */
const showStarted = (job) => $('#jobs').dispatchEvent(new CustomEvent('job', { detail: job }));

async function showSources() {
  const list = clear($('#sources'));
  try {
    const { sources } = await api.get('sources');
    $('button#look-again').hidden = sources.length === 0;
    list.hidden = sources.length === 0;
    list.append(
      ...sources.map((/** @type {string} */ path) =>
        el('li', {}, icon('folder'), el('span', { text: path }))
      ),
    );
  } catch (problem) {
    list.append(el('li', { class: 'error', text: asError(problem).detail }));
  }
}

function chooseFolder() {
  const pathId = freshId('path');
  const path = el('input', {
    id: pathId,
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
  });
  const list = el('div', { class: 'folder-list', role: 'group', 'aria-label': 'Folders' });
  const here = el('p', { class: 'hint', 'aria-live': 'polite' });
  /** @param {string} target */
  const open = (target) => showFolder({ target, path, list, here, open });
  path.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    open(path.value);
  });
  const { node } = openDialog({
    title: 'Add a server folder',
    content: [
      el('div', { class: 'field' }, el('label', { for: pathId, text: 'Folder' }), path),
      list,
      here,
      kindChoice(),
    ],
    actions: [
      { label: 'Cancel', class: 'quiet' },
      { label: 'Add this folder', class: 'primary', run: () => addFolder(path.value, node) },
    ],
  });
  open('');
}

function kindChoice() {
  /**
   * @param {string} value
   * @param {string} name
   * @param {string} hint
   * @param {boolean} checked
   */
  const choice = (value, name, hint, checked) =>
    el(
      'label',
      {},
      el('input', { type: 'radio', name: 'kind', value, checked }),
      el('span', { text: name }),
      el('span', { class: 'hint', text: hint }),
    );
  return el(
    'fieldset',
    { class: 'choice-cards' },
    el('legend', { text: 'What should Meridian do?' }),
    choice('add', 'Index in place', 'Nothing is copied. Keep the folder where it is.', true),
    choice(
      'import',
      'Copy into the library',
      'Exact copies in folders by year and month. Needs disk space.',
      false,
    ),
  );
}

/** @param {FolderChoice} choice */
async function showFolder({ target, path, list, here, open }) {
  try {
    const folder = await api.get('folders', { params: { path: target || null } });
    path.value = folder.path;
    /**
     * @param {string} name
     * @param {string} to
     * @param {string} picture
     */
    const row = (name, to, picture) =>
      el(
        'button',
        { type: 'button', on: { click: () => open(to) } },
        icon(picture),
        el('span', { text: name }),
      );
    clear(list).append(...[
      folder.parent !== null && row('Up', folder.parent, 'back'),
      ...folder.folders.map((each) => row(each.name, each.path, 'folder')),
      folder.folders.length === 0 && el('p', { text: 'No subfolders.' }),
    ].filter((each) => each !== false));
    list.scrollTop = 0;
    here.className = 'hint';
    here.textContent = folder.photos_here
      ? `${count(folder.photos_here, 'photo')} in this folder, plus its subfolders.`
      : 'No photos directly in this folder. Subfolders are included.';
  } catch (problem) {
    here.className = 'error';
    here.textContent = sentenceOf(problem);
  }
}

/**
 * @param {string} folder
 * @param {HTMLElement} node
 */
async function addFolder(folder, node) {
  const kind = /** @type {'add' | 'import'} */ (
    /** @type {HTMLInputElement} */ ($('[name=kind]:checked', node)).value
  );
  showStarted(await api.send('POST', 'jobs', { kind, folders: [folder.trim()] }));
  toast(kind === 'add' ? 'Indexing the folder.' : 'Copying and indexing the folder.', {
    kind: 'ok',
  });
  showSources();
}
