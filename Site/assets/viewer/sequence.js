// The photos of a result by their place in it, loaded in blocks when they are needed.

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
   * A single photo that is not in a result.
   * @param {GridPhoto} photo
   */
  static of(photo) {
    return new Sequence({ items: async () => [photo] }, 1);
  }

  /**
   * The photo at `index`; undefined if the result has become shorter meanwhile.
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
   * Stores a changed mark, so that the photo shows it the next time.
   * @param {number} id
   * @param {PhotoChange} change
   */
  update(id, change) {
    this.changed.set(id, { ...this.changed.get(id), ...change });
  }
}
