// The keys of marking: one for each answer.

import { targetOf } from '../../core/dom.js';
import { bindKeys } from '../../core/keys.js';

/**
 * A button, link or field with the focus keeps the space bar; the tab does not need it.
 * @param {Event} event
 */
const isOfControl = (event) =>
  targetOf(event).closest('button:not([role="tab"]), a, input, select, textarea, summary') !== null;

/**
 * A key that is held down answers only once.
 * @param {(event: KeyboardEvent) => unknown} run
 */
const once = (run) => (/** @type {KeyboardEvent} */ event) => event.repeat ? undefined : run(event);

/**
 * One at a time. `act` is { answer(value), skip(), undo(), back(), forward() }.
 * @param {string} group
 * @param {{ answer: (value: boolean) => unknown, skip: Callback, undo: Callback, back: Callback, forward: Callback }} act
 */
export function bindMarkingKeys(group, act) {
  return bindKeys([
    { keys: ['y'], label: 'Yes', run: once(() => act.answer(true)) },
    { keys: ['n'], label: 'No', run: once(() => act.answer(false)) },
    {
      keys: ['s', 'Space'],
      label: 'Skip',
      run: once((event) => event.key === ' ' && isOfControl(event) ? false : act.skip()),
    },
    ...undoKeys(act),
    { keys: ['ArrowLeft'], label: 'Previous', run: () => act.back() },
    { keys: ['ArrowRight'], label: 'Next', run: () => act.forward() },
  ].map((binding) => ({ ...binding, group })));
}

/**
 * Many at once, in a grid.
 * @param {string} group
 * @param {import('./grid.js').Grid} grid
 * @param {{ undo: Callback }} act
 */
export function bindGridKeys(group, grid, act) {
  const { tiles } = grid;
  const everywhere = bindKeys([
    {
      keys: ['y'],
      label: 'Yes for the selection or the focused tile',
      run: once(() => grid.answer(true)),
    },
    {
      keys: ['n'],
      label: 'No for the selection or the focused tile',
      run: once(() => grid.answer(false)),
    },
    ...undoKeys(act),
  ].map((binding) => ({ ...binding, group })));
  /** @type {Record<string, () => number>} */
  const steps = {
    ArrowLeft: () => -1,
    ArrowRight: () => 1,
    ArrowUp: () => -tiles.columns,
    ArrowDown: () => tiles.columns,
  };
  /** @param {KeyboardEvent} event */
  const step = (event) => steps[event.key]();
  const within = bindKeys(
    [
      { keys: ['x', 'Space'], label: 'Select', run: () => tiles.toggle() },
      {
        keys: ['ArrowLeft', 'ArrowRight'],
        label: 'Previous, next tile',
        run: (/** @type {KeyboardEvent} */ event) => tiles.move(step(event)),
      },
      {
        keys: ['ArrowUp', 'ArrowDown'],
        label: 'Row above, below',
        run: (/** @type {KeyboardEvent} */ event) => tiles.move(step(event)),
      },
      {
        keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
        label: 'Extend the selection',
        run: (/** @type {KeyboardEvent} */ event) => tiles.move(step(event), { extend: true }),
      },
      { keys: ['Ctrl+a'], label: 'Select all unanswered', run: () => tiles.choose(grid.open()) },
      {
        keys: ['Escape'],
        label: 'Select none',
        run: () => tiles.choice.size > 0 ? tiles.clearChoice() : false,
      },
      {
        keys: ['Home', 'End'],
        label: 'First, last tile',
        run: (/** @type {KeyboardEvent} */ event) =>
          tiles.focus(tiles.items.at(event.key === 'Home' ? 0 : -1)),
      },
    ].map((binding) => ({ ...binding, group })),
    { scope: tiles.node },
  );
  return () => {
    everywhere();
    within();
  };
}

/** @param {{ undo: Callback }} act */
const undoKeys = (act) => [{
  keys: ['z', 'Ctrl+z'],
  label: 'Undo',
  run: once(() => {
    act.undo();
  }),
}];
