// The import page: choosing files, their uploads, jobs, and folders of the server.

import { $, append, el } from '../core/dom.js';
import { session } from '../core/session.js';
import { bindKeys } from '../core/keys.js';
import { filesOfInput } from '../shared/uploads/entries.js';
import { setUpFolders } from './folders.js';
import { showJobs } from './jobs.js';
import { createUploadList } from '../shared/uploads/list.js';
import { uploads } from '../shared/uploads/uploads.js';

function setUpChoosers() {
  for (
    const [button, input] of [['#choose-files', '#files-input'], [
      '#choose-folder',
      '#folder-input',
    ]]
  ) {
    const field = /** @type {HTMLInputElement} */ ($(input));
    $(button).addEventListener('click', () => field.click());
    field.addEventListener('change', () => {
      uploads.add(filesOfInput(field));
      // The same files may be chosen again.
      field.value = '';
    });
  }
  bindKeys([
    {
      keys: ['u'],
      label: 'Choose photos',
      group: 'Import',
      run: () => $('input#files-input').click(),
    },
    {
      keys: ['Shift+U'],
      label: 'Choose a folder',
      group: 'Import',
      run: () => $('input#folder-input').click(),
    },
  ]);
}

function showUploads() {
  const panel = $('#uploads-panel');
  const { summary, list } = createUploadList();
  append(
    panel,
    summary,
    el('div', { class: 'upload-scroll', tabindex: 0, role: 'group', 'aria-label': 'Files' }, list),
  );
  const show = () => {
    panel.hidden = uploads.items.length === 0;
  };
  uploads.addEventListener('change', show);
  show();
}

setUpChoosers();
showUploads();
showJobs($('#jobs'));
if (session.isAdministrator) setUpFolders();
