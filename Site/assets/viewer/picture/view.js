// The visible part of a picture: a zoom (1 = the whole picture fits) and a pan from the middle.

import { clamp, fitFactor } from '../../shared/geometry.js';

const STEP = 1.5;

export class View {
  /** @type {number} */
  x;
  /** @type {number} */
  y;
  /** @type {number} */
  zoom;

  /** @param {(how: { easing: boolean }) => void} onChange called after every change with { easing } */
  constructor(onChange) {
    this.onChange = onChange;
    this.room = { width: 1, height: 1 };
    this.size = { width: 1, height: 1 };
    this.reset();
  }

  reset() {
    this.zoom = 1;
    this.x = 0;
    this.y = 0;
  }

  /**
   * Another picture, or the same one rotated: `size` in its own pixels, as shown.
   * @param {Size} size
   */
  setSize(size) {
    this.size = size;
    this.reset();
    this.changed();
  }

  /** @param {Size} room */
  setRoom(room) {
    this.room = room;
    this.keepInside();
    this.changed();
  }

  get isFitted() {
    return this.zoom < 1.01;
  }

  /** CSS pixels for each pixel of the original at the current zoom. */
  get factor() {
    return fitFactor(this.size, this.room) * this.zoom;
  }

  /** The maximum zoom: four CSS pixels for each pixel of the original, or more for small pictures. */
  get mostZoom() {
    return Math.max(6, 4 / fitFactor(this.size, this.room));
  }

  get shownSize() {
    return { width: this.size.width * this.factor, height: this.size.height * this.factor };
  }

  /**
   * Zooms so that what is under `point` (from the middle of the room) stays where it is.
   * @param {number} zoom
   */
  zoomAt(zoom, point = { x: 0, y: 0 }, easing = false) {
    const next = clamp(zoom, 1, this.mostZoom);
    const ratio = next / this.zoom;
    this.x = point.x - (point.x - this.x) * ratio;
    this.y = point.y - (point.y - this.y) * ratio;
    this.zoom = next;
    this.keepInside();
    this.changed(easing);
  }

  zoomIn() {
    this.zoomAt(this.zoom * STEP, undefined, true);
  }
  zoomOut() {
    this.zoomAt(this.zoom / STEP, undefined, true);
  }
  fit() {
    this.zoomAt(1, undefined, true);
  }

  /**
   * Double click: to the pixels of the original and back.
   * @param {Point2D} point
   */
  toggleAt(point) {
    const pixels = 1 / fitFactor(this.size, this.room) / (globalThis.devicePixelRatio || 1);
    this.zoomAt(this.isFitted ? Math.max(2.5, pixels) : 1, point, true);
  }

  /**
   * @param {number} dx
   * @param {number} dy
   */
  panBy(dx, dy, easing = false) {
    this.x += dx;
    this.y += dy;
    this.keepInside();
    this.changed(easing);
  }

  keepInside() {
    const { width, height } = this.shownSize;
    const spareX = Math.max(0, (width - this.room.width) / 2);
    const spareY = Math.max(0, (height - this.room.height) / 2);
    this.x = clamp(this.x, -spareX, spareX);
    this.y = clamp(this.y, -spareY, spareY);
  }

  changed(easing = false) {
    this.onChange({ easing });
  }
}
