// Opening photos in the viewer: from the grid, from the map, and by their own address.

import { isViewerOpen, openViewer } from '/assets/viewer/viewer.js';
import { store } from './state.js';

const PATH = /^\/photo\/([^/]+)$/;

export class Opening {
  constructor(photos) {
    this.photos = photos;
    window.addEventListener('popstate', () => this.follow());
  }

  open(id, index = null) {
    const { photos } = this;
    const { blocks } = photos;
    openViewer({
      id, index, total: store.result?.count ?? 0, query: store.query, order: store.order,
      source: { items: (offset, limit) => blocks.items(offset, limit), total: blocks.total },
      onClose: (seen) => this.closed(seen, blocks),
      onChange: (photo) => photos.update(photo),
    });
  }

  openAt(index) {
    const photo = this.photos.blocks.get(index);
    if (photo) this.open(photo.id, index);
  }

  /** The address names a photo: at the start, or after going forward to it again. */
  follow() {
    const [, id] = PATH.exec(location.pathname) ?? [];
    if (id && !isViewerOpen()) this.open(Number(id) || id);
  }

  /** Back in the grid, one is at the photo last seen. */
  closed({ index }, blocks) {
    if (blocks === this.photos.blocks && Number.isInteger(index) && store.shownView !== 'map') this.photos.grid.focus(index);
  }
}
