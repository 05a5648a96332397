// When a photo was taken: the camera's wall clock, its offset, and how we know.

import { el } from '../../core/dom.js';
import { day, duration, wall } from '../../core/format.js';
import { searchLink, section } from './parts.js';
import { offsetSource, timeSource, utcOffset } from '../../shared/photo-text.js';

/** @param {Photo} details */
export function when(details) {
  if (!details.taken) {
    return section(
      'Time',
      el('p', { class: 'muted' }, 'Neither the photo nor its file name records a date.'),
    );
  }
  const date = details.taken.slice(0, 10);
  const time = wall(details.taken, { seconds: true }).split(', ').at(-1);
  return section(
    'Time',
    el(
      'p',
      { class: 'viewer-fact-main' },
      searchLink(date, day(date, { weekday: true })),
      `, ${time}`,
    ),
    el(
      'p',
      { class: 'hint' },
      [offset(details), `${timeSource(details.time_source)}. `, shift(details)]
        .filter(Boolean).join(' '),
    ),
  );
}

/** @param {Photo} photoDetails */
function offset({ utc_offset_minutes: minutes, offset_source: source }) {
  if (minutes === null || minutes === undefined) return 'Camera clock; time zone unknown.';
  const how = offsetSource(source);
  return `${utcOffset(minutes)}${how ? `, ${how}` : ''}.`;
}

/** @param {Photo} photoDetails */
function shift({ clock_shift_seconds: seconds }) {
  if (!seconds) return '';
  return `Camera clock corrected by ${seconds < 0 ? '−' : '+'}${duration(Math.abs(seconds))}.`;
}
