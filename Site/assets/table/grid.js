// The table itself: only visible rows exist. A million rows are taller than a browser's largest
// element, so the scroller maps them onto a shorter one.

import { el, targetOf } from '../core/dom.js';
import { Scroller } from '../shared/scroller.js';
import { headerRow } from './header.js';
import { fillRow, makeRow, showPicture } from './row.js';

const ROW = 52;
const SPARE = 8;
// How many rows before and after the visible ones are loaded, for slow scrolling without gaps.
const AHEAD = 80;
// Pixels per millisecond: faster than this, thumbnails are not loaded.
const FAST = 6;

export class Grid {
  /** @type {TableState} */
  state;

  /** @param {{ photo: (index: number) => TablePhoto | undefined, want: (first: number, end: number) => void, open: (index: number) => void, sort: (change: SortChange) => void }} act */
  constructor(act) {
    this.act = act;
    this.rows = new Map();
    /** @type {TableColumn[]} */
    this.columns = [];
    this.total = 0;
    this.active = 0;
    this.head = el('div', { class: 'table-titles-group', role: 'rowgroup' });
    this.space = el('div', { class: 'table-space', role: 'rowgroup' });
    this.node = el(
      'div',
      {
        class: 'table-region',
        role: 'grid',
        tabindex: '0',
        'aria-label': 'Photos',
        'aria-readonly': 'true',
      },
      this.head,
      this.space,
    );
    this.scroller = new Scroller(this.node, this.space, {
      onMove: () => this.draw(),
      onRest: () => this.rested(),
    });
    this.node.addEventListener('click', (event) => this.click(event));
    new ResizeObserver(() => this.resize()).observe(this.node);
  }

  get viewport() {
    return Math.max(ROW, this.node.clientHeight - this.head.offsetHeight);
  }

  /**
   * @param {TableColumn[]} columns
   * @param {TableState} state
   */
  setColumns(columns, state) {
    this.columns = columns;
    this.state = state;
    const focused = this.head.querySelector(':focus')?.dataset.sort;
    this.head.replaceChildren(headerRow(columns, state, this.act.sort));
    if (focused) this.head.querySelector(`[data-sort="${focused}"]`)?.focus();
    const widths = columns.map(({ width }) => `${width}px`);
    this.node.style.setProperty('--table-columns', ['var(--table-photo)', ...widths].join(' '));
    this.node.style.setProperty(
      '--table-width',
      `calc(${['var(--table-photo)', ...widths].join(' + ')})`,
    );
    this.node.setAttribute('aria-colcount', columns.length + 1);
    this.clear();
    this.resize();
  }

  /**
   * Shows another result from its first row, or at the same position.
   * @param {number} total
   */
  setTotal(total, { fromStart = true } = {}) {
    this.total = total;
    this.node.setAttribute('aria-rowcount', total + 1);
    if (fromStart) {
      this.clear();
      this.active = 0;
    }
    this.active = Math.min(this.active, Math.max(0, total - 1));
    this.scroller.resize(total * ROW, this.viewport, fromStart ? 0 : this.scroller.position);
    this.draw();
  }

  clear() {
    this.rows.clear();
    this.space.replaceChildren();
  }

  resize() {
    this.scroller.resize(this.total * ROW, this.viewport);
    this.draw();
  }

  draw() {
    const { position, shift } = this.scroller;
    const first = Math.max(0, Math.floor(position / ROW) - SPARE);
    const end = Math.min(this.total, Math.ceil((position + this.viewport) / ROW) + SPARE);
    for (const [index, node] of this.rows) {
      if (index >= first && index < end) continue;
      node.remove();
      this.rows.delete(index);
    }
    this.act.want(Math.max(0, first - AHEAD), Math.min(this.total, end + AHEAD));
    for (let index = first; index < end; index += 1) this.drawRow(index, shift);
    this.markActive();
  }

  /**
   * @param {number} index
   * @param {number} shift
   */
  drawRow(index, shift) {
    const top = index * ROW - shift;
    const known = this.rows.get(index);
    if (known && known.top === top) return;
    const node = known ?? makeRow(index, top);
    node.top = top;
    node.style.transform = `translateY(${top}px)`;
    if (known) return;
    this.fill(node, index);
    this.rows.set(index, node);
    // In the order of the rows, for screen readers.
    const after = this.rows.get(index + 1);
    if (after) after.before(node);
    else this.space.append(node);
  }

  /**
   * @param {HTMLElement} node
   * @param {number} index
   */
  fill(node, index) {
    fillRow(node, this.act.photo(index), this.columns, this.state.q, this.scroller.speed < FAST);
  }

  /**
   * Rows `first` to before `end` have arrived or changed.
   * @param {number} first
   * @param {number} end
   */
  refresh(first, end) {
    for (const [index, node] of this.rows) {
      if (index >= first && index < end && this.act.photo(index)) this.fill(node, index);
    }
  }

  rested() {
    this.draw();
    for (const node of this.rows.values()) showPicture(node);
  }

  // Where one is

  markActive() {
    const node = this.rows.get(this.active);
    if (node) this.node.setAttribute('aria-activedescendant', node.id);
    else this.node.removeAttribute('aria-activedescendant');
    for (const [index, row] of this.rows) {
      row.classList.toggle('is-active', index === this.active);
      row.setAttribute('aria-selected', String(index === this.active));
    }
  }

  get pageRows() {
    return Math.max(1, Math.floor(this.viewport / ROW) - 1);
  }

  /** @param {number} index */
  moveTo(index) {
    this.active = Math.min(Math.max(0, index), Math.max(0, this.total - 1));
    const top = this.active * ROW;
    const { position } = this.scroller;
    if (top < position) this.scroller.place(top);
    else if (top + ROW > position + this.viewport) this.scroller.place(top + ROW - this.viewport);
    this.draw();
  }

  /** @param {MouseEvent} event */
  click(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = targetOf(event).closest('.table-row');
    if (!row) return;
    event.preventDefault();
    this.moveTo(Number(row.dataset.index));
    this.act.open(this.active);
  }
}
