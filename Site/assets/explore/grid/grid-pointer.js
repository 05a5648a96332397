// Clicks and touches in the grid: open or select photos.

import { targetOf } from '../../core/dom.js';

/**
 * @param {PointerActions} actions
 * @param {HTMLElement} spacer
 */
export function listenToPointer(spacer, actions) {
  /** @param {Event} event */
  const indexOf = (event) => Number(targetOf(event).closest?.('.tile')?.dataset.index ?? NaN);

  spacer.addEventListener('click', (event) => {
    const index = indexOf(event);
    if (Number.isNaN(index) || event.button !== 0) return;
    // Users who cannot mark photos cannot select them; their Ctrl-click opens a tab as usual.
    if (!actions.canEdit && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    if (event.shiftKey) actions.rangeTo(index);
    else if (
      event.ctrlKey || event.metaKey || targetOf(event).closest('.tile-check') ||
      actions.isSelecting()
    ) actions.toggle(index);
    else actions.openAt(index);
  });

  if (!actions.canEdit) return;
  // A long touch starts a selection.
  spacer.addEventListener('contextmenu', (event) => {
    const index = indexOf(event);
    if (event.pointerType !== 'touch' || Number.isNaN(index)) return;
    event.preventDefault();
    actions.toggle(index);
  });
}
