// The items of a result, fetched in blocks by their place in it. Blocks that scrolled by are given up,
// and only the most recently seen are kept.

const SIZE = 200;
const KEEP = 60;
const RETRY_MS = 2500;

/** @template {{ id: number }} Item */
export class Blocks {
  /**
   * `fetch` asks for items, and `onLoad(first, end)` is told when some are there.
   * @param {BlocksOptions<Item>} options
   */
  constructor({ total, fetch, onLoad, onError }) {
    this.total = total;
    this.fetch = fetch;
    this.onLoad = onLoad;
    this.onError = onError;
    /** @type {Map<number, Item[]>} */
    this.loaded = new Map();
    /** @type {Map<number, PendingBlock<Item>>} */
    this.loading = new Map();
    /** @type {Map<number, number>} */
    this.failed = new Map();
  }

  /** Another result has come: what is on its way is given up, unless somebody waits for it. */
  close() {
    for (const controller of this.loading.values()) if (!controller.isPinned) controller.abort();
    this.onLoad = () => {};
    this.onError = null;
  }

  /**
   * The item at a place, or undefined while it is not there.
   * @param {number} index
   */
  get(index) {
    return this.loaded.get(Math.floor(index / SIZE))?.[index % SIZE];
  }

  /**
   * Sees to it that the items from `first` to before `end` come, and gives up what is far from them.
   * @param {number} first
   * @param {number} end
   */
  want(first, end) {
    const from = Math.max(0, Math.floor(first / SIZE));
    const to = Math.min(Math.floor((this.total - 1) / SIZE), Math.floor((end - 1) / SIZE));
    for (const [block, controller] of this.loading) {
      if (!controller.isPinned && (block < from - 1 || block > to + 1)) {
        controller.abort();
        this.loading.delete(block);
      }
    }
    for (let block = from; block <= to; block += 1) this.load(block);
  }

  /**
   * Items for others (the viewer): waits until they are there.
   * @param {number} offset
   * @param {number} limit
   */
  async items(offset, limit) {
    const end = Math.min(this.total, offset + limit);
    const first = Math.floor(offset / SIZE);
    const waits = [];
    for (let block = first; block * SIZE < end; block += 1) waits.push(this.load(block, true));
    // From the answers themselves: so many may have been asked for that the first are forgotten again.
    const items = (await Promise.all(waits)).flat();
    return items.slice(offset - first * SIZE, end - first * SIZE);
  }

  /**
   * Replaces an item after a mark was set; returns its place or -1.
   * @param {PhotoChange & { id: number }} photo
   */
  update(photo) {
    for (const [block, items] of this.loaded) {
      const place = items.findIndex((item) => item.id === photo.id);
      if (place >= 0) {
        items[place] = { ...items[place], ...photo };
        return block * SIZE + place;
      }
    }
    return -1;
  }

  /**
   * A promise of a block's items. `isPinned`: wanted by somebody who waits, wherever the window is.
   * @param {number} block
   */
  load(block, isPinned = false) {
    const items = this.loaded.get(block);
    if (items) {
      // Seen again: a map keeps the order of insertion, so this makes it the most recent.
      this.loaded.delete(block);
      this.loaded.set(block, items);
      return Promise.resolve(items);
    }
    const running = this.loading.get(block);
    if (running) {
      running.isPinned ||= isPinned;
      return running.promise;
    }
    if (!isPinned && performance.now() < (this.failed.get(block) ?? 0)) return Promise.resolve([]);
    const controller = /** @type {PendingBlock<Item>} */ (new AbortController());
    controller.isPinned = isPinned;
    controller.promise = this.request(block, controller);
    // Whoever waits hears of a failure; the grid is told by onError.
    controller.promise.catch(() => {});
    this.loading.set(block, controller);
    return controller.promise;
  }

  /**
   * @param {number} block
   * @param {PendingBlock<Item>} controller
   */
  async request(block, controller) {
    const { signal } = controller;
    try {
      const items = await this.fetch(block * SIZE, SIZE, signal);
      signal.throwIfAborted();
      this.loaded.set(block, items);
      for (const oldest of this.loaded.keys()) {
        if (this.loaded.size <= KEEP) break;
        this.loaded.delete(oldest);
      }
      this.onLoad(block * SIZE, block * SIZE + items.length);
      return items;
    } catch (error) {
      if (!signal.aborted) {
        this.failed.set(block, performance.now() + RETRY_MS);
        this.onError?.(error);
      }
      throw error;
    } finally {
      if (this.loading.get(block) === controller) this.loading.delete(block);
    }
  }
}
