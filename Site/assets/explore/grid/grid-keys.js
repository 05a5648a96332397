// The keys of the grid: arrow keys that follow the layout, and keys for marks.

import { bindKeys } from '../../core/keys.js';

const group = 'Photos';

/**
 * @param {GridActions} actions
 * @param {import('./grid.js').Grid} grid
 */
export function bindGridKeys(grid, actions) {
  // Up and down keep the column, even if rows have different widths.
  /** @type {number | null} */
  let column = null;
  /** @param {number} by */
  const step = (by) => () => {
    column = null;
    grid.focus(grid.focusIndex + by);
  };
  /** @param {number} by */
  const row = (by) => () => {
    const { rows, focusIndex } = grid;
    column ??= rows.middleOf(focusIndex);
    const target = rows.rowOf(focusIndex) + by;
    if (target >= 0 && target < rows.rows) grid.focus(rows.nearestInRow(target, column));
  };
  /** @param {number} direction */
  const page = (direction) => () => {
    const { rows, focusIndex, size } = grid;
    column ??= rows.middleOf(focusIndex);
    const top = rows.rowTop[rows.rowOf(focusIndex)] + direction * size.height * 0.85;
    grid.focus(rows.nearestInRow(rows.rowAt(top), column));
  };
  /** @param {() => unknown} move */
  const extend = (move) => () => {
    const from = grid.focusIndex;
    move();
    actions.selectRange(from, grid.focusIndex);
  };
  /** @param {() => number} target */
  const far = (target) => () => {
    column = null;
    grid.focus(target());
  };
  /** @param {(index: number) => unknown} run */
  const current = (run) => () => run(grid.focusIndex);

  const moving = [
    { keys: ['ArrowRight'], label: 'Next photo', run: step(1) },
    { keys: ['ArrowLeft'], label: 'Previous photo', run: step(-1) },
    { keys: ['ArrowDown'], label: 'Row below', run: row(1) },
    { keys: ['ArrowUp'], label: 'Row above', run: row(-1) },
    { keys: ['PageDown'], label: 'A page down', run: page(1) },
    { keys: ['PageUp'], label: 'A page up', run: page(-1) },
    { keys: ['Home'], label: 'First photo', run: far(() => 0) },
    { keys: ['End'], label: 'Last photo', run: far(() => grid.count - 1) },
    { keys: ['Enter', 'Space'], label: 'Open the photo', run: current(actions.open) },
  ];
  const marking = [
    { keys: ['f'], label: 'Favourite', run: current(actions.favourite) },
    ...[0, 1, 2, 3, 4, 5].map((stars) => ({
      keys: [String(stars)],
      label: stars ? `Rate ${stars}` : 'Remove the rating',
      run: () => actions.rate(grid.focusIndex, stars),
    })),
    { keys: ['x'], label: 'Select', run: current(actions.select) },
    { keys: ['Shift+ArrowRight'], label: 'Extend the selection', run: extend(step(1)) },
    { keys: ['Shift+ArrowLeft'], run: extend(step(-1)) },
    { keys: ['Shift+ArrowDown'], run: extend(row(1)) },
    { keys: ['Shift+ArrowUp'], run: extend(row(-1)) },
  ];
  const bindings = [...moving, ...(actions.canEdit ? marking : [])].map((binding) => ({
    group,
    ...binding,
  }));
  bindKeys(bindings, { scope: grid.spacer, when: () => grid.count > 0 });
  bindKeys([
    { keys: ['+', '='], label: 'Larger photos', group, run: () => actions.zoom(1) },
    { keys: ['-'], label: 'Smaller photos', group, run: () => actions.zoom(-1) },
  ], { when: () => actions.isShown() });
  grid.spacer.addEventListener('pointerdown', () => {
    column = null;
  });
}
