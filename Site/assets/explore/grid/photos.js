// The photos of the current result in the grid, which keeps its position when the library changes.

import { api } from '../../core/api.js';
import { Blocks } from '../../shared/blocks.js';
import { Grid } from './grid.js';
import { sectionsOf } from './layout-data.js';
import { store } from '../state.js';

/** How long a new result waits for its first photos, so that it appears with pictures. */
const PATIENCE_MS = 160;
const FIRST = 60;

export class Photos {
  /** @type {{}} */
  turn;
  /** @type {ResultLayout | null} */
  layout = null;

  /** @param {PhotosParts} parts */
  constructor(parts) {
    this.onError = parts.onError;
    /** @type {Blocks<GridPhoto>} */
    this.blocks = new Blocks({ total: 0, fetch: async () => [], onLoad() {} });
    /** Resolved when the first result is shown with its photos. */
    this.shown = new Promise((resolve) => {
      this.onShown = () => resolve(undefined);
    });
    this.grid = new Grid({ ...parts, blocks: this.blocks, hrefOf });
    store.on('answer', (detail) => this.answered(detail));
  }

  /** @param {{ soft: boolean, restore: boolean }} options */
  async answered({ soft, restore }) {
    const { result, layout, query, order } = store;
    if (!layout) return;
    const turn = this.turn = {};
    /** @type {Blocks<GridPhoto>} */
    const blocks = new Blocks({
      total: layout.count,
      fetch: (offset, limit, signal) => fetchItems({ q: query, order }, offset, limit, signal),
      onLoad: (first, end) => this.blocks === blocks && this.grid.fillRange(first, end),
      onError: (error) => this.onError(error),
    });
    const anchor = soft ? await this.sameAnchor(layout, query) : restore ? storedAnchor() : null;
    await this.prefetch(blocks, anchor?.index ?? 0);
    if (turn !== this.turn || result !== store.result) return;
    this.blocks.close();
    this.blocks = this.grid.blocks = blocks;
    this.layout = layout;
    this.grid.show(layout.aspects, sectionsOf(layout, order), anchor);
    this.onShown();
  }

  /**
   * @param {import('../../shared/blocks.js').Blocks<GridPhoto>} blocks
   * @param {number} index
   */
  prefetch(blocks, index) {
    if (!blocks.total) return null;
    const items = blocks.items(Math.max(0, Math.min(index, blocks.total - 1)), FIRST).catch(
      () => {},
    );
    return Promise.race([
      items,
      new Promise((resolve) => {
        setTimeout(resolve, PATIENCE_MS);
      }),
    ]);
  }

  /**
   * The photo at the top of the window and the one with the focus, at their places in the new layout.
   * @param {ResultLayout} layout
   * @param {string} query
   */
  async sameAnchor(layout, query) {
    const anchor = { ...this.grid.anchor(), focus: this.grid.focusIndex };
    const photo = this.blocks.get(anchor.index);
    if (!photo || isSameUpTo(this.layout, layout, anchor.index)) return anchor;
    try {
      const { index } = await api.get(`photos/${photo.id}`, { params: { q: query } });
      if (!Number.isInteger(index) || store.order !== 'oldest') return anchor;
      return { ...anchor, index, focus: anchor.focus + index - anchor.index };
    } catch {
      return anchor;
    }
  }

  /**
   * A photo has a new mark or rotation.
   * @param {PhotoChange & { id: number }} photo
   */
  update(photo) {
    const index = this.blocks.update(photo);
    if (index >= 0) this.grid.fillRange(index, index + 1);
  }
}

/** @param {{ id: number }} options */
export function hrefOf({ id }) {
  const parameters = new URLSearchParams();
  if (store.query) parameters.set('q', store.query);
  if (store.order !== 'oldest') parameters.set('order', store.order);
  const text = parameters.toString().replaceAll('+', '%20');
  return `/photo/${id}${text ? `?${text}` : ''}`;
}

/**
 * @param {Record<string, string>} params
 * @param {number} offset
 * @param {number} limit
 * @param {AbortSignal} signal
 */
async function fetchItems(params, offset, limit, signal) {
  const { photos } = await api.get('photos', {
    params: { ...params, offset, limit, fields: 'grid' },
    signal,
  });
  return photos;
}

/** The scroll position that the current history entry was left with. */
function storedAnchor() {
  const index = window.history.state?.anchor;
  return index > 0 ? { index, offset: null } : null;
}

/**
 * @param {ResultLayout | null} one
 * @param {ResultLayout} other
 * @param {number} index
 */
function isSameUpTo(one, other, index) {
  if (!one || one.count < index || other.count < index) return false;
  for (let place = 0; place <= index; place += 1) {
    if (one.aspects[place] !== other.aspects[place]) return false;
  }
  return one.count === other.count;
}
