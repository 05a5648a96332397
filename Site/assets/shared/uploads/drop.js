// Files and folders can be dropped anywhere on any page.

import { el, icon } from '../../core/dom.js';
import { toast } from '../../core/dialog.js';

/** @type {HTMLElement | null} */
let overlay = null;
let depth = 0;
let fromPage = false;

/** Shows a sheet over the window while files are dragged over it, and uploads what is dropped. */
export function acceptDrops() {
  // Dragging a thumbnail of the page is not an upload, although browsers offer it as a file.
  window.addEventListener('dragstart', () => {
    fromPage = true;
  });
  window.addEventListener('dragend', () => {
    fromPage = false;
  });
  window.addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth += 1;
    showOverlay();
  });
  window.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  window.addEventListener('dragleave', (event) => {
    if (!carriesFiles(event)) return;
    depth -= 1;
    if (depth <= 0 || event.relatedTarget === null) hideOverlay();
  });
  window.addEventListener('drop', drop);
}

/** @param {DragEvent} event */
const carriesFiles = (event) =>
  !fromPage && [...(event.dataTransfer?.types ?? [])].includes('Files');

function showOverlay() {
  overlay ??= document.body.appendChild(
    el(
      'div',
      { class: 'drop-overlay', popover: 'manual' },
      icon('upload'),
      el('strong', { text: 'Drop to add to your library' }),
      el('p', { class: 'muted', text: 'Photos or whole folders' }),
    ),
  );
  if (!overlay.matches(':popover-open')) overlay.showPopover();
}

function hideOverlay() {
  depth = 0;
  if (overlay?.matches(':popover-open')) overlay.hidePopover();
}

/** @param {DragEvent} event */
async function drop(event) {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  hideOverlay();
  // Browsers empty the transfer after this event, so its entries are read before any await.
  const taken = takeEntries(event.dataTransfer);
  const [{ readEntries }, { uploads }] = await Promise.all([
    import('./entries.js'),
    import('./uploads.js'),
  ]);
  if (document.body.dataset.page !== 'import') (await import('./dock.js')).openDock();
  const found = await readEntries(taken, (files) => uploads.add(files));
  if (found === 0) toast('The dropped items contain no files.');
}

/** @param {DataTransfer | null} transfer */
function takeEntries(transfer) {
  const items = [...transfer?.items ?? []].filter((item) => item.kind === 'file');
  const taken = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter((entry) =>
    entry !== null
  );
  return taken.length ? taken : [...transfer?.files ?? []];
}
