// Opening photos in the viewer: from the grid, from the map, and by their own address.

import { toast } from '../core/dialog.js';
import { store } from './state.js';

const PATH = /^\/photo\/([^/]+)$/;

// The viewer has as much code as the rest of the page: it is loaded after the photos.
let viewer = null;
const loadViewer = () =>
  viewer ??= import('../viewer/viewer.js').catch((error) => {
    viewer = null;
    throw error;
  });

export class Opening {
  /** @param {import('./grid/photos.js').Photos} photos */
  constructor(photos) {
    this.photos = photos;
    window.addEventListener('popstate', () => this.follow());
    photos.shown.then(() => setTimeout(() => loadViewer().catch(() => {}), 300));
  }

  /** @param {number} id */
  async open(id, /** @type {number | null} */ index = null) {
    const { photos } = this;
    const { blocks } = photos;
    try {
      const { openViewer } = await loadViewer();
      openViewer({
        id,
        index,
        total: store.result?.count ?? 0,
        query: store.query,
        order: store.order,
        source: {
          items: (/** @type {number} */ offset, /** @type {number} */ limit) =>
            blocks.items(offset, limit),
          total: blocks.total,
        },
        onClose: (/** @type {{ index: number | null }} */ seen) => this.closed(seen, blocks),
        onChange: (/** @type {GridPhoto} */ photo) => photos.update(photo),
      });
    } catch {
      toast('The photo could not be opened: the server is not responding.', { kind: 'error' });
    }
  }

  /** @param {number} index */
  openAt(index) {
    const photo = this.photos.blocks.get(index);
    if (photo) this.open(photo.id, index);
  }

  /** Opens the photo of the address: at the start, or after going forward in the history. */
  async follow() {
    const [, id] = PATH.exec(location.pathname) ?? [];
    if (!id) return;
    const { isViewerOpen } = await loadViewer();
    if (!isViewerOpen()) this.open(Number(id));
  }

  /**
   * Closing the viewer leads to the last photo in the grid.
   * @param {{ index: number | null }} options
   * @param {import('../shared/blocks.js').Blocks<GridPhoto>} blocks
   */
  closed({ index }, blocks) {
    if (blocks === this.photos.blocks && Number.isInteger(index) && store.shownView !== 'map') {
      this.photos.grid.focus(index);
    }
  }
}
