// The boxes of the detected objects over a picture. They are placed in percent of the rotated
// picture, so that they grow with the zoom while their lines and labels keep their size and stay
// upright.

import { $$, clear, el } from '../../core/dom.js';
import { percent } from '../../core/format.js';
import { turnedBox } from '../../shared/geometry.js';
import { huesOf } from './hues.js';

export class Boxes {
  /** @type {Map<string, string>} */
  hues;

  constructor() {
    this.node = el('div', { class: 'viewer-boxes', hidden: true });
    /** @type {FoundObject[]} */
    this.objects = [];
    this.turn = 0;
    this.least = 0.5;
    this.visible = false;
    /** @type {(index: number | null) => void} */
    this.onPoint = () => {};
  }

  /**
   * @param {FoundObject[]} objects as the API has them, boxes in fractions of the upright picture
   * @param {Turn} turn
   */
  set(objects, turn) {
    this.objects = objects;
    this.hues = huesOf(objects.map((object) => object.class));
    this.turn = turn;
    this.draw();
  }

  /** @param {Turn} turn */
  setTurn(turn) {
    this.turn = turn;
    this.draw();
  }

  /**
   * Shows the boxes whose confidence is at least `least`.
   * @param {number} least
   */
  setLeast(least) {
    this.least = least;
    for (const box of $$('[data-index]', this.node)) {
      box.hidden = this.objects[Number(box.dataset.index)].confidence < least;
    }
  }

  /** @param {boolean} visible */
  setVisible(visible) {
    this.visible = visible;
    this.node.hidden = !visible;
  }

  /**
   * Highlights one box; null for none. It is shown even below the limit, or if boxes are hidden.
   * @param {number | null} index
   */
  point(index) {
    for (const box of $$('[data-index]', this.node)) {
      const own = Number(box.dataset.index) === index;
      box.classList.toggle('is-pointed', own);
      box.hidden = !own && this.objects[Number(box.dataset.index)].confidence < this.least;
    }
    this.node.classList.toggle('has-pointed', index !== null);
    this.node.classList.toggle('only-pointed', !this.visible);
    this.node.hidden = !this.visible && index === null;
  }

  draw() {
    clear(this.node);
    // Small boxes lie above large ones, so that each can be reached.
    const order = this.objects.map((object, index) => ({ object, index }))
      .filter(({ object }) => object.box)
      .sort((a, b) => area(b.object) - area(a.object));
    this.node.append(...order.map(({ object, index }) => this.box(object, index)));
    this.setLeast(this.least);
  }

  /**
   * @param {FoundObject} object
   * @param {number} index
   */
  box(object, index) {
    const [left, top, width, height] = turnedBox(object.box, this.turn);
    const point = () => this.onPoint(index);
    const leave = () => this.onPoint(null);
    const node = el(
      'button',
      {
        type: 'button',
        class: 'viewer-box',
        dataset: { index },
        'aria-label': `${object.class}, ${percent(object.confidence)}`,
        on: { pointerenter: point, pointerleave: leave, focus: point, blur: leave },
      },
      el(
        'span',
        { class: 'viewer-box-label', 'aria-hidden': 'true' },
        object.class,
        ' ',
        el('b', {}, percent(object.confidence)),
      ),
    );
    node.classList.toggle('is-unsure', object.counts === false);
    // Labels stay inside the picture: below its upper edge, and leftwards near its right edge.
    node.classList.toggle('label-inside', top < 0.06);
    node.classList.toggle('label-right', left > 0.7);
    node.style.setProperty('--hue', this.hues.get(object.class) ?? '');
    node.style.left = `${left * 100}%`;
    node.style.top = `${top * 100}%`;
    node.style.width = `${width * 100}%`;
    node.style.height = `${height * 100}%`;
    return node;
  }
}

/** @param {FoundObject} object */
const area = (object) => object.box[2] * object.box[3];
