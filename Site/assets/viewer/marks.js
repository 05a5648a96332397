// Favourite, rating and rotation: shown at once, sent to the server, undone if it refuses.

import { api, sentenceOf } from '../core/api.js';
import { toast } from '../core/dialog.js';

export class Marks {
  /**
   * @param {{ apply: (id: number, change: PhotoChange) => void, saved: (photo: GridPhoto) => void, flash: (sign: string, words: string) => void }} act
   *   apply(id, change): shows it, saved(photo): the server's answer,
   *   flash(sign, words): shows what was done
   */
  constructor(act) {
    this.act = act;
    this.last = Promise.resolve();
  }

  /** @param {GridPhoto} photo */
  toggleFavourite(photo) {
    const favourite = !photo.favourite;
    this.act.flash(favourite ? '♥' : '♡', favourite ? 'Favourite' : 'Removed from favourites');
    return this.send(
      photo,
      () => api.send('PUT', `photos/${photo.id}/favourite`, { favourite }),
      { favourite },
      { favourite: photo.favourite },
    );
  }

  /**
   * @param {GridPhoto} photo
   * @param {number} stars
   */
  rate(photo, stars) {
    this.act.flash(
      stars ? '★'.repeat(stars) : '☆',
      stars === 1 ? '1 star' : `${stars || 'No'} stars`,
    );
    return this.send(
      photo,
      () => api.send('PUT', `photos/${photo.id}/rating`, { stars }),
      { rating: stars },
      { rating: photo.rating },
    );
  }

  /**
   * Rotates by `step` degrees, clockwise.
   * @param {GridPhoto} photo
   * @param {number} step
   */
  turn(photo, step) {
    const turn = ((photo.turn ?? 0) + step + 360) % 360;
    this.act.flash('', step > 0 ? 'Rotated right' : 'Rotated left');
    return this.send(
      photo,
      () => api.send('PUT', `photos/${photo.id}/turn`, { turn }),
      { turn },
      { turn: photo.turn ?? 0 },
    );
  }

  /**
   * @param {GridPhoto} photo
   * @param {() => Promise<GridPhoto>} save
   * @param {PhotoChange} change
   * @param {PhotoChange} before
   */
  send(photo, save, change, before) {
    this.act.apply(photo.id, change);
    // One after the other: two quick turns must not overtake each other.
    this.last = this.last.then(async () => {
      try {
        this.act.saved(await save());
      } catch (problem) {
        this.act.apply(photo.id, before);
        toast(`Not saved: ${sentenceOf(problem)}`, { kind: 'error' });
      }
    });
    return this.last;
  }
}
