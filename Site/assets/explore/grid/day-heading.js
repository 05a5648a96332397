// The heading of a day: the date, how many photos, and where.

import { el } from '../../core/dom.js';
import { count, day } from '../../core/format.js';

/** @type {Record<string, string>} */
const OTHER = { nearest: 'Nearest first', surest: 'Most confident first' };
const MAXIMUM = 3;
/** Below these widths only a short date is shown. */
const NARROW = 330;
const TINY = 235;

export class DaySection {
  /** Whether its row has to be laid out again. */
  isStale = false;
  nativeTop = NaN;

  /** @type {boolean} */
  isNarrow;
  /** @type {number} */
  index;
  /** @type {number} */
  photoCount;
  /** @type {number} */
  origin;
  /** @type {string | null} */
  key;

  constructor() {
    this.title = el('span', { class: 'day-title' });
    this.details = el('span', { class: 'day-details' });
    this.heading = el('h2', { class: 'day-heading' }, this.title, ' ', this.details);
    this.list = el('div', { class: 'day-photos', role: 'list' });
    this.node = el('section', { class: 'day' }, this.heading, this.list);
    this.places = new Map();
  }

  /**
   * @param {number} index
   * @param {Section} section
   */
  take(index, [key, photoCount]) {
    this.index = index;
    this.photoCount = photoCount;
    this.origin = NaN;
    this.key = key;
    this.isNarrow = false;
    this.places.clear();
    this.title.textContent = titleOf(key);
    this.list.setAttribute('aria-label', titleOf(key));
    this.write();
  }

  /**
   * Days that share a row have less room.
   * @param {number} width
   */
  setWidth(width) {
    const isNarrow = width < NARROW;
    this.details.hidden = width < TINY;
    if (isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    this.title.textContent = isNarrow ? shortTitleOf(this.key) : titleOf(this.key);
  }

  /**
   * Counts the place of a photo of this day; the heading shows the most frequent ones.
   * @param {GridPhoto} photo
   */
  learn(photo) {
    const place = placeOf(photo);
    if (!place) return;
    const known = this.places.get(place) ?? 0;
    this.places.set(place, known + 1);
    if (!known) this.write();
  }

  write() {
    const names = [...this.places].sort((one, other) => other[1] - one[1]).map(([name]) => name);
    const shown = names.slice(0, MAXIMUM).join(', ') + (names.length > MAXIMUM ? ' …' : '');
    this.details.textContent = [count(this.photoCount, 'photo'), shown].filter(Boolean).join(' · ');
  }
}

/** @param {string | null} key */
export const titleOf = (key) =>
  key === null ? 'Undated' : OTHER[key] ?? day(key, { weekday: true });

const shortFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/**
 * "Mon, 3 Mar 2014" if there is no room for more.
 * @param {string | null} key
 */
const shortTitleOf = (key) =>
  /^\d{4}-/.test(key ?? '') ? shortFormat.format(new Date(`${key}T00:00:00Z`)) : titleOf(key);

/**
 * A photo's place: its city if the item has one, or else the place in its description
 * ("dog — Cusco, 12 June 2014").
 * @param {GridPhoto & { city?: string | null }} photo
 */
function placeOf(photo) {
  if (photo.city) return photo.city;
  return photo.label?.match(/ — (.+?), \d{1,2} \p{L}+ \d{4}$/u)?.[1] ?? null;
}
