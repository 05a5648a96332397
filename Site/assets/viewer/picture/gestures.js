// Wheel, drag, pinch, swipe, double click and double tap on the stage.

import { targetOf } from '../../core/dom.js';

const SLOP = 6;
const DOUBLE_TAP = 300;
const SWIPE_PART = 0.15;
const SWIPE_SPEED = 0.4;

/**
 * What gestures do: `swipe` gets -1 or 1, `shift` how far the finger is, in pixels.
 * @typedef {{ swipe: (step: number) => void, shift: (px: number) => void, tap: Callback }} GestureActions
 */

export class Gestures {
  /** @type {{ time: number; x: number; y: number; }} */
  start;
  /** @type {boolean} */
  moved;
  /** @type {boolean} */
  swiping;
  /** @type {{ x: number; y: number; span: number; }} */
  pinch;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  tapTimer;
  /** @type {number} */
  touched;

  /**
   * @param {HTMLElement} stage
   * @param {import('./view.js').View} view
   * @param {GestureActions} act
   */
  constructor(stage, view, act) {
    this.stage = stage;
    this.view = view;
    this.act = act;
    this.pointers = new Map();
    this.lastTap = 0;
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.down(event));
    stage.addEventListener('pointermove', (event) => this.move(event));
    stage.addEventListener('pointerup', (event) => this.up(event));
    stage.addEventListener('pointercancel', (event) => this.cancel(event));
    stage.addEventListener('dblclick', (event) => this.doubleClick(event));
  }

  /**
   * The place of an event, from the middle of the stage.
   * @param {MouseEvent} event
   */
  place(event) {
    const room = this.stage.getBoundingClientRect();
    return {
      x: event.clientX - room.left - room.width / 2,
      y: event.clientY - room.top - room.height / 2,
    };
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    // A trackpad's pinch arrives as a wheel with Ctrl and small steps.
    const speed = event.ctrlKey ? 0.01 : 0.002;
    this.view.zoomAt(this.view.zoom * Math.exp(-event.deltaY * lines * speed), this.place(event));
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, this.place(event));
    if (this.pointers.size === 1) {
      this.start = { ...this.place(event), time: event.timeStamp };
      this.moved = false;
      this.swiping = false;
    } else {
      this.capture();
      this.endSwipe();
      this.pinch = this.pinchState();
    }
  }

  /** Captures the pointer, so that it can leave the stage; not before it moves, or clicks would be lost. */
  capture() {
    for (const id of this.pointers.keys()) this.stage.setPointerCapture(id);
  }

  /** @param {PointerEvent} event */
  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.place(event);
    this.pointers.set(event.pointerId, now);
    if (this.pointers.size >= 2) return this.movePinch();
    if (!this.moved) {
      if (Math.hypot(now.x - this.start.x, now.y - this.start.y) < SLOP) return;
      this.moved = true;
      this.swiping = event.pointerType !== 'mouse' && this.view.isFitted;
      this.capture();
      this.stage.classList.add('is-dragging');
    }
    if (this.swiping) this.act.shift(now.x - this.start.x);
    else this.view.panBy(now.x - before.x, now.y - before.y);
  }

  pinchState() {
    const [a, b] = this.pointers.values();
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, span: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
  }

  movePinch() {
    const next = this.pinchState();
    this.moved = true;
    this.view.panBy(next.x - this.pinch.x, next.y - this.pinch.y);
    this.view.zoomAt(this.view.zoom * next.span / this.pinch.span, next);
    this.pinch = next;
  }

  /** @param {PointerEvent} event */
  up(event) {
    if (!this.pointers.delete(event.pointerId)) return;
    this.stage.classList.remove('is-dragging');
    if (this.pointers.size > 0) {
      // After a pinch, the remaining finger pans.
      this.swiping = false;
      return;
    }
    if (this.swiping) this.finishSwipe(event);
    // A tap on a box that can be answered is an answer.
    else if (
      !this.moved && event.pointerType !== 'mouse' &&
      !targetOf(event).closest('.viewer-marks button')
    ) this.tap(event);
  }

  /** @param {PointerEvent} event */
  finishSwipe(event) {
    const distance = this.place(event).x - this.start.x;
    const speed = Math.abs(distance) / Math.max(1, event.timeStamp - this.start.time);
    const far = Math.abs(distance) > this.view.room.width * SWIPE_PART;
    this.endSwipe();
    if (far || (speed > SWIPE_SPEED && Math.abs(distance) > 30)) {
      this.act.swipe(distance < 0 ? 1 : -1);
    }
  }

  endSwipe() {
    this.swiping = false;
    this.act.shift(0);
  }

  /** @param {PointerEvent} event */
  cancel(event) {
    this.pointers.delete(event.pointerId);
    this.stage.classList.remove('is-dragging');
    this.endSwipe();
  }

  /** @param {PointerEvent} event */
  tap(event) {
    if (event.timeStamp - this.lastTap < DOUBLE_TAP) {
      this.lastTap = 0;
      clearTimeout(this.tapTimer);
      this.view.toggleAt(this.place(event));
      return;
    }
    this.lastTap = event.timeStamp;
    this.tapTimer = setTimeout(() => this.act.tap(), DOUBLE_TAP);
    this.touched = event.timeStamp;
  }

  /** @param {MouseEvent} event */
  doubleClick(event) {
    // Double taps are handled above; browsers also report them as double clicks.
    if (event.timeStamp - (this.touched ?? -Infinity) < 2 * DOUBLE_TAP) return;
    this.view.toggleAt(this.place(event));
  }
}
