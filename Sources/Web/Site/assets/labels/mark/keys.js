// The keys of marking: one for each answer.

import { bindKeys } from '../../core/keys.js';

/** Space belongs to a button, link or field that has the focus; not to the tab, which is chosen already. */
const isOfControl = ({ target }) => target.closest('button:not([role="tab"]), a, input, select, textarea, summary') !== null;

/** One at a time. `act` is { answer(value), skip(), undo(), back(), forward() }. */
export function bindBenchKeys(group, act) {
  return bindKeys([
    { keys: ['y'], label: 'Yes', run: () => act.answer(true) },
    { keys: ['n'], label: 'No', run: () => act.answer(false) },
    { keys: ['s'], label: 'Skip', run: () => act.skip() },
    { keys: ['Space'], label: 'Skip', run: (event) => isOfControl(event) ? false : act.skip() },
    ...undoKeys(act),
    { keys: ['ArrowLeft'], label: 'The one before', run: () => act.back() },
    { keys: ['ArrowRight'], label: 'The next one', run: () => act.forward() },
  ].map((binding) => ({ ...binding, group })));
}

/** Many at once, in a grid. */
export function bindGridKeys(group, grid, act) {
  const { tiles } = grid;
  const everywhere = bindKeys([
    { keys: ['y'], label: 'Yes, for those chosen or the one with the focus', run: () => grid.answer(true) },
    { keys: ['n'], label: 'No, for those chosen or the one with the focus', run: () => grid.answer(false) },
    ...undoKeys(act),
  ].map((binding) => ({ ...binding, group })));
  const steps = [['ArrowLeft', 'Tile before', () => -1], ['ArrowRight', 'Next tile', () => 1], ['ArrowUp', 'Row above', () => -tiles.columns], ['ArrowDown', 'Row below', () => tiles.columns]];
  const within = bindKeys([
    { keys: ['Space'], label: 'Choose', run: () => tiles.toggle() },
    ...steps.map(([key, label, by]) => ({ keys: [key], label, run: () => tiles.move(by()) })),
    ...steps.map(([key, , by]) => ({ keys: [`Shift+${key}`], label: key === 'ArrowRight' ? 'Choose while moving, in any direction' : '', run: () => tiles.move(by(), { extend: true }) })),
    { keys: ['Ctrl+a'], label: 'Choose all without an answer', run: () => tiles.choose(grid.open()) },
    { keys: ['Escape'], label: 'Choose none', run: () => tiles.choice.size > 0 ? tiles.clearChoice() : false },
    { keys: ['Home'], label: 'First tile', run: () => tiles.focus(tiles.items[0]) },
    { keys: ['End'], label: 'Last tile', run: () => tiles.focus(tiles.items.at(-1)) },
  ].map((binding) => ({ ...binding, group })), { scope: tiles.node });
  return () => { everywhere(); within(); };
}

const undoKeys = (act) => [{ keys: ['z', 'Ctrl+z'], label: 'Undo', run: () => { act.undo(); } }];
