// The keys of the table.

import { bindKeys } from '../core/keys.js';

/**
 * @param {import('./grid.js').Grid} grid
 * @param {(index: number) => void} open
 */
export function bindTableKeys(grid, open) {
  const group = 'Table';
  // A title or a link in the table keeps its own Enter.
  /** @param {() => unknown} run */
  const here = (run) => (/** @type {KeyboardEvent} */ event) =>
    event.target === grid.node ? run() : false;
  /** @param {() => number} target */
  const move = (target) => here(() => grid.moveTo(target()));
  bindKeys([
    { keys: ['ArrowDown'], label: 'Next row', group, run: move(() => grid.active + 1) },
    { keys: ['ArrowUp'], label: 'Previous row', group, run: move(() => grid.active - 1) },
    { keys: ['PageDown'], label: 'Page down', group, run: move(() => grid.active + grid.pageRows) },
    { keys: ['PageUp'], label: 'Page up', group, run: move(() => grid.active - grid.pageRows) },
    { keys: ['Home', 'Ctrl+Home'], label: 'First row', group, run: move(() => 0) },
    { keys: ['End', 'Ctrl+End'], label: 'Last row', group, run: move(() => grid.total - 1) },
    {
      keys: ['Enter', 'Space'],
      label: 'Open the photo',
      group,
      run: here(() => open(grid.active)),
    },
  ], { scope: grid.node });
}
