// The items of a result, loaded in blocks. Blocks that are far away are cancelled,
// and only the most recently used ones are kept.

const SIZE = 200;
const KEEP = 60;
const RETRY_MS = 2500;

/** @template {{ id: number }} Item */
export class Blocks {
  /**
   * `fetch` loads items; `onLoad(first, end)` is called when they have arrived.
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

  /** For another result: cancels what is loading, unless something waits for it. */
  close() {
    for (const controller of this.loading.values()) if (!controller.isPinned) controller.abort();
    this.onLoad = () => {};
    this.onError = null;
  }

  /**
   * The item at a place, or undefined until it is loaded.
   * @param {number} index
   */
  get(index) {
    return this.loaded.get(Math.floor(index / SIZE))?.[index % SIZE];
  }

  /**
   * Loads the items from `first` to before `end`, and cancels what is far from them.
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
   * Items for others (the viewer): waits until they are loaded.
   * @param {number} offset
   * @param {number} limit
   */
  async items(offset, limit) {
    const end = Math.min(this.total, offset + limit);
    const first = Math.floor(offset / SIZE);
    const waits = [];
    for (let block = first; block * SIZE < end; block += 1) waits.push(this.load(block, true));
    // Uses the answers themselves, because the first blocks may already have been dropped.
    const items = (await Promise.all(waits)).flat();
    return items.slice(offset - first * SIZE, end - first * SIZE);
  }

  /**
   * Replaces an item whose mark was changed; returns its place, or -1.
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
   * A promise of a block's items. `isPinned`: something waits for it, so it is not cancelled.
   * @param {number} block
   */
  load(block, isPinned = false) {
    const items = this.loaded.get(block);
    if (items) {
      // Makes it the most recent one: a map keeps the order of insertion.
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
    // Callers get the failure from the promise; the grid from onError.
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
