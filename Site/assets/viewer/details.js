// The details of photos, and why they are in the result; cached for going back and forth.

import { api } from '../core/api.js';

const KEEP = 60;

export class Details {
  /**
   * @param {string} query
   * @param {string} order
   */
  constructor(query, order) {
    this.params = { q: query, order };
    this.known = new Map();
  }

  /**
   * The details of a photo. A failed request is not remembered.
   * @param {number} id
   */
  get(id) {
    const known = this.known.get(id);
    if (known) return known;
    const asked = api.get(`photos/${id}`, { params: this.params });
    this.known.set(id, asked);
    asked.catch(() => this.forget(id));
    if (this.known.size > KEEP) this.known.delete(this.known.keys().next().value);
    return asked;
  }

  /** @param {number} id */
  forget(id) {
    this.known.delete(id);
  }
}
