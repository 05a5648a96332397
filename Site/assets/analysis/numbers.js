// The numbers about a trip, linked to their photos if a query can describe them.

import { clear, el } from '../core/dom.js';
import { count, day, number } from '../core/format.js';
import { photosBehind } from './links.js';

/**
 * Fills the list with the numbers.
 * @param {HTMLElement} list
 * @param {Statistics} statistics
 */
export function showNumbers(list, { query, numbers }) {
  clear(list);
  for (const { name, value, term, note, kind } of cards(numbers)) {
    const content = term ? el('a', { href: photosBehind(query, term), text: value }) : value;
    list.append(
      el(
        'div',
        { class: 'card number-card' },
        el('dt', { text: name }),
        el('dd', { class: kind }, content),
        note ? el('dd', { class: 'note', text: note }) : null,
      ),
    );
  }
}

/** @param {Statistics['numbers']} n */
function cards(n) {
  const { first, last } = n;
  const dated = first !== null && last !== null;
  return [
    { name: 'Photos', value: number(n.photos) },
    {
      name: 'With objects',
      value: number(n.with_objects),
      term: n.with_objects && 'has:objects',
      note: share(n.with_objects, n),
    },
    {
      name: 'With a scene',
      value: number(n.with_scenes),
      term: n.with_scenes && 'has:scenes',
      note: share(n.with_scenes, n),
    },
    {
      name: 'With a position',
      value: number(n.with_position),
      term: n.with_position && 'has:gps',
      note: share(n.with_position, n),
    },
    {
      name: 'Length of the trip',
      value: dated ? count(n.range_days, 'day') : '–',
      note: dated ? null : 'No photo has a time.',
    },
    {
      name: 'First photo',
      value: dated ? dayOf(first) : '–',
      term: dated && dateOf(first),
      kind: 'date',
    },
    {
      name: 'Last photo',
      value: dated ? dayOf(last) : '–',
      term: dated && dateOf(last),
      kind: 'date',
    },
    {
      name: 'Days without photos',
      value: dated ? number(n.days_without_photos) : '–',
      note: dated ? `and ${count(n.days_with_photos, 'day')} with photos` : null,
    },
    {
      name: 'With persons',
      value: number(n.with_persons),
      term: n.with_persons && 'person',
      note: share(n.with_persons, n),
    },
    {
      name: 'Without persons',
      value: number(n.without_persons),
      term: n.without_persons && 'not person',
      note: share(n.without_persons, n),
    },
    { name: 'Persons', value: number(n.persons), note: 'all boxes of persons' },
    { name: 'Persons per photo', value: average(n), note: 'in photos with persons' },
    {
      name: 'Without a time',
      value: number(n.undated),
      term: n.undated && 'not has:time',
      note: share(n.undated, n),
    },
  ];
}

/** @param {string} iso */
const dateOf = (iso) => iso.slice(0, 10);
/** @param {string} iso */
const dayOf = (iso) => day(dateOf(iso));

/**
 * @param {number} part
 * @param {{ photos: number }} options
 */
function share(part, { photos }) {
  if (!photos) return null;
  const percent = (100 * part) / photos;
  if (part > 0 && percent < 1) return 'less than 1 %';
  if (part < photos && percent > 99) return 'more than 99 %';
  return `${Math.round(percent)} %`;
}

/** @param {Statistics['numbers']} options */
function average({ with_persons: photos, persons_per_photo: mean }) {
  return photos > 0 && Number.isFinite(mean) ? mean.toFixed(1) : '–';
}
