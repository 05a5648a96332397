// Marks the position of the photo under the pointer on the map.

import { targetOf } from '../../core/dom.js';
import { api } from '../../core/api.js';

const PAUSE_MS = 90;
const KEEP = 500;

export class HoverPlace {
  /** @type {number | null} */
  id;
  /** @type {number} */
  timer;

  /**
   * `isOn` returns whether the map is visible.
   * @param {HTMLElement} spacer
   * @param {{ photoAt: (index: number) => GridPhoto | undefined, isOn: () => boolean, highlight: (point: Position | null) => void }} options
   */
  constructor(spacer, { photoAt, isOn, highlight }) {
    this.photoAt = photoAt;
    this.isOn = isOn;
    this.highlight = highlight;
    this.known = new Map();
    /** @param {Event} event */
    const over = (event) => this.over(targetOf(event).closest?.('.tile'));
    spacer.addEventListener('pointerover', over);
    spacer.addEventListener('focusin', over);
    spacer.addEventListener('pointerleave', () => this.over(null));
    spacer.addEventListener('focusout', () => this.over(null));
  }

  /** @param {HTMLElement | null} tile */
  over(tile) {
    clearTimeout(this.timer);
    const photo = tile && this.isOn() ? this.photoAt(Number(tile.dataset.index)) : null;
    this.id = photo?.id ?? null;
    if (!photo) {
      this.highlight(null);
      return;
    }
    this.timer = setTimeout(() => this.show(photo), this.known.has(photo.id) ? 0 : PAUSE_MS);
  }

  /** @param {GridPhoto} photo */
  async show(photo) {
    try {
      const point = await this.placeOf(photo);
      if (this.id === photo.id) this.highlight(point);
    } catch {
      // Without an answer, nothing is marked.
    }
  }

  /** @param {{ id: number }} options */
  async placeOf({ id }) {
    if (!this.known.has(id)) {
      const { latitude, longitude } = await api.get(`photos/${id}`);
      if (this.known.size > KEEP) this.known.clear();
      this.known.set(
        id,
        Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null,
      );
    }
    return this.known.get(id);
  }
}
