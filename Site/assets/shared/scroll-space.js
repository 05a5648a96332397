// A million photos are taller than any browser's largest element. The native scroll range is
// therefore capped, and positions of the whole ("virtual") are mapped onto it. Pure maths.

/** Below every browser's limit, and small enough for whole pixels in the compositor's 32-bit floats. */
const CAP = 4_000_000;

/** Near both ends one native pixel is one virtual pixel, so that the ends are always reached by scrolling. */
const EDGE = 200_000;

export class ScrollSpace {
  /**
   * @param {number} height
   * @param {number} viewport
   */
  constructor(height, viewport, cap = CAP) {
    this.viewport = viewport;
    this.height = Math.max(height, viewport);
    this.nativeHeight = Math.min(this.height, cap);
    this.isScaled = this.height > cap;
    this.end = this.height - viewport;
    this.nativeEnd = this.nativeHeight - viewport;
    this.middle = this.isScaled ? (this.nativeEnd - 2 * EDGE) / (this.end - 2 * EDGE) : 1;
  }

  /** @param {number} position */
  clamp(position) {
    return Math.min(Math.max(position, 0), this.end);
  }

  /**
   * The native scroll offset that stands for a virtual position.
   * @param {number} position
   */
  toNative(position) {
    if (!this.isScaled || position <= EDGE) return position;
    if (position >= this.end - EDGE) return this.nativeEnd - (this.end - position);
    return EDGE + (position - EDGE) * this.middle;
  }

  /** @param {number} offset */
  fromNative(offset) {
    if (!this.isScaled || offset <= EDGE) return offset;
    if (offset >= this.nativeEnd - EDGE) return this.end - (this.nativeEnd - offset);
    return EDGE + (offset - EDGE) / this.middle;
  }

  /**
   * A step this large was a drag of the native scroll bar, not a wheel, key or finger.
   * @param {number} step
   */
  isJump(step) {
    return this.isScaled &&
      Math.abs(step) > Math.max(2 * this.viewport, 0.4 * this.nativeHeight / this.viewport);
  }
}
