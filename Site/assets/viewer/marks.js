// Favourite, rating and turn: shown at once, sent to the server, taken back if it says no.

import { api, sentenceOf } from '../core/api.js';
import { toast } from '../core/dialog.js';

export class Marks {
  /**
   * @param {{ apply: (id: number, change: PhotoChange) => void, saved: (photo: Photo) => void, flash: (sign: string, words: string) => void }} act
   *   apply(id, change): shows it, saved(photo): the server's word,
   *   flash(sign, words): tells what was done
   */
  constructor(act) {
    this.act = act;
    this.last = Promise.resolve();
  }

  /** @param {Photo} photo */
  toggleFavourite(photo) {
    const favourite = !photo.favourite;
    this.act.flash(favourite ? '♥' : '♡', favourite ? 'Favourite' : 'Removed from favourites');
    return this.send(photo, 'favourite', { favourite }, { favourite }, {
      favourite: photo.favourite,
    });
  }

  /**
   * @param {Photo} photo
   * @param {number} stars
   */
  rate(photo, stars) {
    this.act.flash(
      stars ? '★'.repeat(stars) : '☆',
      stars === 1 ? '1 star' : `${stars || 'No'} stars`,
    );
    return this.send(photo, 'rating', { stars }, { rating: stars }, { rating: photo.rating });
  }

  /**
   * Turns by `step` degrees, clockwise.
   * @param {Photo} photo
   * @param {number} step
   */
  turn(photo, step) {
    const turn = ((photo.turn ?? 0) + step + 360) % 360;
    this.act.flash('', step > 0 ? 'Rotated right' : 'Rotated left');
    return this.send(photo, 'turn', { turn }, { turn }, { turn: photo.turn ?? 0 });
  }

  /**
   * @param {Photo} photo
   * @param {string} path
   * @param {object} body
   * @param {PhotoChange} change
   * @param {PhotoChange} before
   */
  send(photo, path, body, change, before) {
    this.act.apply(photo.id, change);
    // One after the other: two quick turns must not overtake each other.
    this.last = this.last.then(async () => {
      try {
        this.act.saved(await api.send('PUT', `photos/${photo.id}/${path}`, body));
      } catch (problem) {
        this.act.apply(photo.id, before);
        toast(`Not saved: ${sentenceOf(problem)}`, { kind: 'error' });
      }
    });
    return this.last;
  }
}
