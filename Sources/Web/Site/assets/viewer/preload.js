// The large pictures before and after the one that is seen, so that moving on takes no time.

import { large } from '../core/media.js';

export class Preload {
  constructor(photos, details) {
    this.photos = photos;
    this.details = details;
    // Held, or the browser would be free to drop what it has decoded.
    this.images = new Map();
  }

  /** Loads what is around `index`; the side one moves towards (`step`) first. */
  async around(index, step = 1) {
    const places = [1, -1, 2, -2].map((away) => index + away * step)
      .filter((place) => place >= 0 && place < this.photos.total);
    const wanted = new Map();
    for (const place of places) {
      const photo = await this.photos.at(place).catch(() => null);
      if (!photo) continue;
      const address = large(photo);
      wanted.set(address, this.images.get(address) ?? this.image(address));
      if (Math.abs(place - index) === 1) this.details.get(photo.id).catch(() => {});
    }
    this.images = wanted;
  }

  image(address) {
    const image = new Image();
    image.decoding = 'async';
    image.src = address;
    return image;
  }
}
