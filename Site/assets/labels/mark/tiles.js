// A tile for each item to answer; several can be selected. It is a list box: one tile is in the tab
// order, and the arrow keys move between them.

import { $, clear, el, icon, targetOf } from '../../core/dom.js';
import { crop } from '../../shared/crop.js';
import { answerWord } from '../../shared/label-text.js';
import { partText } from './stage.js';

export class Tiles {
  /**
   * @param {Callback} chosen called after the choice has changed
   * @param {string} name
   */
  constructor(name, chosen) {
    this.chosen = chosen;
    /** @type {MarkItem[]} */
    this.items = [];
    /** @type {Map<MarkItem, HTMLElement>} */
    this.nodes = new Map();
    /** @type {Set<MarkItem>} */
    this.choice = new Set();
    /** @type {MarkItem | null} */
    this.active = null;
    /** @type {MarkItem | null} */
    this.anchor = null;
    this.node = el('ul', {
      class: 'labels-tiles',
      role: 'listbox',
      'aria-multiselectable': true,
      'aria-label': name,
    });
    this.node.addEventListener('click', (event) => this.clicked(event));
    this.node.addEventListener('focusin', (event) => {
      const item = this.itemOf(targetOf(event));
      if (item) this.activate(item);
    });
  }

  /** @param {MarkItem[]} items */
  add(items) {
    for (const item of items) {
      const node = el(
        'li',
        { class: 'labels-tile', role: 'option', tabindex: -1 },
        crop(item),
        el('span', { class: 'labels-tile-answer' }),
      );
      this.nodes.set(item, node);
      this.items.push(item);
      this.node.append(node);
      this.update(item);
    }
    if (!this.active && this.items.length > 0) this.activate(this.items[0]);
  }

  /** @param {MarkItem} item */
  update(item) {
    const node = this.nodes.get(item);
    if (!node) return;
    const { photo, answer } = item;
    node.setAttribute('aria-selected', String(this.choice.has(item)));
    node.setAttribute(
      'aria-label',
      `${photo.label || photo.name}${partText(item)}${
        answer === null ? '' : `, answered ${answerWord(answer)}`
      }`,
    );
    node.classList.toggle('is-yes', answer === true);
    node.classList.toggle('is-no', answer === false);
    const badge = clear($('.labels-tile-answer', node));
    badge.hidden = answer === null;
    if (answer !== null) badge.append(icon(answer ? 'check' : 'close'), answerWord(answer));
  }

  // MARK: The focus

  /** @param {MarkItem} item */
  activate(item) {
    const before = this.active && this.nodes.get(this.active);
    if (before) before.tabIndex = -1;
    this.active = item;
    const node = this.nodes.get(item);
    if (node) node.tabIndex = 0;
  }

  focus(item = this.active) {
    const node = item && this.nodes.get(item);
    if (!node) return;
    node.focus();
    node.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Moves by so many tiles; `extend` selects those in between.
   * @param {number} by
   */
  move(by, { extend = false } = {}) {
    const place = this.placeOf(this.active) + by;
    if (place < 0 || place >= this.items.length) return;
    if (extend) this.chooseTo(this.items[place]);
    else this.anchor = null;
    this.focus(this.items[place]);
  }

  /** @param {MarkItem | null} item */
  placeOf(item) {
    return item ? this.items.indexOf(item) : -1;
  }

  /** How many stand in a row. */
  get columns() {
    const [first, ...others] = /** @type {HTMLElement[]} */ ([...this.node.children]);
    const inRow = others.findIndex((each) => each.offsetTop > first.offsetTop);
    return inRow < 0 ? this.items.length : inRow + 1;
  }

  /** The next one without an answer, or the next one. */
  advance() {
    const place = this.placeOf(this.active);
    const next = this.items.find((item, each) => each > place && item.answer === null) ??
      this.items[place + 1];
    if (next) this.focus(next);
  }

  // MARK: Choosing

  /** @param {MouseEvent} event */
  clicked(event) {
    const item = this.itemOf(targetOf(event));
    if (!item) return;
    if (event.shiftKey) this.chooseTo(item);
    else this.toggle(item);
    this.focus(item);
  }

  toggle(item = this.active) {
    if (!item) return;
    if (!this.choice.delete(item)) this.choice.add(item);
    this.anchor = item;
    this.changed([item]);
  }

  /** @param {MarkItem} item */
  chooseTo(item) {
    const start = this.placeOf(this.anchor ??= this.active);
    const end = this.items.indexOf(item);
    this.choose(this.items.slice(Math.min(start, end), Math.max(start, end) + 1));
  }

  /** @param {MarkItem[]} items */
  choose(items) {
    for (const item of items) this.choice.add(item);
    this.changed(items);
  }

  clearChoice() {
    const items = [...this.choice];
    this.choice.clear();
    this.changed(items);
  }

  /** @param {MarkItem[]} items */
  changed(items) {
    for (const item of items) this.update(item);
    this.chosen();
  }

  /** @param {HTMLElement} target */
  itemOf(target) {
    const node = target.closest('.labels-tile');
    return this.items.find((item) => this.nodes.get(item) === node) ?? null;
  }
}
