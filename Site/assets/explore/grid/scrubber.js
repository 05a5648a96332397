// The strip at the right edge: years and months in proportion to their photos, a thumb for the
// position, and a bubble with the date under the pointer. A slider for keyboards and screen readers.

import { clear, el } from '../../core/dom.js';
import { month, number } from '../../core/format.js';
import { fitting, marksOf } from './scrubber-marks.js';
import { titleOf } from './day-heading.js';

const PAGE = 0.1;
const REST_MS = 120;

export class Scrubber {
  /** @type {number} */
  flashTimer;
  /** @type {boolean} */
  isHeld;
  /** @type {boolean} */
  isHovered;
  /** @type {number} */
  frame;
  /** @type {number} */
  slowTimer;

  /**
   * @param {HTMLElement} node
   * @param {import('./grid.js').Grid} grid
   */
  constructor(node, grid) {
    this.node = node;
    this.grid = grid;
    this.track = el('div', { class: 'scrub-track', 'aria-hidden': 'true' });
    this.thumb = el('div', { class: 'scrub-thumb', 'aria-hidden': 'true' });
    this.bubble = el('div', { class: 'scrub-bubble', 'aria-hidden': 'true', hidden: true });
    node.append(this.track, this.thumb, this.bubble);
    this.listen();
    new ResizeObserver(() => this.draw()).observe(node);
  }

  listen() {
    const { node } = this;
    node.addEventListener('pointerdown', (event) => this.grab(event));
    node.addEventListener('pointermove', (event) => this.move(event));
    node.addEventListener('pointerup', () => this.letGo());
    node.addEventListener('pointercancel', () => this.letGo());
    node.addEventListener('pointerleave', () => this.isHeld || this.hideBubble());
    node.addEventListener('keydown', (event) => this.key(event));
    // The wheel scrolls the photos, as it does over a scroll bar.
    node.addEventListener('wheel', (event) => {
      this.grid.element.scrollTop += event.deltaY;
      event.preventDefault();
    }, { passive: false });
  }

  get span() {
    return Math.max(0, (this.grid.rows?.height ?? 0) - this.grid.size.height);
  }

  /** The result or its layout has changed. */
  draw() {
    const { rows } = this.grid;
    this.node.hidden = !rows?.count || this.span <= 0;
    if (this.node.hidden) return;
    const height = this.node.clientHeight;
    const { years, months } = fitting(marksOf(rows), Math.max(1, height));
    clear(this.track).append(
      ...months.map((mark) => at(el('span', { class: 'scrub-month' }), mark.at)),
      ...years.map((mark) => at(el('span', { class: 'scrub-year', text: mark.key }), mark.at)),
    );
    // Its length is the visible share of everything, like the thumb of a scroll bar.
    this.thumb.style.height = `${this.grid.size.height / rows.height * 100}%`;
    this.follow();
  }

  /** The grid has moved. */
  follow() {
    if (this.node.hidden) return;
    const share = this.grid.position / this.grid.rows.height;
    this.thumb.style.top = `${share * 100}%`;
    this.node.setAttribute('aria-valuenow', Math.round(this.grid.position / this.span * 1000));
    this.node.setAttribute('aria-valuetext', this.textAt(this.grid.position));
    if (!this.isHeld && !this.isHovered) this.flash(share);
  }

  // The date is shown while the user scrolls by touch or wheel.
  /** @param {number} share */
  flash(share) {
    if (this.grid.scroller.speed < 2) return;
    this.showBubble(share, this.grid.position);
    clearTimeout(this.flashTimer);
    this.flashTimer = setTimeout(() => this.isHeld || this.isHovered || this.hideBubble(), 700);
  }

  /** @param {PointerEvent} event */
  grab(event) {
    if (event.button !== 0) return;
    this.isHeld = true;
    this.node.setPointerCapture(event.pointerId);
    this.node.classList.add('held');
    this.jump(event);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (this.isHeld) {
      this.jump(event);
      return;
    }
    if (event.pointerType !== 'mouse') return;
    this.isHovered = true;
    const share = this.shareAt(event);
    this.showBubble(share, share * this.grid.rows.height);
  }

  letGo() {
    if (!this.isHeld) return;
    this.isHeld = false;
    this.node.classList.remove('held');
    this.hideBubble();
    this.slow();
  }

  /** @param {PointerEvent} event */
  jump(event) {
    const share = this.shareAt(event);
    this.showBubble(share, share * this.grid.rows.height);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      // Pictures are loaded when the pointer rests; during a drag they would only flicker.
      this.grid.isHurried = true;
      this.grid.goToPosition(share * this.grid.rows.height);
      clearTimeout(this.slowTimer);
      this.slowTimer = setTimeout(() => this.slow(), REST_MS);
    });
  }

  slow() {
    this.grid.isHurried = false;
    this.grid.rest();
  }

  /** @param {PointerEvent} event */
  shareAt(event) {
    const box = this.node.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientY - box.top) / box.height));
  }

  /**
   * @param {number} share
   * @param {number} position
   */
  showBubble(share, position) {
    this.bubble.hidden = false;
    this.bubble.textContent = this.textAt(position);
    this.bubble.style.top = `${share * 100}%`;
  }

  hideBubble() {
    this.isHovered = false;
    this.bubble.hidden = true;
  }

  /** @param {number} position */
  textAt(position) {
    const { rows } = this.grid;
    const key = rows.sections[rows.sectionAt(position + 60)]?.[0];
    if (key === null) return titleOf(null);
    if (!/^\d{4}-/.test(key)) return `Photo ${number(rows.rowStart[rows.rowAt(position)] + 1)}`;
    return rows.sections.length > 400 ? month(key) : titleOf(key).replace(/^\S+ /, '');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { grid, span } = this;
    /** @type {Record<string, Callback>} */
    const moves = {
      ArrowDown: () => this.step(1),
      ArrowRight: () => this.step(1),
      ArrowUp: () => this.step(-1),
      ArrowLeft: () => this.step(-1),
      PageDown: () => grid.goToPosition(grid.position + span * PAGE),
      PageUp: () => grid.goToPosition(grid.position - span * PAGE),
      Home: () => grid.goToPosition(0),
      End: () => grid.goToPosition(span),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  }

  /**
   * To the next or previous day.
   * @param {number} by
   */
  step(by) {
    const { grid } = this;
    const { rows } = grid;
    if (rows.sections.length < 2) {
      grid.goToPosition(grid.position + by * this.span / 50);
      return;
    }
    const here = rows.sectionAt(grid.position + 1);
    const target = by > 0 ? rows.sectionBelow(here) : rows.sectionAt(rows.sectionTop[here] - 1);
    grid.goToPosition(rows.sectionTop[target]);
  }
}

/**
 * @param {HTMLElement} node
 * @param {number} share
 */
function at(node, share) {
  node.style.top = `${share * 100}%`;
  return node;
}
