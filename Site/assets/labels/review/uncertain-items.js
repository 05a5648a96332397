// The items that a label is least certain about, least certain first; loaded in batches, each item once.

import { api } from '../../core/api.js';
import { keyOf } from '../examples/example-text.js';

const PORTION = 40;
const MOST = 200;

export class UncertainItems {
  /** @type {Promise<boolean> | null} */
  asking;

  /** @param {number} id */
  constructor(id) {
    this.id = id;
    /** @type {MarkItem[]} */
    this.items = [];
    /** @type {Set<string>} */
    this.known = new Set();
    this.isDone = false;
    this.pending = 0;
  }

  /** Loads more; true if there is something new. */
  more() {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  async ask() {
    // The answer includes items that were not answered yet.
    const open = this.items.filter((item) => item.answer === null).length;
    const limit = Math.min(MOST, open + PORTION);
    const { pending, doubts } = await api.get(`labels/${this.id}/review`, { params: { limit } });
    this.pending = pending;
    const before = this.items.length;
    for (const { photo, box, probability } of doubts) {
      const key = keyOf({ photo, box });
      if (!photo || this.known.has(key)) continue;
      this.known.add(key);
      this.items.push({ photo, box, probability, key, answer: null, others: [], isSkipped: false });
    }
    const isMore = this.items.length > before;
    this.isDone = doubts.length < limit || !isMore;
    return isMore;
  }
}
