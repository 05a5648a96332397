// One photo on the stage: its colour, then the small, the large and, for a deep zoom, the original
// picture, one above the other, with the boxes on top.

import { el } from '../../core/dom.js';
import { large, original, small } from '../../core/media.js';
import { Boxes } from './boxes.js';
import { turnedSize } from '../../shared/geometry.js';

// Formats that every browser can show; for others, the large thumbnail is used.
const SHOWN_BY_BROWSERS = new Set(['jpeg', 'png', 'webp', 'gif', 'avif']);

export class Picture {
  /** @type {number} */
  bestWidth;
  /** @type {boolean} */
  sharpening;

  /** @param {GridPhoto} photo */
  constructor(photo) {
    this.photo = photo;
    this.angle = photo.turn ?? 0;
    this.pixels = el('div', { class: 'viewer-pixels', role: 'img', 'aria-label': photo.label });
    this.boxes = new Boxes();
    this.node = el('div', { class: 'viewer-picture' }, this.pixels, this.boxes.node);
    if (photo.colour) this.pixels.style.backgroundColor = photo.colour;
    this.largeWidth = 0;
    this.ready = this.load();
  }

  /** Resolves once a picture is shown; never rejects. */
  async load() {
    const first = this.addLayer(small(this.photo)).catch(() => null);
    try {
      const image = await this.addLayer(large(this.photo));
      this.largeWidth = image.naturalWidth;
    } catch {
      if (!(await first)) this.showFailure();
    }
  }

  /** @param {string} url */
  async addLayer(url) {
    const image = el('img', { alt: '', draggable: 'false', decoding: 'async' });
    image.src = url;
    await image.decode();
    // A small picture that arrives late must not cover the large one.
    if (image.naturalWidth > (this.bestWidth ?? 0)) {
      this.bestWidth = image.naturalWidth;
      this.pixels.append(image);
    }
    return image;
  }

  showFailure() {
    if (this.pixels.childElementCount > 0) return;
    this.pixels.append(el('p', { class: 'viewer-failure' }, 'The picture cannot be displayed.'));
  }

  /**
   * Loads the original when the large thumbnail has fewer pixels than the screen would show.
   * @param {number} shownWidth
   * @param {string | null} format
   */
  sharpen(shownWidth, format) {
    if (this.sharpening || !this.largeWidth || this.photo.missing) return;
    if (!SHOWN_BY_BROWSERS.has(format ?? '')) return;
    const needed = shownWidth * (globalThis.devicePixelRatio || 1);
    if (needed < this.largeWidth * 1.15 || this.photo.width <= this.largeWidth) return;
    this.sharpening = true;
    this.loadOriginal();
  }

  async loadOriginal() {
    const image = el('img', { alt: '', draggable: 'false', decoding: 'async' });
    image.src = original(this.photo);
    this.node.classList.add('is-loading');
    try {
      await image.decode();
      // If the browser reads the orientation differently, the thumbnail stays.
      const ours = this.photo.width / this.photo.height;
      if (Math.abs(image.naturalWidth / image.naturalHeight / ours - 1) < 0.02) {
        this.pixels.append(image);
      }
    } catch {
      // The thumbnail stays: it has the part of a damaged original that Meridian could read.
    } finally {
      this.node.classList.remove('is-loading');
    }
  }

  get turn() {
    return ((this.angle % 360) + 360) % 360;
  }

  /** The size on the screen, in pixels of the original. */
  get size() {
    return turnedSize(this.photo, this.turn);
  }

  /**
   * Rotates to `turn` the short way round, so that the movement is easy to follow.
   * @param {Turn} turn
   */
  setTurn(turn) {
    const step = ((turn - this.turn + 540) % 360) - 180;
    this.angle += step;
    this.boxes.setTurn(this.turn);
  }

  /**
   * Places the picture by zoom and pan of `view`.
   * @param {import('./view.js').View} view
   * @param {boolean} easing
   */
  place(view, easing, shiftX = 0) {
    const { width, height } = view.shownSize;
    const upright = turnedSize({ width, height }, this.turn);
    this.node.classList.toggle('is-easing', easing);
    this.node.style.width = `${width}px`;
    this.node.style.height = `${height}px`;
    this.node.style.transform = `translate(calc(-50% + ${
      view.x + shiftX
    }px), calc(-50% + ${view.y}px))`;
    this.pixels.style.width = `${upright.width}px`;
    this.pixels.style.height = `${upright.height}px`;
    this.pixels.style.transform = `translate(-50%, -50%) rotate(${this.angle}deg)`;
  }
}
