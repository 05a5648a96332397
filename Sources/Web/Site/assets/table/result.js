// The result that the table shows: its rows in blocks, its size, and what the search says of it.

import { api } from '../core/api.js';
import { Blocks } from '../explore/blocks.js';

const BLOCK = 200;

export class Result {
  /** @param act { rows(first, end), problem(error) } */
  constructor(act) {
    this.blocks = new Blocks({
      fetch: (offset, limit, signal) => this.fetch(offset, limit, signal),
      onLoad: act.rows,
      onError: act.problem,
    });
    this.total = 0;
  }

  /** Asks anew; resolves to { count, search } or null when another question came in between. */
  async ask(state) {
    this.asked?.abort();
    const { signal } = this.asked = new AbortController();
    try {
      const [first, search] = await Promise.all([
        this.page(state, 0, BLOCK, signal),
        api.get('search', { params: { q: state.q, order: state.order }, signal }),
      ]);
      this.state = state;
      this.firstPage = first.photos;
      this.version = first.version;
      this.total = first.count;
      this.blocks.reset(this.total);
      return { count: this.total, search };
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  async fetch(offset, limit, signal) {
    const kept = offset === 0 ? this.firstPage : null;
    this.firstPage = null;
    return kept ?? (await this.page(this.state, offset, limit, signal)).photos;
  }

  async page({ q, order, sort, direction }, offset, limit, signal) {
    const params = { q, order, sort, direction: sort ? direction : null, fields: 'table', offset, limit };
    const answer = await api.get('photos', { params, signal });
    return { ...answer, count: answer.count ?? answer.offset };
  }

  get(index) { return this.blocks.get(index); }
  want(first, end) { this.blocks.want(first, end); }
  items(offset, limit) { return this.blocks.items(offset, limit); }
  update(photo) { return this.blocks.update(photo); }
}
