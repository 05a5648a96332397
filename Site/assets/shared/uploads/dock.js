// The panel in the corner that shows the uploads on every page but the import page.

import { $, clear, el, icon } from '../../core/dom.js';
import { createUploadList } from './list.js';
import { uploads } from './uploads.js';

/** @type {HTMLElement | null} */
let dock = null;

/** Shows the panel, or expands it. */
export function openDock() {
  if (dock) return setSmall(false);
  const { summary, list } = createUploadList({ cap: 30 });
  const fold = el('button', {
    type: 'button',
    class: 'button quiet icon-button small',
    on: { click: () => setSmall(!dock?.classList.contains('is-small')) },
  });
  const close = el('button', {
    type: 'button',
    class: 'button quiet icon-button small',
    'aria-label': 'Close uploads',
    hidden: true,
    on: { click: closeDock },
  }, icon('close'));
  const body = el('div', {
    class: 'upload-dock-body',
    tabindex: 0,
    role: 'group',
    'aria-label': 'Files',
  }, list);
  dock = el(
    'section',
    { class: 'upload-dock', 'aria-label': 'Uploads' },
    el('div', { class: 'upload-dock-tools' }, fold, close),
    summary,
    body,
  );
  $('#main').after(dock);
  uploads.addEventListener('change', () => {
    close.hidden = uploads.isActive;
  });
  setSmall(false);
}

/** @param {boolean} small */
function setSmall(small) {
  if (!dock) return;
  dock.hidden = false;
  dock.classList.toggle('is-small', small);
  const button = $('.upload-dock-tools button', dock);
  button.setAttribute('aria-label', small ? 'Show uploads' : 'Minimise uploads');
  button.setAttribute('aria-expanded', !small);
  clear(button).append(icon(small ? 'up' : 'down'));
}

function closeDock() {
  uploads.clearEnded();
  if (dock) dock.hidden = true;
}
