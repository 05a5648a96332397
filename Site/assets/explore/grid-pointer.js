// Clicks and fingers in the grid: open, or select.

import { targetOf } from '../core/dom.js';

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
    // Whoever cannot mark photos has no use for a selection; their Ctrl-click opens a tab, as ever.
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
  // A long press by finger begins a selection.
  spacer.addEventListener('contextmenu', (event) => {
    const index = indexOf(event);
    if (event.pointerType !== 'touch' || Number.isNaN(index)) return;
    event.preventDefault();
    actions.toggle(index);
  });
}
