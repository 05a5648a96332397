// Loads the large pictures before and after the current one, so that moving on is instant.

import { large } from '../../core/media.js';

export class Preload {
  /** @param {import('../details.js').Details} details */
  constructor(details) {
    this.details = details;
    // References keep the browser from dropping decoded pictures.
    this.images = new Map();
  }

  /**
   * Loads the pictures around `index` of `photos`; first those in the direction of `step`.
   * @param {import('../sequence.js').Sequence} photos
   * @param {number} index
   * @param {number} step
   */
  async around(photos, index, step) {
    const places = [1, -1, 2, -2].map((away) => index + away * step)
      .filter((place) => place >= 0 && place < photos.total);
    const wanted = new Map();
    for (const place of places) {
      const photo = await photos.at(place).catch(() => null);
      if (!photo) continue;
      const address = large(photo);
      wanted.set(address, this.images.get(address) ?? image(address));
      if (Math.abs(place - index) === 1) this.details.get(photo.id).catch(() => {});
    }
    this.images = wanted;
  }
}

/** @param {string} address */
function image(address) {
  return Object.assign(new Image(), { decoding: 'async', src: address });
}
