// The result that the table shows: its rows in blocks, its size, and the search's answer.

import { api, Problem } from '../core/api.js';
import { Blocks } from '../shared/blocks.js';

const BLOCK = 200;

/**
 * A page of `fields=table`. The document says photos of the grid or of the table, whatever was asked.
 * @typedef {Omit<Answer<'photos'>, 'photos'> & { photos: TablePhoto[] }} TablePage
 */

export class Result {
  /** @type {number} */
  version;
  /** @type {AbortController} */
  asked;
  /** @type {Blocks<TablePhoto>} */
  blocks;

  /** @param {{ rows: (first: number, end: number) => void }} act called when rows have arrived */
  constructor(act) {
    this.act = act;
    this.total = 0;
  }

  /**
   * Loads the result; resolves to { count, search }, or null if another request has replaced it.
   * @param {TableState} state
   */
  async ask(state) {
    this.asked?.abort();
    const { signal } = this.asked = new AbortController();
    try {
      // With `draft`, an unfinished query is not a failed request in the console.
      const search = await api.get('search', {
        params: { q: state.q, order: state.order, draft: true },
        signal,
      });
      if (search.problem) {
        throw new Problem(400, 'Not understood', search.problem.detail, search.problem);
      }
      const first = await this.page(state, 0, BLOCK, signal);
      this.version = first.version;
      this.total = first.count;
      this.blocks?.close();
      this.blocks = this.blocksOf(state, first.photos);
      await this.blocks.load(0);
      return { count: this.total, search };
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  /**
   * The rows of one result, the first of which are loaded already.
   * @param {TableState} state
   * @param {TablePhoto[]} first
   */
  blocksOf(state, first) {
    /** @type {TablePhoto[] | null} */
    let kept = first;
    return new Blocks({
      total: this.total,
      onLoad: this.act.rows,
      fetch: async (offset, limit, signal) => {
        const here = offset === 0 ? kept : null;
        kept = null;
        return here ?? (await this.page(state, offset, limit, signal)).photos;
      },
    });
  }

  /**
   * @param {TableState} tableState
   * @param {number} offset
   * @param {number} limit
   * @param {AbortSignal} signal
   */
  page({ q, order, sort, direction }, offset, limit, signal) {
    const params = {
      q,
      order,
      sort,
      direction: sort ? direction : null,
      fields: 'table',
      offset,
      limit,
    };
    return /** @type {Promise<TablePage>} */ (api.get('photos', { params, signal }));
  }

  /** @param {number} index */
  get(index) {
    return this.blocks?.get(index);
  }
  /**
   * @param {number} first
   * @param {number} end
   */
  want(first, end) {
    this.blocks?.want(first, end);
  }
  /**
   * @param {number} offset
   * @param {number} limit
   */
  items(offset, limit) {
    return this.blocks.items(offset, limit);
  }
  /** @param {PhotoChange & { id: number }} photo */
  update(photo) {
    return this.blocks.update(photo);
  }
}
