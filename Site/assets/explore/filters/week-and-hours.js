// Weekdays and hours of the day. The panel writes ranges if the language has them.

import { el } from '../../core/dom.js';
import { termOf, withOnly } from './clause-edit.js';
import { askFromPanel } from './panel-query.js';
import { store } from '../state.js';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export class WeekAndHours {
  /** @type {[number, number] | null} */
  range;

  constructor() {
    this.days = DAYS.map((day) =>
      el('button', {
        type: 'button',
        class: 'chip',
        'aria-label': capital(day),
        'aria-pressed': false,
        text: capital(day).slice(0, 2),
        on: { click: () => this.press(day) },
      })
    );
    this.from = this.hourSelect('From hour', (hour) => `${two(hour)}:00`);
    this.to = this.hourSelect('To hour', (hour) => `${two(hour)}:59`);
    this.node = el(
      'details',
      { class: 'filter-more' },
      el('summary', { text: 'Weekday and hour' }),
      el('div', { class: 'weekdays', role: 'group', 'aria-label': 'Weekday' }, this.days),
      el(
        'div',
        { class: 'date-inputs' },
        el('label', { class: 'field' }, el('span', { class: 'hint', text: 'From' }), this.from),
        el('label', { class: 'field' }, el('span', { class: 'hint', text: 'To' }), this.to),
      ),
    );
  }

  /**
   * @param {string} label
   * @param {(hour: number) => string} text
   */
  hourSelect(label, text) {
    return el(
      'select',
      { 'aria-label': label, on: { change: () => this.changed() } },
      el('option', { value: '', text: 'any' }),
      Array.from({ length: 24 }, (_, hour) => el('option', { value: hour, text: text(hour) })),
    );
  }

  /** @param {QueryClause[]} clauses */
  update(clauses) {
    this.range = readRange(termOf(clauses, 'weekday')?.text, 'weekday', dayNumber);
    this.days.forEach((button, place) =>
      button.setAttribute('aria-pressed', String(isWithin(place, this.range)))
    );
    const hours = readRange(termOf(clauses, 'hour')?.text, 'hour', Number);
    this.from.value = hours ? String(hours[0]) : '';
    this.to.value = hours ? String(hours[1]) : '';
    if (this.range || hours) this.node.open = true;
  }

  /**
   * The first click chooses a day, the second one a range; a click within the range chooses that day.
   * @param {string} day
   */
  press(day) {
    const place = DAYS.indexOf(day);
    const { range } = this;
    let text = `weekday:${day}`;
    if (range && range[0] === range[1]) {
      text = range[0] === place
        ? ''
        : `weekday:${DAYS[Math.min(range[0], place)]}..${DAYS[Math.max(range[0], place)]}`;
    }
    askFromPanel(withOnly(store.clauses, 'weekday', text));
  }

  changed() {
    const from = this.from.value;
    const to = this.to.value;
    const text = from === '' && to === ''
      ? ''
      : from === to
      ? `hour:${from}`
      : `hour:${from || 0}..${to || 23}`;
    askFromPanel(withOnly(store.clauses, 'hour', text));
  }
}

/**
 * @param {string | undefined} text
 * @param {string} kind
 * @param {(text: string) => number} read
 * @returns {[number, number] | null}
 */
function readRange(text, kind, read) {
  if (!text) return null;
  const [first, last = first] = text.slice(kind.length + 1).split('..').map(read);
  return first >= 0 && last >= 0 ? [first, last] : null;
}

/** @param {string} text */
const dayNumber = (text) => DAYS.findIndex((day) => day.startsWith(text.toLowerCase().slice(0, 3)));

/**
 * Ranges may cross the end of the week: saturday to monday.
 * @param {number} place
 * @param {[number, number] | null} range
 */
function isWithin(place, range) {
  if (!range) return false;
  const [first, last] = range;
  return first <= last ? place >= first && place <= last : place >= first || place <= last;
}

/** @param {number} number */
const two = (number) => String(number).padStart(2, '0');
/** @param {string} word */
const capital = (word) => word[0].toUpperCase() + word.slice(1);
