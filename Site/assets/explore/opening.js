// Opening photos in the viewer: from the grid, from the map, and by their own address.

import { toast } from '../core/dialog.js';
import { store } from './state.js';

const PATH = /^\/photo\/([^/]+)$/;

// The viewer is as large as the rest of the page: it comes when the photos are there.
let viewer = null;
const loadViewer = () =>
  viewer ??= import('../viewer/viewer.js').catch((error) => {
    viewer = null;
    throw error;
  });

export class Opening {
  /** @param {import('./photos.js').Photos} photos */
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

  /** The address names a photo: at the start, or after going forward to it again. */
  async follow() {
    const [, id] = PATH.exec(location.pathname) ?? [];
    if (!id) return;
    const { isViewerOpen } = await loadViewer();
    if (!isViewerOpen()) this.open(Number(id));
  }

  /**
   * Back in the grid, one is at the photo last seen.
   * @param {{ index: number | null }} options
   * @param {import('../shared/blocks.js').Blocks<GridPhoto>} blocks
   */
  closed({ index }, blocks) {
    if (blocks === this.photos.blocks && Number.isInteger(index) && store.shownView !== 'map') {
      this.photos.grid.focus(index);
    }
  }
}
