// The photos of a result by their place in it, fetched in blocks when they are looked for.

const BLOCK = 60;

export class Sequence {
  /**
   * @param {PhotoSource | null | undefined} source null for a photo by itself
   * @param {number} total
   */
  constructor(source, total) {
    this.source = source;
    this.total = total;
    this.blocks = new Map();
    this.changed = new Map();
  }

  /**
   * One photo that is in no result.
   * @param {GridPhoto} photo
   */
  static of(photo) {
    return new Sequence({ items: async () => [photo] }, 1);
  }

  /**
   * The photo at `index`; undefined where the result has become shorter meanwhile.
   * @param {number} index
   */
  async at(index) {
    const block = Math.floor(index / BLOCK);
    if (!this.blocks.has(block)) {
      const limit = Math.min(BLOCK, this.total - block * BLOCK);
      const items = /** @type {PhotoSource} */ (this.source).items(block * BLOCK, limit);
      this.blocks.set(block, items);
      items.catch(() => this.blocks.delete(block));
    }
    const photo = (await this.blocks.get(block))[index % BLOCK];
    return photo && { ...photo, ...this.changed.get(photo.id) };
  }

  /**
   * Remembers what a mark changed, so that the photo shows it when it comes again.
   * @param {number} id
   * @param {PhotoChange} change
   */
  update(id, change) {
    this.changed.set(id, { ...this.changed.get(id), ...change });
  }
}
