// Photos per month as bars, with a brush: drag over the bars, or move its two ends by keyboard.

import { targetOf } from '../../core/dom.js';
import { month, number } from '../../core/format.js';
import { fillMonths, monthOf } from './date-range.js';

const NS = 'http://www.w3.org/2000/svg';
const HEIGHT = 72;
const AXIS = 16;

export class Histogram {
  /** @type {number[]} */
  counts;
  /** @type {number} */
  low;
  /** @type {number} */
  fixed;
  /** @type {number} */
  first;
  /** @type {number} */
  high;
  /** @type {number} */
  inset;
  /** @type {number} */
  step;
  /** @type {boolean} */
  isHeld;
  /** @type {boolean} */
  hasMoved;
  /** @type {boolean} */
  isKeyed;

  /**
   * Calls `onBrush` (fromMonth, toMonth, isOver) during and after brushing; null, null for everything.
   * @param {HTMLElement} host
   * @param {{ onBrush: (from: string | null, to: string | null, isOver: boolean) => void }} options
   */
  constructor(host, { onBrush }) {
    this.onBrush = onBrush;
    this.svg = make('svg', {
      class: 'histogram',
      height: HEIGHT,
      role: 'group',
      'aria-label': 'Photos per month',
    });
    this.bars = make('path', { class: 'bars' });
    this.chosen = make('path', { class: 'selected bars' });
    this.axis = make('g', { class: 'axis', 'aria-hidden': 'true' });
    this.brush = make('rect', { class: 'brush', y: 0, height: HEIGHT - AXIS });
    this.ends = ['From month', 'To month'].map((label, end) => this.handle(label, end));
    this.tip = make('text', { class: 'tip', y: 11 });
    this.svg.append(this.brush, this.bars, this.chosen, this.axis, ...this.ends, this.tip);
    host.append(this.svg);
    this.listen();
    this.show([], null);
    new ResizeObserver(() => this.draw()).observe(host);
  }

  /**
   * @param {string} label
   * @param {number} end
   */
  handle(label, end) {
    const node = make('g', { class: 'handle', role: 'slider', tabindex: 0, 'aria-label': label });
    node.append(
      make('rect', { class: 'handle-target', width: 24, x: -12, height: HEIGHT - AXIS }),
      make('rect', { class: 'handle-bar', width: 3, x: -1.5, height: HEIGHT - AXIS, rx: 1.5 }),
      make('circle', { class: 'handle-knob', r: 5, cy: (HEIGHT - AXIS) / 2 }),
    );
    node.addEventListener('keydown', (event) => this.key(event, end));
    node.addEventListener('keyup', () => this.settle());
    node.addEventListener('blur', () => this.settle());
    return node;
  }

  /**
   * @param {{ from: number | null, to: number | null } | null} range as numbers of months, or null when no dates are asked
   * @param {{ month: string, count: number }[]} histogram
   */
  show(histogram, range) {
    // The answer to the previous step must not undo the current one.
    if (this.isHeld || this.isKeyed) return;
    const { first, counts } = fillMonths(histogram);
    this.first = first;
    this.counts = counts;
    this.low = range?.from ? clamp(range.from - first, 0, counts.length - 1) : 0;
    this.high = range?.to ? clamp(range.to - first, 0, counts.length - 1) : counts.length - 1;
    this.draw();
  }

  get isWhole() {
    return this.low <= 0 && this.high >= this.counts.length - 1;
  }

  draw() {
    const width = this.svg.parentElement?.clientWidth ?? 0;
    const { counts } = this;
    this.svg.style.display = counts.length ? '' : 'none';
    if (!width || !counts.length) return;
    this.svg.setAttribute('width', width);
    this.inset = 8;
    this.step = (width - 2 * this.inset) / counts.length;
    const most = Math.max(1, ...counts);
    /** @param {number} place */
    const bar = (place) => {
      if (!counts[place]) return '';
      const height = Math.max(2, counts[place] / most * (HEIGHT - AXIS - 16));
      const x = this.inset + place * this.step;
      const gap = this.step > 5 ? 1 : 0;
      return `M${x + gap / 2} ${HEIGHT - AXIS}v${-height}h${
        Math.max(0.6, this.step - gap)
      }v${height}z`;
    };
    const all = counts.map((_, place) => place);
    /** @param {number} place */
    const isIn = (place) => place >= this.low && place <= this.high;
    this.bars.setAttribute('d', all.filter((place) => !isIn(place)).map(bar).join(''));
    this.chosen.setAttribute('d', all.filter(isIn).map(bar).join(''));
    this.drawBrush();
    this.drawAxis(width);
  }

  drawBrush() {
    const left = this.inset + this.low * this.step;
    const right = this.inset + (this.high + 1) * this.step;
    this.brush.setAttribute('x', left);
    this.brush.setAttribute('width', Math.max(1, right - left));
    this.brush.classList.toggle('whole', this.isWhole);
    [left, right].forEach((x, end) => {
      const node = this.ends[end];
      const value = end ? this.high : this.low;
      node.setAttribute('transform', `translate(${x} 0)`);
      node.setAttribute('aria-valuemin', 0);
      node.setAttribute('aria-valuemax', this.counts.length - 1);
      node.setAttribute('aria-valuenow', value);
      node.setAttribute('aria-valuetext', month(monthOf(this.first + value)));
    });
  }

  /**
   * Years below the bars, as many as fit; months if there is little more than one year.
   * @param {number} width
   */
  drawAxis(width) {
    this.axis.replaceChildren();
    const { length } = this.counts;
    const isShort = length <= 14;
    let free = -Infinity;
    for (let place = 0; place < length; place += 1) {
      const text = monthOf(this.first + place);
      const isJanuary = text.endsWith('-01');
      if (!isShort && !isJanuary && !(place === 0 && length < 24)) continue;
      const x = this.inset + (place + (isShort ? 0.5 : 0)) * this.step;
      const label = isShort && !isJanuary && place > 0
        ? month(text).slice(0, 3)
        : isShort
        ? `${month(text).slice(0, 3)} ${text.slice(2, 4)}`
        : text.slice(0, 4);
      const needs = label.length * 6.4 + 8;
      if (x < free || x + needs > width + 8) continue;
      free = x + needs;
      const node = make('text', { x, y: HEIGHT - 3, 'text-anchor': isShort ? 'middle' : 'start' });
      node.textContent = label;
      this.axis.append(node);
    }
  }

  listen() {
    const { svg } = this;
    svg.addEventListener('pointerdown', (event) => this.grab(event));
    svg.addEventListener('pointermove', (event) => this.move(event));
    svg.addEventListener('pointerup', () => this.letGo());
    svg.addEventListener('pointercancel', () => this.letGo());
    svg.addEventListener('pointerleave', () => {
      this.tip.textContent = '';
    });
    svg.addEventListener('dblclick', () => this.choose(0, this.counts.length - 1, true));
  }

  /** @param {PointerEvent} event */
  placeAt(event) {
    const x = event.clientX - this.svg.getBoundingClientRect().left - this.inset;
    return clamp(Math.floor(x / this.step), 0, this.counts.length - 1);
  }

  /** @param {PointerEvent} event */
  grab(event) {
    if (event.button !== 0 || !this.counts.length) return;
    event.preventDefault();
    const end = this.ends.findIndex((node) => node.contains(targetOf(event)));
    // Dragging an end moves it; dragging elsewhere starts a new range.
    this.fixed = end < 0 || this.isWhole ? this.placeAt(event) : end === 0 ? this.high : this.low;
    this.isHeld = true;
    this.hasMoved = end >= 0 && !this.isWhole;
    this.svg.setPointerCapture(event.pointerId);
    if (end >= 0) this.ends[end].focus({ preventScroll: true });
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.counts.length) return;
    const place = this.placeAt(event);
    this.showMonth(place, event);
    if (!this.isHeld) return;
    this.hasMoved = true;
    this.choose(Math.min(this.fixed, place), Math.max(this.fixed, place), false);
  }

  letGo() {
    if (!this.isHeld) return;
    this.isHeld = false;
    if (this.hasMoved) this.report(true);
    // A click on a month chooses it; a second click removes the choice.
    else if (this.low === this.fixed && this.high === this.fixed && !this.isWhole) {
      this.choose(0, this.counts.length - 1, true);
    } else this.choose(this.fixed, this.fixed, true);
  }

  /**
   * @param {number} low
   * @param {number} high
   * @param {boolean} isOver
   */
  choose(low, high, isOver) {
    if (low === this.low && high === this.high && !isOver) return;
    this.low = low;
    this.high = high;
    this.draw();
    this.report(isOver);
  }

  /** @param {boolean} isOver */
  report(isOver) {
    if (this.isWhole) this.onBrush(null, null, isOver);
    else this.onBrush(monthOf(this.first + this.low), monthOf(this.first + this.high), isOver);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} end
   */
  key(event, end) {
    const last = this.counts.length - 1;
    const value = end ? this.high : this.low;
    const target = {
      ArrowLeft: value - 1,
      ArrowDown: value - 1,
      ArrowRight: value + 1,
      ArrowUp: value + 1,
      PageDown: value - 12,
      PageUp: value + 12,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.isKeyed = true;
    if (end) this.choose(this.low, clamp(target, this.low, last), false);
    else this.choose(clamp(target, 0, this.high), this.high, false);
  }

  settle() {
    if (!this.isKeyed) return;
    this.isKeyed = false;
    this.report(true);
  }

  /**
   * @param {number} place
   * @param {PointerEvent} event
   */
  showMonth(place, event) {
    const text = `${month(monthOf(this.first + place))}: ${number(this.counts[place])}`;
    const width = this.svg.clientWidth;
    const x = event.clientX - this.svg.getBoundingClientRect().left;
    this.tip.textContent = text;
    this.tip.setAttribute('x', clamp(x, 60, width - 60));
  }
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function make(tag, attributes) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
