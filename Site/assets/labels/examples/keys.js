// The keys of the examples: they answer for the picture with the focus.

import { focusedNode, targetOf } from '../../core/dom.js';
import { bindKeys } from '../../core/keys.js';

/**
 * @param {HTMLElement} list the element that holds the tiles
 * @param {(node: HTMLElement) => ExampleTile | undefined} tileOf gives the tile of an item of the list
 * @returns what takes the keys away
 * @param {Pick<import('./tile.js').ExampleActions, 'answer' | 'choose'> & { undo: Callback }} act
 * @param {boolean} canEdit
 */
export function bindExampleKeys(list, tileOf, act, canEdit) {
  const group = 'Examples';
  const here = () => focusedNode()?.closest('.labels-example');
  /** @param {(tile: ExampleTile) => unknown} run */
  const withTile = (run) => () => {
    const item = here();
    if (!item) return false;
    const tile = tileOf(item);
    if (tile) run(tile);
  };
  /** @param {(node: HTMLElement) => number} by */
  const step = (by) => () => {
    const items = [...list.children];
    const item = here();
    if (!item) return false;
    items[items.indexOf(item) + by(list)]?.querySelector('a')?.focus();
  };
  const toggle = withTile((tile) => {
    tile.isChosen = !tile.isChosen;
    act.choose(tile, tile.isChosen);
  });
  const bindings = [
    { keys: ['ArrowLeft'], label: 'Previous example', run: step(() => -1) },
    { keys: ['ArrowRight'], label: 'Next example', run: step(() => 1) },
    {
      keys: ['ArrowUp'],
      label: 'Row above',
      run: step((/** @type {HTMLElement} */ node) => -columns(node)),
    },
    { keys: ['ArrowDown'], label: 'Row below', run: step(columns) },
    ...canEdit
      ? [
        { keys: ['y'], label: 'Answer yes', run: withTile((tile) => act.answer(tile, true)) },
        { keys: ['n'], label: 'Answer no', run: withTile((tile) => act.answer(tile, false)) },
        {
          keys: ['Delete', 'Backspace'],
          label: 'Remove the answer',
          run: withTile((tile) => act.answer(tile, null)),
        },
        { keys: ['x'], label: 'Select', run: toggle },
        // As in the marking grid; buttons and checkboxes keep the space bar.
        {
          keys: ['Space'],
          run: (/** @type {KeyboardEvent} */ event) =>
            targetOf(event).matches('a') ? toggle() : false,
        },
      ]
      : [],
  ];
  const ends = [bindKeys(bindings.map((binding) => ({ ...binding, group })), { scope: list })];
  if (canEdit) {
    ends.push(bindKeys([{
      keys: ['z', 'Ctrl+z'],
      label: 'Undo',
      group,
      run: () => {
        act.undo();
      },
    }]));
  }
  return () => {
    for (const end of ends) end();
  };
}

/**
 * How many stand in a row.
 * @param {HTMLElement} list
 */
function columns(list) {
  const [first, ...others] = /** @type {HTMLElement[]} */ ([...list.children]);
  const inRow = others.findIndex((each) => each.offsetTop > first.offsetTop);
  return inRow < 0 ? list.children.length : inRow + 1;
}
