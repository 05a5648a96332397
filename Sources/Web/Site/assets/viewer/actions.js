// Everything one can do in the viewer: one list for the buttons, the keys and the sheet behind "?".
// `place` is the bar an action has its button in; without it, there is only the key. `icon`, `label`,
// `isOn` and `isOff` may be functions of the viewer.

import { openKeySheet } from '../core/keys.js';
import { session } from '../core/session.js';

export function actionsOf(viewer) {
  return [...moving(viewer), ...looking(viewer), ...marking(viewer), ...sharing(viewer)]
    .filter((action) => !action.edits || session.isEditor);
}

const moving = (viewer) => [
  { id: 'close', icon: 'back', label: 'Close', keys: ['Escape'], place: 'start', run: () => viewer.escape() },
  { id: 'previous', icon: 'left', label: 'Previous photo', keys: ['ArrowLeft', 'PageUp'], place: 'play', run: () => viewer.step(-1), isOff: () => !viewer.canStep(-1) },
  { id: 'play', icon: () => viewer.slideshow.playing ? 'pause' : 'play', label: () => viewer.slideshow.playing ? 'Pause the slideshow' : 'Play the slideshow', sheet: 'Slideshow: play, pause', keys: ['Space'], place: 'play', run: (event) => viewer.togglePlay(event) },
  { id: 'next', icon: 'right', label: 'Next photo', keys: ['ArrowRight', 'PageDown'], place: 'play', run: () => viewer.step(1), isOff: () => !viewer.canStep(1) },
  { id: 'first', label: 'First photo', keys: ['Home'], run: () => viewer.go(0) },
  { id: 'last', label: 'Last photo', keys: ['End'], run: () => viewer.go(viewer.photos.total - 1) },
];

const looking = (viewer) => [
  { id: 'zoom-out', icon: 'minus', label: 'Zoom out', keys: ['-', '_'], place: 'zoom', run: () => viewer.stage.view.zoomOut(), isOff: () => viewer.stage.view.isFitted },
  { id: 'fit', icon: 'photo', label: 'Fit into the window', keys: ['z'], place: 'zoom', run: () => viewer.stage.view.fit(), isOff: () => viewer.stage.view.isFitted },
  { id: 'zoom-in', icon: 'plus', label: 'Zoom in', keys: ['+', '='], place: 'zoom', run: () => viewer.stage.view.zoomIn() },
  { id: 'pan', label: 'Move the enlarged picture', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'ArrowUp', 'ArrowDown'], run: (event) => viewer.pan(event.key) },
  { id: 'boxes', icon: 'box', label: 'Boxes', keys: ['b'], place: 'main', run: () => viewer.toggleBoxes(), isOn: () => viewer.boxesVisible },
  { id: 'info', icon: 'info', label: 'Information', keys: ['i'], place: 'main', run: () => viewer.toggleInfo(), isOn: () => viewer.infoVisible },
  { id: 'fullscreen', icon: 'expand', label: 'Whole screen', keys: ['w'], place: 'more', run: () => viewer.fullscreen.toggle(), isOn: () => viewer.fullscreen.isOn, isMissing: () => !viewer.fullscreen.isPossible },
  { id: 'help', label: 'All keys', keys: ['?'], run: openKeySheet },
];

const marking = (viewer) => [
  { id: 'favourite', icon: () => viewer.photo?.favourite ? 'heart-filled' : 'heart', label: 'Favourite', keys: ['f'], place: 'main', edits: true, run: () => viewer.toggleFavourite(), isOn: () => viewer.photo?.favourite === true },
  { id: 'rate', label: 'Rate with 0 to 5 stars', keys: ['0', '1', '2', '3', '4', '5'], edits: true, run: (event) => viewer.rate(Number(event.key)) },
  { id: 'turn-left', icon: 'rotate', label: 'Turn left', keys: ['Shift+R'], place: 'more', edits: true, run: () => viewer.turn(-90) },
  { id: 'turn-right', icon: 'rotate', label: 'Turn right', keys: ['r'], place: 'more', edits: true, run: () => viewer.turn(90) },
];

const sharing = (viewer) => [
  { id: 'copy', icon: 'link', label: 'Copy the link', keys: ['c'], place: 'more', run: () => viewer.copyLink() },
  { id: 'download', icon: 'download', label: 'Download the original', keys: ['d'], place: 'more', run: () => viewer.download() },
];
