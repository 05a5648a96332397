// One photo in the grid. Nodes are used again for other photos, so everything is set again in `fill`.

import { append, clear, el, icon } from '../../core/dom.js';
import { count, number } from '../../core/format.js';
import * as media from '../../core/media.js';

/** Wider than this on screen, a small thumbnail would look soft. */
const SMALL_EDGE = 440;

/** @type {WeakMap<Element, Tile>} */
const tiles = new WeakMap();

/**
 * The tile that an element is.
 * @param {Element | null} node
 */
export const tileOf = (node) => node ? tiles.get(node) : undefined;

export class Tile {
  /** @type {GridPhoto | null} */
  photo;
  /** @type {string | null} */
  source;
  /** @type {number} */
  width;
  /** @type {number} */
  height;

  /** @param {{ canSelect: boolean }} options */
  constructor({ canSelect }) {
    this.image = el('img', { alt: '', decoding: 'async', draggable: 'false' });
    this.marks = el('span', { class: 'tile-marks', 'aria-hidden': 'true' });
    this.link = el('a', { class: 'tile-link', tabindex: '-1' }, this.image, this.marks);
    this.node = el('div', { class: 'tile', role: 'listitem' }, this.link);
    if (canSelect) {
      this.node.append(el('span', { class: 'tile-check', 'aria-hidden': 'true' }, icon('check')));
    }
    this.image.addEventListener('load', () => this.show());
    this.image.addEventListener('error', () => this.node.classList.add('broken'));
    tiles.set(this.node, this);
    this.index = -1;
    /** @type {import('./rows.js').Rows | null} The layout that it was placed by. */
    this.rows = null;
  }

  /**
   * Takes the place of photo number `index`.
   * @param {number} index
   * @param {number} total
   */
  take(index, total) {
    this.index = index;
    this.photo = null;
    this.source = null;
    this.node.dataset.index = String(index);
    this.node.setAttribute('aria-setsize', total);
    this.node.setAttribute('aria-posinset', index + 1);
    this.node.classList.remove('broken', 'shown', 'missing', 'selected');
    this.node.style.backgroundColor = '';
    this.marks.replaceChildren();
    this.link.removeAttribute('href');
    this.link.setAttribute('aria-label', `Photo ${number(index + 1)}`);
    this.link.tabIndex = -1;
  }

  /**
   * @param {number} left
   * @param {number} top
   * @param {number} width
   * @param {number} height
   */
  place(left, top, width, height) {
    const { style } = this.node;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    this.width = width;
    this.height = height;
    if (this.photo?.turn) this.turnImage();
  }

  /**
   * @param {GridPhoto} photo
   * @param {string} href
   * @param {boolean} isSelected
   */
  fill(photo, href, isSelected) {
    const isSame = this.photo?.id === photo.id;
    this.photo = photo;
    this.link.href = href;
    this.link.setAttribute('aria-label', describe(photo, isSelected));
    this.node.classList.toggle('missing', photo.missing);
    this.node.classList.toggle('selected', isSelected);
    if (photo.colour) this.node.style.backgroundColor = photo.colour;
    append(clear(this.marks), marksOf(photo));
    this.turnImage();
    if (!isSame) this.source = null;
  }

  /** Begins to load the picture. Not done while photos fly by. */
  loadImage() {
    if (!this.photo || this.source) return;
    const isLarge = Math.max(this.width, this.height) > SMALL_EDGE;
    this.source = (isLarge ? media.large : media.small)(this.photo);
    this.node.classList.remove('shown', 'at-once', 'broken');
    this.image.src = this.source;
    // Already decoded a moment ago: show it without fading in.
    if (this.image.complete && this.image.naturalWidth > 0) {
      this.node.classList.add('at-once');
      this.show();
    }
  }

  show() {
    if (this.source) this.node.classList.add('shown');
  }

  /** Gives the picture up, so that a late answer cannot appear on another photo's tile. */
  drop() {
    if (this.source) this.image.removeAttribute('src');
    this.source = null;
    this.photo = null;
    this.index = -1;
    this.node.classList.remove('shown', 'at-once');
  }

  turnImage() {
    const turn = this.photo?.turn ?? 0;
    const { style } = this.image;
    const isAcross = turn % 180 !== 0;
    style.width = isAcross ? `${this.height}px` : '';
    style.height = isAcross ? `${this.width}px` : '';
    style.transform = turn ? `translate(-50%, -50%) rotate(${turn}deg)` : '';
    this.image.classList.toggle('turned', turn !== 0);
  }
}

/**
 * @param {GridPhoto} photo
 * @param {boolean} isSelected
 */
function describe(photo, isSelected) {
  return [
    photo.label || photo.name,
    photo.favourite && 'favourite',
    photo.rating > 0 && count(photo.rating, 'star'),
    photo.warning && 'has a warning',
    photo.missing && 'file is missing',
    isSelected && 'selected',
  ].filter(Boolean).join(', ');
}

/** @param {GridPhoto} photo */
function marksOf(photo) {
  return [
    photo.favourite && el('span', { class: 'mark mark-favourite' }, icon('heart-filled')),
    photo.rating > 0 &&
    el('span', { class: 'mark mark-rating' }, icon('star-filled'), String(photo.rating)),
    photo.warning && el('span', { class: 'mark mark-warning' }, icon('warning')),
    photo.missing && el('span', { class: 'mark mark-missing', text: 'missing' }),
  ].filter(Boolean);
}
