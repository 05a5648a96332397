// The keys of all pages. The sheet behind "?" is made of what the page at hand has registered; this list
// is for reading about the others.

/** @type {[string, { keys: string[], label: string, editors?: boolean }[]][]} */
const all = [
  ['Everywhere', [
    { keys: ['?'], label: 'The keys of this page' },
    { keys: ['g e'], label: 'Explore' },
    { keys: ['g i'], label: 'Import', editors: true },
    { keys: ['g a'], label: 'Analysis' },
    { keys: ['g t'], label: 'Table' },
    { keys: ['g l'], label: 'Labels' },
    { keys: ['g h'], label: 'Help' },
    { keys: ['Escape'], label: 'Close what is open' },
  ]],
  ['Explore', [
    { keys: ['/'], label: 'Search' },
    { keys: ['\\'], label: 'Show or hide the filters' },
    { keys: ['ArrowLeft', 'ArrowRight'], label: 'Previous, next photo' },
    { keys: ['ArrowUp', 'ArrowDown'], label: 'Row above, below' },
    { keys: ['Enter', 'Space'], label: 'Open the photo' },
    { keys: ['m'], label: 'Photos, both, map' },
    { keys: ['x'], label: 'Select' },
    { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], label: 'Select further' },
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
    { keys: ['z'], label: 'Fit into the window' },
    { keys: ['w'], label: 'Whole screen' },
    { keys: ['f'], label: 'Favourite', editors: true },
    { keys: ['0', '1', '2', '3', '4', '5'], label: 'Rate', editors: true },
    { keys: ['r', 'Shift+R'], label: 'Turn right, left', editors: true },
    { keys: ['l'], label: 'Mark for a label; then Y, N, Del and Z', editors: true },
    { keys: ['c'], label: 'Copy the link' },
    { keys: ['d'], label: 'Download the original' },
    { keys: ['Escape'], label: 'Back' },
  ]],
  ['Table', [
    { keys: ['ArrowUp', 'ArrowDown'], label: 'Row before, next row' },
    { keys: ['PageUp', 'PageDown'], label: 'A window back, further' },
    { keys: ['Enter', 'Space'], label: 'Open the photo' },
  ]],
  ['Marking and review of a label', [
    { keys: ['y', 'n'], label: 'Answer yes, no', editors: true },
    { keys: ['s', 'Space'], label: 'Skip; in the grid Space chooses', editors: true },
    { keys: ['z', 'Ctrl+z'], label: 'Undo', editors: true },
    { keys: ['ArrowLeft', 'ArrowRight'], label: 'The one before, the next one', editors: true },
    { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], label: 'Choose further, in the grid', editors: true },
    { keys: ['Ctrl+a', 'Escape'], label: 'Choose all without an answer, none', editors: true },
  ]],
  ['Examples of a label', [
    { keys: ['ArrowLeft', 'ArrowRight'], label: 'Example before, next example' },
    { keys: ['ArrowUp', 'ArrowDown'], label: 'Row above, below' },
    { keys: ['Enter'], label: 'Open the photo' },
    { keys: ['y', 'n'], label: 'Answer yes, no', editors: true },
    { keys: ['Delete'], label: 'Take the answer away', editors: true },
    { keys: ['x', 'Space'], label: 'Choose', editors: true },
    { keys: ['z'], label: 'Undo', editors: true },
  ]],
  ['Import', [
    { keys: ['u'], label: 'Choose photos', editors: true },
    { keys: ['Shift+U'], label: 'Choose a folder', editors: true },
  ]],
];

export const keyGroups = all.filter(([, keys]) => keys.length);
