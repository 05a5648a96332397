// The keys of all pages. The dialog behind "?" shows what the current page has registered; this list
// is for the other pages.

/** @type {[string, { keys: string[], label: string, editors?: boolean }[]][]} */
const all = [
  ['Everywhere', [
    { keys: ['?'], label: 'Show keyboard shortcuts' },
    { keys: ['g e'], label: 'Explore' },
    { keys: ['g i'], label: 'Import', editors: true },
    { keys: ['g a'], label: 'Analysis' },
    { keys: ['g t'], label: 'Table' },
    { keys: ['g l'], label: 'Labels' },
    { keys: ['g h'], label: 'Help' },
    { keys: ['Escape'], label: 'Close dialog or menu' },
  ]],
  ['Explore', [
    { keys: ['/'], label: 'Search' },
    { keys: ['\\'], label: 'Show or hide the filters' },
    { keys: ['ArrowLeft', 'ArrowRight'], label: 'Previous, next photo' },
    { keys: ['ArrowUp', 'ArrowDown'], label: 'Row above, below' },
    { keys: ['Enter', 'Space'], label: 'Open the photo' },
    { keys: ['m'], label: 'Photos, both, map' },
    { keys: ['x'], label: 'Select' },
    { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], label: 'Extend the selection' },
    { keys: ['f'], label: 'Favourite', editors: true },
    { keys: ['0', '1', '2', '3', '4', '5'], label: 'Rate', editors: true },
    { keys: ['l'], label: 'Mark for a label', editors: true },
    { keys: ['+', '-'], label: 'Larger, smaller photos' },
    { keys: ['Home', 'End'], label: 'First, last photo' },
  ]],
  ['Photo', [
    { keys: ['ArrowLeft', 'ArrowRight'], label: 'Previous, next' },
    { keys: ['Space'], label: 'Slideshow: play, pause' },
    { keys: ['i'], label: 'Information' },
    { keys: ['b'], label: 'Boxes' },
    { keys: ['+', '-'], label: 'Zoom in, out' },
    { keys: ['z'], label: 'Fit to window' },
    { keys: ['w'], label: 'Full screen' },
    { keys: ['f'], label: 'Favourite', editors: true },
    { keys: ['0', '1', '2', '3', '4', '5'], label: 'Rate', editors: true },
    { keys: ['r', 'Shift+R'], label: 'Rotate right, left', editors: true },
    { keys: ['l'], label: 'Mark for a label; then Y, N, Del and Z', editors: true },
    { keys: ['c'], label: 'Copy link' },
    { keys: ['d'], label: 'Download original' },
    { keys: ['Escape'], label: 'Back' },
  ]],
  ['Table', [
    { keys: ['ArrowUp', 'ArrowDown'], label: 'Previous, next row' },
    { keys: ['PageUp', 'PageDown'], label: 'Page up, down' },
    { keys: ['Enter', 'Space'], label: 'Open the photo' },
  ]],
  ['Marking and reviewing', [
    { keys: ['y', 'n'], label: 'Answer yes, no', editors: true },
    { keys: ['s', 'Space'], label: 'Skip (in the grid: select)', editors: true },
    { keys: ['z', 'Ctrl+z'], label: 'Undo', editors: true },
    { keys: ['ArrowLeft', 'ArrowRight'], label: 'Previous, next', editors: true },
    {
      keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
      label: 'Extend the selection (in the grid)',
      editors: true,
    },
    { keys: ['Ctrl+a', 'Escape'], label: 'Select all unanswered, select none', editors: true },
  ]],
  ['Examples of a label', [
    { keys: ['ArrowLeft', 'ArrowRight'], label: 'Previous, next example' },
    { keys: ['ArrowUp', 'ArrowDown'], label: 'Row above, below' },
    { keys: ['Enter'], label: 'Open the photo' },
    { keys: ['y', 'n'], label: 'Answer yes, no', editors: true },
    { keys: ['Delete'], label: 'Remove the answer', editors: true },
    { keys: ['x', 'Space'], label: 'Select', editors: true },
    { keys: ['z'], label: 'Undo', editors: true },
  ]],
  ['Import', [
    { keys: ['u'], label: 'Choose photos', editors: true },
    { keys: ['Shift+U'], label: 'Choose a folder', editors: true },
  ]],
];

export const keyGroups = all.filter(([, keys]) => keys.length);
