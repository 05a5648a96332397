// Photos by the hour of the day and by the day of the week, as the camera's clock had it.

import { count, number } from '../../core/format.js';
import { columns, countAxisOf } from '../layout.js';

/** The days of the week as the query language writes them. */
export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/**
 * The word with a capital first letter.
 * @param {string} word
 */
export const titled = (word) => word[0].toUpperCase() + word.slice(1);

/**
 * 7 → '07:00–07:59'.
 * @param {number} hour
 */
export function hourText(hour) {
  const two = String(hour).padStart(2, '0');
  return `${two}:00–${two}:59`;
}

/**
 * Ticks every `step` hours.
 * @param {number} step
 */
export function hourTicks(step) {
  const hours = Array.from({ length: 24 / step }, (_, index) => index * step);
  return { tickvals: hours, ticktext: hours.map((hour) => `${hour}:00`), tickangle: 0 };
}

/** @param {number[]} counts */
const isEmpty = (counts) => !counts?.some((n) => n > 0);

/** @type {ChartDescription} */
export const hours = {
  id: 'hours',
  title: 'Hour of the day',
  empty: 'No photo has a time.',
  rows: ({ hours: counts }) => (isEmpty(counts) ? [] : counts.map((n, hour) => (
    { label: String(hour), count: n, term: `hour:${hour}` }
  ))),
  caption: (rows) => mostIn(rows, (row) => hourText(Number(row.label))),
  columns: [
    { title: 'Hour', value: (row) => hourText(Number(row.label)) },
    { title: 'Photos', value: (row) => number(row.count) },
  ],
  height: () => 240,
  figure: (rows, theme) => ({
    data: [
      columns(
        rows,
        theme,
        rows.map((row) => `${hourText(Number(row.label))}<br>${count(row.count, 'photo')}`),
      ),
    ],
    layout: {
      xaxis: { ...hourTicks(theme.compact ? 6 : 3), showgrid: false },
      yaxis: countAxisOf(rows),
    },
  }),
};

/** @type {ChartDescription} */
export const weekdays = {
  id: 'weekdays',
  title: 'Day of the week',
  empty: 'No photo has a time.',
  rows: ({ weekdays: counts }) => (isEmpty(counts) ? [] : counts.map((n, index) => (
    { label: titled(weekdayNames[index]), count: n, term: `weekday:${weekdayNames[index]}` }
  ))),
  caption: (rows) => mostIn(rows, (row) => row.label),
  columns: [
    { title: 'Day', value: (row) => row.label },
    { title: 'Photos', value: (row) => number(row.count) },
  ],
  height: () => 240,
  figure: (rows, theme) => ({
    data: [columns(rows, theme, rows.map((row) => `${row.label}<br>${count(row.count, 'photo')}`))],
    layout: {
      xaxis: {
        type: 'category',
        tickvals: rows.map((row) => row.label),
        ticktext: rows.map((row) => row.label.slice(0, theme.compact ? 2 : 3)),
        showgrid: false,
      },
      yaxis: countAxisOf(rows),
    },
  }),
};

/**
 * Names the row with the most photos, if there is only one.
 * @param {ChartRow[]} rows
 * @param {(row: ChartRow) => string} name
 */
function mostIn(rows, name) {
  const most = Math.max(...rows.map((row) => row.count));
  const those = rows.filter((row) => row.count === most);
  return those.length === 1 ? `Most photos: ${name(those[0])}.` : '';
}
