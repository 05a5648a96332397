// The items to answer: the boxes of a class on the photos of a query, or the
// photos themselves. They are loaded in pages.

import { api } from '../../core/api.js';
import { keyOf } from '../examples/example-text.js';

const PAGE = 50;
// After so many photos in a row without anything to answer, the user is asked whether to continue.
const PATIENCE = 2000;

export class Source {
  /** @type {Promise<boolean> | null} */
  asking;

  /**
   * `isMixed`: photos of all days in turn; `withAnswered`: includes items that were answered before.
   * @param {number} id
   * @param {Pick<MarkState, 'q' | 'isMixed' | 'withAnswered'>} markState
   */
  constructor(id, { q, isMixed, withAnswered }) {
    this.id = id;
    this.q = q;
    this.isMixed = isMixed;
    this.withAnswered = withAnswered;
    /** @type {MarkItem[]} */
    this.items = [];
    this.known = new Set();
    /** @type {number | null} */
    this.total = null;
    this.asked = 0;
    // Of the loaded photos: how many have anything to answer, and how many items were left out.
    this.photosWithMarks = 0;
    this.leftOut = 0;
  }

  get isDone() {
    return this.total !== null && this.asked >= this.total;
  }

  /**
   * Loads more until there is something new or nothing is left; true if there is something new.
   * May be called while it is loading already.
   */
  more() {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  async ask() {
    const [before, start] = [this.items.length, this.asked];
    while (!this.isDone && this.items.length === before && this.asked - start < PATIENCE) {
      // If the first photos have nothing, larger pages are faster.
      const limit = this.asked === start ? PAGE : PAGE * 4;
      const answer = await api.get(`labels/${this.id}/photos`, {
        params: { q: this.q, mixed: this.isMixed ? true : null, offset: this.asked, limit },
      });
      answer.photos.forEach((each, place) => this.take(each, this.asked + place));
      this.total = answer.count;
      this.asked += limit;
    }
    return this.items.length > before;
  }

  /**
   * @param {{ photo: GridPhoto, marks: { box: Box | null, answer: boolean | null }[] }} options
   * @param {number} photoPlace
   */
  take({ photo, marks }, photoPlace) {
    if (marks.length > 0) this.photosWithMarks += 1;
    marks.forEach(({ box, answer }, boxPlace) => {
      const others = marks.filter((other) => other.box !== box).map((other) => other.box);
      /** @type {MarkItem} */
      const item = {
        key: keyOf({ photo, box }),
        photo,
        box,
        answer,
        others,
        photoPlace,
        boxPlace,
        boxCount: box ? marks.length : 0,
        isSkipped: false,
      };
      if (this.known.has(item.key)) return;
      this.known.add(item.key);
      if (answer !== null && !this.withAnswered) this.leftOut += 1;
      else this.items.push(item);
    });
  }
}
