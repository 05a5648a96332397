// All actions of the viewer: one list for the buttons, the keys and the help behind "?".
// `icon`, `text`, `label`, `isOn` and `isOff` may be functions, called after each change.

import { openKeySheet } from '../core/keys.js';
import { session } from '../core/session.js';
import { copyLink, download } from './sharing.js';

/**
 * @param {Viewer} viewer
 * @returns {ViewerAction[]}
 */
export function actionsOf(viewer) {
  return [...moving(viewer), ...viewing(viewer), ...marking(viewer), ...sharing(viewer)]
    .filter((action) => !action.edits || session.isEditor);
}

/**
 * The key binding of an action.
 * @param {ViewerAction} viewerAction
 */
export const keyBinding = ({ keys, label, sheet, run }) => ({
  keys,
  run,
  group: 'Viewer',
  label: sheet ?? (typeof label === 'function' ? label() : label),
});

/**
 * @param {Viewer} viewer
 * @returns {ViewerAction[]}
 */
const moving = (viewer) => [
  { id: 'close', icon: 'back', label: 'Close', keys: ['Escape'], run: () => viewer.escape() },
  {
    id: 'previous',
    icon: 'left',
    label: 'Previous photo',
    keys: ['ArrowLeft', 'PageUp'],
    run: () => viewer.step(-1),
    isOff: () => !viewer.canStep(-1),
  },
  {
    id: 'next',
    icon: 'right',
    label: 'Next photo',
    keys: ['ArrowRight', 'PageDown'],
    run: () => viewer.step(1),
    isOff: () => !viewer.canStep(1),
  },
  { id: 'first', label: 'First photo', keys: ['Home'], run: () => viewer.go(0) },
  {
    id: 'last',
    label: 'Last photo',
    keys: ['End'],
    run: () => viewer.go(viewer.navigation.total - 1),
  },
  {
    id: 'play',
    keys: ['Space'],
    sheet: 'Slideshow: play, pause',
    icon: () => viewer.slideshow.playing ? 'pause' : 'play',
    label: () => viewer.slideshow.playing ? 'Pause the slideshow' : 'Play the slideshow',
    run: (event) => viewer.togglePlay(event),
  },
];

/**
 * @param {Viewer} viewer
 * @returns {ViewerAction[]}
 */
const viewing = (viewer) => {
  const { view } = viewer.stage;
  return [
    { id: 'zoom-in', icon: 'plus', label: 'Zoom in', keys: ['+', '='], run: () => view.zoomIn() },
    {
      id: 'zoom-out',
      icon: 'minus',
      label: 'Zoom out',
      keys: ['-', '_'],
      run: () => view.zoomOut(),
      isOff: () => view.isFitted,
    },
    {
      id: 'fit',
      text: () => view.isFitted ? 'Fit' : `${Math.round(view.zoom * 100)} %`,
      label: 'Fit to window',
      keys: ['z'],
      run: () => view.fit(),
    },
    {
      id: 'pan',
      label: 'Move the zoomed photo',
      keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'ArrowUp', 'ArrowDown'],
      run: (/** @type {KeyboardEvent} */ event) => viewer.pan(event.key),
    },
    {
      id: 'boxes',
      icon: 'box',
      label: 'Boxes',
      keys: ['b'],
      run: () => viewer.toggleBoxes(),
      isOn: () => viewer.boxes.isOn,
    },
    {
      id: 'info',
      icon: 'info',
      label: 'Information',
      keys: ['i'],
      run: () => viewer.toggleInfo(),
      isOn: () => viewer.infoSwitch.isOn,
    },
    {
      id: 'fullscreen',
      icon: 'expand',
      label: 'Full screen',
      keys: ['w'],
      run: () => viewer.fullscreen.toggle(),
      isOn: () => viewer.fullscreen.isOn,
      isMissing: () => !viewer.fullscreen.isPossible,
    },
    { id: 'help', label: 'All keys', keys: ['?'], run: openKeySheet },
  ];
};

/**
 * @param {Viewer} viewer
 * @returns {ViewerAction[]}
 */
const marking = (viewer) => {
  /** @param {(photo: GridPhoto) => unknown} run */
  const mark = (run) => viewer.photo && run(viewer.photo);
  return [
    {
      id: 'favourite',
      label: 'Favourite',
      keys: ['f'],
      edits: true,
      icon: () => viewer.photo?.favourite ? 'heart-filled' : 'heart',
      run: () => mark((photo) => viewer.marks.toggleFavourite(photo)),
      isOn: () => viewer.photo?.favourite === true,
    },
    {
      id: 'rate',
      label: 'Rate with 0 to 5 stars',
      keys: ['0', '1', '2', '3', '4', '5'],
      edits: true,
      run: (/** @type {KeyboardEvent} */ { key }) =>
        mark((photo) => viewer.marks.rate(photo, Number(key))),
    },
    {
      id: 'label',
      icon: 'tag',
      label: 'Mark for a label',
      keys: ['l'],
      edits: true,
      run: () => viewer.photo && viewer.toggleLabelling(),
      isOn: () => viewer.labelling.isOn,
    },
    {
      id: 'turn-right',
      icon: 'rotate',
      label: 'Rotate right',
      keys: ['r'],
      edits: true,
      run: () => mark((photo) => viewer.marks.turn(photo, 90)),
    },
    {
      id: 'turn-left',
      icon: 'rotate',
      label: 'Rotate left',
      keys: ['Shift+R'],
      edits: true,
      run: () => mark((photo) => viewer.marks.turn(photo, -90)),
    },
  ];
};

/**
 * @param {Viewer} viewer
 * @returns {ViewerAction[]}
 */
const sharing = (viewer) => [
  {
    id: 'copy',
    icon: 'link',
    label: 'Copy link',
    keys: ['c'],
    run: () => viewer.photo && copyLink(viewer.address.of(viewer.photo), viewer.node),
  },
  {
    id: 'download',
    icon: 'download',
    label: 'Download original',
    keys: ['d'],
    run: () => viewer.photo && download(viewer.photo),
  },
];
