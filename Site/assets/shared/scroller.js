// Keeps the virtual position of the grid beside the native scroll offset.
//
// While the user scrolls by wheel, key or touch, `shift` (virtual minus native) stays the same: the
// browser moves the pictures itself, smoothly. At rest, the native offset is reset to where the
// virtual position belongs; the content moves by the same amount, so nothing visible changes.

import { ScrollSpace } from './scroll-space.js';

const REST_MS = 140;

export class Scroller {
  /**
   * `onMove` is called once a frame with the position known; `onRest` when scrolling has stopped.
   * @param {HTMLElement} element
   * @param {HTMLElement} spacer
   * @param {{ onMove: Callback, onRest: Callback }} options
   */
  constructor(element, spacer, { onMove, onRest }) {
    this.element = element;
    this.spacer = spacer;
    this.onMove = onMove;
    this.onRest = onRest;
    this.space = new ScrollSpace(0, 0);
    this.position = 0;
    this.shift = 0;
    this.native = 0;
    this.speed = 0;
    this.lastTime = 0;
    this.frame = 0;
    this.restTimer = 0;
    element.addEventListener('scroll', () => this.scrolled(), { passive: true });
  }

  /**
   * Sets the height of everything, and the position.
   * @param {number} height
   * @param {number} viewport
   */
  resize(height, viewport, position = this.position) {
    this.space = new ScrollSpace(height, viewport);
    this.spacer.style.height = `${this.space.nativeHeight}px`;
    this.place(position);
  }

  /**
   * Scrolls to a virtual position at once.
   * @param {number} position
   */
  place(position) {
    this.position = Math.round(this.space.clamp(position));
    this.element.scrollTop = this.space.toNative(this.position);
    this.native = this.element.scrollTop;
    this.shift = Math.round(this.position - this.native);
    this.position = this.native + this.shift;
    this.speed = 0;
  }

  scrolled() {
    const native = this.element.scrollTop;
    const step = native - this.native;
    if (step === 0) return;
    this.native = native;
    if (this.space.isJump(step)) {
      this.position = Math.round(this.space.fromNative(native));
      this.shift = this.position - Math.round(native);
    }
    this.position = this.space.clamp(native + this.shift);
    if (this.isStuck()) this.place(this.position);
    this.measure(step);
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.onMove();
      });
    }
    this.restLater();
  }

  restLater() {
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.rest(), REST_MS);
  }

  /** At an end of the native range but not of the content: only after very long scrolling without rest. */
  isStuck() {
    const { space, native, position } = this;
    return space.isScaled &&
      ((native <= 1 && position > 1) ||
        (native >= space.nativeEnd - 1 && position < space.end - 1));
  }

  /** @param {number} step */
  measure(step) {
    const now = performance.now();
    const elapsed = Math.max(8, now - this.lastTime);
    this.lastTime = now;
    const pace = elapsed > 300 ? 0 : Math.abs(step) / elapsed;
    this.speed = 0.6 * this.speed + 0.4 * pace;
  }

  rest() {
    this.speed = 0;
    if (this.space.isScaled && Math.abs(this.space.toNative(this.position) - this.native) > 1) {
      this.place(this.position);
    }
    this.onRest();
  }
}
