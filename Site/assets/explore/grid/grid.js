// The grid of photos: only elements near the visible part exist.
//
//   layout bytes → rows.js → which rows are near the position → sections and tiles, used again
//
// A section (day) is one element with a sticky heading. Positions within it are relative to its
// `origin`, which is the day's top, or for a very long run of photos a point near the window, so that
// no number ever gets larger than a browser can place.

import { clear, targetOf } from '../../core/dom.js';
import { layOut } from './rows.js';
import { Scroller } from '../../shared/scroller.js';
import { Tile, tileOf } from './tile.js';
import { DaySection } from './day-heading.js';

const HEADING = 46;
const GAP = 4;
const SECTION_GAP = 14;
const DAY_GAP = 18;
const LEAST_DAY = 168;
const SPAN = 1_000_000;
/** Pixels per millisecond: faster than this, pictures would be gone before they are loaded. */
const TOO_FAST = 4;

export class Grid {
  /** @type {boolean} */
  isMoving;
  /** @type {{ first: number, end: number } | null} */
  range;
  /** @type {Uint8Array} */
  aspects;
  /** @type {Section[]} */
  sections;
  /** @type {Anchor | null} */
  wanted;

  /** @param {GridOptions} options */
  constructor({ element, spacer, ...options }) {
    this.element = element;
    this.spacer = spacer;
    this.blocks = options.blocks;
    this.hrefOf = options.hrefOf;
    this.isSelected = options.isSelected;
    this.canSelect = options.canSelect;
    this.onMove = options.onMove;
    this.onLayout = options.onLayout;
    this.onRest = options.onRest;
    this.isHurried = false;
    /** @type {import('./rows.js').Rows} Null before the first result: nothing asks where its photos are. */
    this.rows = /** @type {never} */ (null);
    /** @type {Map<number, Tile>} */
    this.tiles = new Map();
    /** @type {Map<number, DaySection>} */
    this.days = new Map();
    /** @type {Tile[]} */
    this.spareTiles = [];
    /** @type {DaySection[]} */
    this.spareDays = [];
    this.focusIndex = 0;
    this.rowHeight = 200;
    this.scroller = new Scroller(element, spacer, {
      onMove: () => this.render(),
      onRest: () => this.rest(),
    });
    this.size = { width: 0, height: 0 };
    new ResizeObserver(() => this.measure()).observe(element);
    // A click also moves the focus.
    spacer.addEventListener('focusin', (event) => {
      const tile = tileOf(targetOf(event).closest('.tile'));
      if (tile) this.moveTabStop(tile.index);
    });
  }

  get count() {
    return this.rows?.count ?? 0;
  }

  get position() {
    return this.scroller.position;
  }

  /**
   * Shows another result; keeps `anchor` {index, offset, focus} in its place, or starts at the top.
   * @param {Uint8Array} aspects
   * @param {Section[]} sections
   * @param {Anchor | null} anchor
   */
  show(aspects, sections, anchor = null) {
    const hadFocus = this.hasFocus();
    this.empty();
    this.aspects = aspects;
    this.sections = sections;
    this.focusIndex = Math.max(
      0,
      Math.min(anchor?.focus ?? anchor?.index ?? 0, aspects.length - 1),
    );
    this.isMoving = hadFocus;
    this.arrange(anchor ?? { index: 0, offset: null });
    this.isMoving = false;
    if (hadFocus) this.tiles.get(this.focusIndex)?.link.focus({ preventScroll: true });
  }

  /** @param {number} height */
  setRowHeight(height) {
    this.rowHeight = height;
    if (this.aspects) this.arrange(this.anchor());
  }

  measure() {
    const width = this.spacer.clientWidth;
    const height = this.element.clientHeight;
    if (width === this.size.width && height === this.size.height) return;
    const anchor = this.wanted ?? (this.size.width ? this.anchor() : { index: 0, offset: null });
    this.size = { width, height };
    if (this.aspects) this.arrange(anchor);
  }

  /** The photo at the top of the window, and how far its row's top is below the window's. */
  anchor() {
    if (!this.count) return { index: 0, offset: null };
    // At the very top, the anchor is the top, so that growing rows do not hide the first heading.
    if (this.position <= 0) return { index: 0, offset: null };
    const row = Math.min(this.rows.rows - 1, this.rows.rowAt(this.position + HEADING));
    return { index: this.rows.rowStart[row], offset: this.rows.rowTop[row] - this.position };
  }

  /** @param {Anchor | null} anchor */
  arrange(anchor) {
    // The grid is hidden behind the map: keep the anchor until it has a width.
    if (!this.size.width) {
      this.wanted = anchor;
      return;
    }
    this.wanted = null;
    this.rows = layOut(this.aspects, this.sections, {
      width: this.size.width,
      rowHeight: this.rowHeight,
      gap: GAP,
      heading: HEADING,
      sectionGap: SECTION_GAP,
      dayGap: DAY_GAP,
      leastDay: LEAST_DAY,
    });
    for (const day of this.days.values()) day.origin = NaN;
    this.scroller.resize(
      this.rows.height,
      this.size.height,
      this.topOf(anchor ?? { index: 0, offset: null }),
    );
    this.render();
    this.onLayout?.();
  }

  /** @param {Anchor} anchor */
  topOf({ index, offset }) {
    if (!this.rows.count || (index === 0 && offset === null)) return 0;
    return this.rows.rowTop[this.rows.rowOf(index)] - (offset ?? HEADING);
  }

  /** @param {number} position */
  goToPosition(position) {
    this.scroller.place(position);
    this.render();
    this.scroller.restLater();
  }

  empty() {
    for (const tile of this.tiles.values()) this.release(tile);
    for (const day of this.days.values()) this.retire(day);
    this.tiles.clear();
    this.days.clear();
  }

  rest() {
    this.render();
    this.onRest?.();
  }

  render() {
    const { rows, size, position } = this;
    if (!rows || !size.width) return;
    if (!rows.count) {
      this.empty();
      return;
    }
    const isFast = this.isFast();
    const margin = isFast ? size.height * 0.5 : size.height * 1.2;
    const firstRow = rows.rowAt(position - margin);
    const lastRow = rows.rowAt(position + size.height + margin);
    const first = rows.rowStart[firstRow];
    const end = rows.rowStart[lastRow + 1];
    this.range = { first, end };
    this.removeOutside(first, end);
    this.placeDays(first, end);
    for (let row = firstRow; row <= lastRow; row += 1) this.placeRow(row);
    if (this.focusIndex < first || this.focusIndex >= end) {
      this.placeRow(rows.rowOf(this.focusIndex), this.focusIndex);
    }
    if (!isFast) {
      this.blocks.want(first, end);
      this.loadImages();
    }
    this.keepTabStop();
    this.onMove?.();
  }

  isFast() {
    return this.isHurried || this.scroller.speed > TOO_FAST;
  }

  // The tile with the focus must always exist, or the focus would be lost.
  /** @param {number} index */
  isKept(index) {
    return index === this.focusIndex;
  }

  /**
   * @param {number} first
   * @param {number} end
   */
  removeOutside(first, end) {
    for (const [index, tile] of this.tiles) {
      if ((index < first || index >= end) && !this.isKept(index)) {
        this.release(tile);
        this.tiles.delete(index);
      }
    }
    const from = this.rows.sectionOf(first);
    const to = this.rows.sectionOf(Math.max(first, end - 1));
    const kept = this.rows.sectionOf(this.focusIndex);
    for (const [section, day] of this.days) {
      if ((section < from || section > to) && section !== kept) {
        this.retire(day);
        this.days.delete(section);
      }
    }
  }

  /**
   * @param {number} first
   * @param {number} end
   */
  placeDays(first, end) {
    const to = this.rows.sectionOf(Math.max(first, end - 1));
    for (let section = this.rows.sectionOf(first); section <= to; section += 1) {
      this.placeDay(section);
    }
    this.placeDay(this.rows.sectionOf(this.focusIndex));
  }

  /** @param {number} section */
  placeDay(section) {
    const { rows, position } = this;
    const day = this.days.get(section) ?? this.addDay(section);
    const top = rows.sectionTop[section];
    const bottom = top + rows.sectionHeight(section);
    const window = Math.floor(position / SPAN) * SPAN - SPAN;
    const origin = bottom - top > 2 * SPAN ? Math.max(top, window) : top;
    const nativeTop = origin - this.scroller.shift;
    if (day.origin !== origin) {
      day.origin = origin;
      day.node.style.height = `${Math.min(bottom - origin, 4 * SPAN)}px`;
      day.node.style.left = `${rows.sectionLeft[section]}px`;
      day.node.style.width = `${rows.sectionWidth[section]}px`;
      day.setWidth(rows.sectionWidth[section]);
      day.isStale = true;
    } else {
      day.isStale = false;
    }
    if (day.nativeTop !== nativeTop) {
      day.nativeTop = nativeTop;
      // Browsers clip larger numbers anyway, and nobody sees what is that far away.
      day.node.style.top = `${Math.max(-8e6, Math.min(8e6, nativeTop))}px`;
    }
  }

  /** @param {number} section */
  addDay(section) {
    const day = this.spareDays.pop() ?? new DaySection();
    day.take(section, this.sections[section]);
    this.days.set(section, day);
    day.nativeTop = NaN;
    // In the order of the result, for screen readers and the Tab key.
    let after = null;
    for (const [other, node] of this.days) {
      if (other < section && (after === null || other > after.index)) after = node;
    }
    if (after) after.node.after(day.node);
    else this.spacer.prepend(day.node);
    return day;
  }

  /** @param {number} row */
  placeRow(row, only = -1) {
    const { rows } = this;
    const start = rows.rowStart[row];
    const height = rows.rowSize[row];
    let section = rows.sectionOf(start);
    // `placeDays` has created the days of all these rows.
    let day = /** @type {DaySection} */ (this.days.get(section));
    // Rows that are in place already are skipped: most frames only add a few rows.
    if (only < 0 && !day.isStale && this.isPlaced(start, row)) return;
    rows.eachInRow(row, (index, left, width) => {
      if (only >= 0 && index !== only) return;
      while (index >= rows.sectionStart[section + 1]) section += 1;
      if (day?.index !== section) day = /** @type {DaySection} */ (this.days.get(section));
      const tile = this.tiles.get(index) ?? this.addTile(index, day);
      tile.place(left - rows.sectionLeft[section], rows.rowTop[row] - day.origin, width, height);
      tile.rows = rows;
    });
  }

  /**
   * @param {number} start
   * @param {number} row
   */
  isPlaced(start, row) {
    const end = this.rows.rowStart[row + 1];
    for (let index = start; index < end; index += 1) {
      const tile = this.tiles.get(index);
      if (!tile || tile.rows !== this.rows) return false;
    }
    return true;
  }

  /**
   * @param {number} index
   * @param {import('./day-heading.js').DaySection} day
   */
  addTile(index, day) {
    const tile = this.spareTiles.pop() ?? new Tile(this);
    tile.take(index, this.count);
    this.tiles.set(index, tile);
    this.fill(tile, day);
    insertInOrder(day.list, tile.node, index);
    return tile;
  }

  /** @param {import('./tile.js').Tile} tile */
  fill(tile, day = this.days.get(this.rows.sectionOf(tile.index))) {
    const photo = this.blocks.get(tile.index);
    if (!photo) return;
    tile.fill(photo, this.hrefOf(photo), this.isSelected(photo.id));
    day?.learn(photo);
  }

  /**
   * Items have arrived, or one of them has changed.
   * @param {number} first
   * @param {number} end
   */
  fillRange(first, end) {
    for (const [index, tile] of this.tiles) {
      if (index >= first && index < end) this.fill(tile);
    }
    if (!this.isFast()) this.loadImages();
  }

  refill() {
    for (const tile of this.tiles.values()) this.fill(tile);
  }

  loadImages() {
    for (const tile of this.tiles.values()) tile.loadImage();
  }

  /** @param {import('./tile.js').Tile} tile */
  release(tile) {
    tile.drop();
    tile.node.remove();
    if (this.spareTiles.length < 300) this.spareTiles.push(tile);
  }

  /** @param {import('./day-heading.js').DaySection} day */
  retire(day) {
    day.node.remove();
    clear(day.list);
    if (this.spareDays.length < 30) this.spareDays.push(day);
  }

  /** Tab reaches one tile: the last one with the focus, or the first one that is fully visible. */
  keepTabStop() {
    if (!this.isMoving && !this.hasFocus()) this.moveTabStop(this.firstVisible());
    const tile = this.tiles.get(this.focusIndex);
    if (tile) tile.link.tabIndex = 0;
  }

  firstVisible() {
    const { rows, position } = this;
    let row = rows.rowAt(position + HEADING);
    if (rows.rowTop[row] < position + HEADING - 1 && row < rows.rows - 1) row += 1;
    return rows.rowStart[row];
  }

  /** @param {number} index */
  moveTabStop(index) {
    if (index === this.focusIndex) return;
    const old = this.tiles.get(this.focusIndex);
    if (old) old.link.tabIndex = -1;
    this.focusIndex = index;
    const tile = this.tiles.get(index);
    if (tile) tile.link.tabIndex = 0;
  }

  hasFocus() {
    return this.spacer.contains(document.activeElement);
  }

  /**
   * Moves the focus to a photo and scrolls as little as possible.
   * @param {number} index
   */
  focus(index) {
    if (!this.count) return;
    const target = Math.max(0, Math.min(this.count - 1, index));
    this.moveTabStop(target);
    // The tile with the focus may be removed before the other one gets it.
    this.isMoving = true;
    this.reveal(target);
    this.render();
    this.isMoving = false;
    this.tiles.get(target)?.link.focus({ preventScroll: true });
  }

  /** @param {number} index */
  reveal(index) {
    const { rows, position, size } = this;
    const row = rows.rowOf(index);
    const top = rows.rowTop[row];
    const bottom = top + rows.rowSize[row];
    if (top - HEADING < position) this.scroller.place(top - HEADING);
    else if (bottom + GAP > position + size.height) this.scroller.place(bottom + GAP - size.height);
  }
}

/** @param {Element} node */
const placeOf = (node) => tileOf(node)?.index ?? NaN;

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} node
 * @param {number} index
 */
function insertInOrder(list, node, index) {
  const last = list.lastElementChild;
  if (!last || placeOf(last) < index) {
    list.append(node);
    return;
  }
  for (const child of list.children) {
    if (placeOf(child) > index) {
      child.before(node);
      return;
    }
  }
}
