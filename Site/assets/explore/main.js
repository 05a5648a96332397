// Explore: the search box, filters, photos and map for one query.

import { $, find, focusedNode } from '../core/dom.js';
import { onServer } from '../core/events.js';
import { bindKeys } from '../core/keys.js';
import { session } from '../core/session.js';
import { ActiveClauses } from './filters/active-clauses.js';
import { writeNear, writePoint } from './filters/clause-text.js';
import { Filters } from './filters/filters.js';
import { bindGridKeys } from './grid/grid-keys.js';
import { listenToPointer } from './grid/grid-pointer.js';
import { distanceBetween } from './map/geodesy.js';
import { HoverPlace } from './map/hover-place.js';
import { ExploreMap } from './map/map.js';
import { labelItems } from './marks/label-menu.js';
import { setFavourite, setRating } from './marks/marks.js';
import { Menu } from './menu.js';
import { Notices } from './notices.js';
import { Opening } from './opening.js';
import { Photos } from './grid/photos.js';
import { askFromPanel } from './filters/panel-query.js';
import { ResultLine } from './result-line.js';
import { savedSearchMenu } from './saved-searches.js';
import { Scrubber } from './grid/scrubber.js';
import { SearchBox } from './search-box.js';
import { Selection } from './grid/selection.js';
import { Sizes } from './grid/sizes.js';
import { withOnly } from './filters/clause-edit.js';
import { store } from './state.js';
import { learnVocabularies } from './filters/vocabularies.js';

const REFRESH_MS = 2000;
const canEdit = session.isEditor;

const notices = new Notices($('#notices'));
/** @type {Selection | null} */
let selection = null;
const photos = new Photos({
  element: $('#grid'),
  spacer: $('#grid-spacer'),
  canSelect: canEdit,
  isSelected: (id) => selection?.has(id) ?? false,
  onMove: () => scrubber.follow(),
  onLayout: () => scrubber.draw(),
  onRest: () => keepPlace(),
  onError: (error) =>
    store.set('failure', { error, text: store.query, order: store.order, history: null }),
});
const { grid } = photos;
const scrubber = new Scrubber($('#scrubber'), grid);
const opening = new Opening(photos);
const sizes = new Sizes($('#sizes'), (height) => grid.setRowHeight(height));
grid.rowHeight = sizes.height;

selection = new Selection({
  bar: $('#selection'),
  items: (offset, limit) => photos.blocks.items(offset, limit),
  photoAt: (index) => photos.blocks.get(index),
  onChange: () => grid.refill(),
  onMarked: (ids, change) => {
    for (const tile of grid.tiles.values()) {
      if (tile.photo && ids.has(tile.photo.id)) photos.update({ ...tile.photo, ...change });
    }
  },
});

const map = new ExploreMap({
  host: $('#map'),
  tools: $('#map-tools'),
  note: $('#map-note'),
  onOpen: (id) => opening.open(id),
  onList: (cluster) => listCluster(cluster),
});

const search = new SearchBox({
  form: $('form#search'),
  input: $('input#query'),
  list: $('ul#completions'),
  note: $('#query-note'),
  clearButton: $('button#query-clear'),
});
savedSearchMenu($('button#saved'), (text) => search.set(text));
new ActiveClauses($('#clauses'));
new ResultLine({
  countNode: $('#count'),
  noteNode: $('#left-out'),
  orderButton: $('button#order'),
  viewGroup: $('#views'),
});
new Filters({
  host: $('#filters'),
  button: $('button#filter-button'),
  tools: { onCircle: () => useTool('circle'), onArea: () => useTool('area') },
});
new HoverPlace(grid.spacer, {
  photoAt: (index) => photos.blocks.get(index),
  isOn: () => store.shownView === 'both',
  highlight: (point) => map.highlight(point),
});

/** @param {(photo: GridPhoto, stars: number) => unknown} run */
const withPhoto = (run) => (/** @type {number} */ index, stars = 0) => {
  const photo = photos.blocks.get(index);
  if (photo) run(photo, stars);
};
/** @param {PhotoChange & { id: number }} photo */
const update = (photo) => photos.update(photo);
bindGridKeys(grid, {
  canEdit,
  open: (index) => opening.openAt(index),
  favourite: withPhoto((photo) => setFavourite(photo, !photo.favourite, update)),
  rate: withPhoto((photo, stars) => setRating(photo, stars, update)),
  select: (index) => selection.toggle(index),
  selectRange: (from, to) => selection.range(from, to),
  zoom: (by) => sizes.step(by),
  isShown: () => store.shownView !== 'map',
});
listenToPointer(grid.spacer, {
  canEdit,
  openAt: (index) => opening.openAt(index),
  toggle: (index) => selection.toggle(index),
  rangeTo: (index) => selection.rangeTo(index),
  isSelecting: () => selection.ids.size > 0,
});

// Without a selection, the photo with the focus can be marked for a label.
/** @type {GridPhoto | null} */
let toLabel = null;
const photoLabels = new Menu((menu) => labelItems(() => toLabel ? [toLabel.id] : [], menu));
if (canEdit) {
  $('#photos-half').append(photoLabels.node);
  bindKeys([{
    keys: ['l'],
    label: 'Mark for a label',
    group: 'Photos',
    run: labelPhotos,
  }], { when: () => store.shownView !== 'map' && (selection.ids.size > 0 || grid.hasFocus()) });
}

// Skips the search box and filters for keyboard users.
const toPhotos = () => {
  if (store.shownView === 'map') store.showView('grid');
  grid.focus(grid.focusIndex);
};
$('#skip-to-photos').addEventListener('click', toPhotos);
bindKeys([{ keys: ['p'], label: 'Go to the photos', group: 'Explore', run: toPhotos }]);

store.on('view', showView);
store.on('failure', () => notices.show());
showView();

// Updates the page two seconds after the last change of the library.
let refreshTimer = 0;
/** @param {{ version: number }} options */
const changed = ({ version }) => {
  if (!store.result || version === store.result.version) return;
  clearTimeout(refreshTimer);
  refreshTimer = setTimeout(() => store.refresh(), REFRESH_MS);
};
onServer('catalogue', changed);
onServer('hello', changed);
window.addEventListener('online', () => store.failure && store.retry());

// A photo named by the address opens among its neighbours, or alone when there is no result.
store.start().then(async (isAnswered) => {
  if (isAnswered) await photos.shown;
  opening.follow();
});
learnVocabularies();

function labelPhotos() {
  if (selection && selection.ids.size > 0) {
    return void selection.labelMenu.open(selection.labelButton);
  }
  toLabel = photos.blocks.get(grid.focusIndex) ?? null;
  const anchor = focusedNode();
  if (toLabel && anchor) photoLabels.open(anchor);
}

function showView() {
  const view = store.shownView;
  $('#explore').dataset.view = view;
  $('#photos-half').hidden = view === 'map';
  $('#map-half').hidden = view === 'grid';
  if (view === 'grid') map.hide();
  else map.show();
}

/** @param {string} tool */
async function useTool(tool) {
  if (store.shownView === 'grid') {
    store.showView(matchMedia('(width >= 1100px)').matches ? 'both' : 'map');
  }
  /** @type {HTMLDialogElement | null} */ (find('dialog.filter-sheet[open]'))?.close();
  await map.take(tool);
}

/**
 * Photos too close together for the map: a small circle asks for them.
 * @param {Cluster} cluster
 */
function listCluster(cluster) {
  const centre = { latitude: cluster.latitude, longitude: cluster.longitude };
  const corner = { latitude: cluster.north, longitude: cluster.east };
  const metres = Math.max(20, Math.ceil(distanceBetween(centre, corner) * 1.2));
  askFromPanel(withOnly(store.clauses, 'near', writeNear(writePoint(centre), metres)), {
    origin: 'map',
  });
  if (store.shownView === 'map') {
    store.showView(matchMedia('(width >= 1100px)').matches ? 'both' : 'grid');
  }
}

/** Stores the scroll position in the current history entry, for the way back. */
function keepPlace() {
  if (location.pathname.startsWith('/photo/')) return;
  const { index } = grid.anchor();
  if ((window.history.state?.anchor ?? 0) !== index) {
    window.history.replaceState({ ...window.history.state, anchor: index }, '');
  }
}
