// The stage shows one picture at a time and connects it with the view, the boxes and the gestures.

import { el } from '../../core/dom.js';
import { Gestures } from './gestures.js';
import { Picture } from './picture.js';
import { View } from './view.js';
import { reducedMotion } from './motion.js';

const FADE = 600;

export class Stage {
  /** @type {Picture} */
  picture;
  /** @type {string | null} */
  format;

  /** @param {{ swipe: (step: number) => void, tap: Callback, zoomed: (view: View) => void, point: (index: number | null) => void }} act */
  constructor(act) {
    this.act = act;
    this.node = el('div', { class: 'viewer-stage' });
    this.view = new View(({ easing }) => this.place(easing));
    this.shift = 0;
    this.gestures = new Gestures(this.node, this.view, {
      swipe: act.swipe,
      tap: act.tap,
      shift: (px) => {
        this.shift = px;
        this.place(px === 0);
      },
    });
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.node);
    this.boxesVisible = false;
    this.least = 0.5;
  }

  measure() {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width && height) this.view.setRoom({ width, height });
  }

  /** @param {boolean} easing */
  place(easing) {
    if (!this.picture) return;
    this.picture.place(this.view, easing, this.shift);
    this.picture.sharpen(this.shownUprightWidth, this.format);
    this.node.classList.toggle('is-zoomed', !this.view.isFitted);
    this.act.zoomed(this.view);
  }

  get shownUprightWidth() {
    return this.picture.photo.width * this.view.factor;
  }

  /**
   * Shows `photo`; `fade` fades from the previous one. Resolves when it is visible.
   * @param {GridPhoto} photo
   */
  show(photo, { fade = false } = {}) {
    const former = this.picture;
    this.picture = new Picture(photo);
    this.format = null;
    this.shift = 0;
    this.picture.boxes.onPoint = this.act.point;
    this.picture.boxes.setLeast(this.least);
    this.picture.boxes.setVisible(this.boxesVisible);
    this.node.append(this.picture.node);
    this.view.setSize(this.picture.size);
    this.replace(former, fade && !reducedMotion());
    return this.picture.ready;
  }

  /**
   * @param {Picture | undefined} former
   * @param {boolean} fade
   */
  replace(former, fade) {
    if (!former) return;
    const { node, ready } = this.picture;
    if (!fade) return former.node.remove();
    node.classList.add('is-waiting');
    ready.then(() => {
      node.classList.remove('is-waiting');
      former.node.classList.add('is-leaving');
      setTimeout(() => former.node.remove(), FADE);
    });
  }

  /**
   * Takes over from the details: the format of the original, and the boxes.
   * @param {Photo} details
   */
  setDetails(details) {
    this.format = details.format;
    this.picture.boxes.set(details.objects ?? [], this.picture.turn);
    this.place(false);
  }

  /** @param {Turn} turn */
  setTurn(turn) {
    this.picture.setTurn(turn);
    this.view.setSize(this.picture.size);
    this.place(true);
  }

  /** @param {boolean} visible */
  setBoxesVisible(visible) {
    this.boxesVisible = visible;
    this.picture?.boxes.setVisible(visible);
  }

  /** @param {number} least */
  setLeast(least) {
    this.least = least;
    this.picture?.boxes.setLeast(least);
  }

  /**
   * Puts an element over the current picture, with the picture's size.
   * @param {HTMLElement} node
   */
  cover(node) {
    this.picture?.node.append(node);
  }

  /** @param {number | null} index */
  point(index) {
    this.picture?.boxes.point(index);
  }

  close() {
    this.observer.disconnect();
  }
}
