// Photos per day, and the days in between that have none.

import { count, day, number } from '../../core/format.js';
import { countAxisOf } from '../layout.js';
import { daysBetween, gaps } from './calendar-days.js';
import { createSpan } from './span.js';

/** @type {ChartDescription<DayRow, DaySpan>} */
export const days = {
  id: 'days',
  title: 'Photos per day',
  size: 'wide',
  empty: 'No photo has a time.',
  rows: ({ days: all }) =>
    (all ?? []).map(([text, n]) => (
      { day: text, label: day(text), count: n, term: text }
    )),
  /** @param {DayRow[]} rows */
  caption(rows) {
    const without = gaps(rows).reduce((sum, gap) => sum + gap.length, 0);
    if (without === 0) return 'Photos on each day.';
    const short = shortestGap(rows[0].day, rows[rows.length - 1].day) > 1
      ? ' Zoom in to see short gaps.'
      : '';
    return `${count(rows.length, 'day')} with photos; ${
      count(without, 'day')
    } without are shaded.${short}`;
  },
  columns: [
    { title: 'Day', value: (row) => row.label },
    { title: 'Photos', value: (row) => number(row.count) },
  ],
  tableRows: withGaps,
  height: (_, compact) => (compact ? 260 : 320),
  controls: createSpan,
  figure: (rows, theme, _, shown) => ({
    data: [
      missing(
        gaps(rows).filter((gap) => gap.length >= shortestGap(shown.range[0], shown.range[1])),
        theme,
      ),
      taken(rows, theme),
    ],
    layout: {
      bargap: 0,
      barmode: 'overlay',
      // Dragging with a finger scrolls the page.
      dragmode: theme.touch ? false : 'zoom',
      xaxis: {
        type: 'date',
        range: shown.range,
        fixedrange: theme.touch,
        showgrid: false,
        ticks: 'outside',
        nticks: theme.compact ? 4 : 10,
        tickformatstops: tickFormats,
        minallowed: shown.all[0],
        maxallowed: shown.all[1],
      },
      // Drawn over the other axis: photos over the shading.
      yaxis: { range: [0, 1], visible: false },
      yaxis2: { ...countAxisOf(rows), overlaying: 'y', side: 'left' },
    },
  }),
};

const tickFormats = [
  { dtickrange: [null, 'M1'], value: '%-d %b %Y' },
  { dtickrange: ['M1', 'M12'], value: '%b %Y' },
  { dtickrange: ['M12', null], value: '%Y' },
];

/**
 * Short gaps in a long range would cover everything, since each is drawn at least one pixel wide.
 * @param {string} from
 * @param {string} to
 */
const shortestGap = (from, to) => Math.ceil(daysBetween(from, to) / 600);

/** @param {string} text */
const noon = (text) => `${text}T12:00:00`;
const dayLength = 86_400_000;

/**
 * @param {DayRow[]} rows
 * @param {ChartTheme} theme
 */
function taken(rows, theme) {
  return {
    type: 'bar',
    yaxis: 'y2',
    x: rows.map((row) => noon(row.day)),
    y: rows.map((row) => row.count),
    width: rows.map(() => dayLength * 0.9),
    customdata: rows.map((row) => row.term),
    hovertext: rows.map((row) => `${row.label}<br>${count(row.count, 'photo')}`),
    hovertemplate: '%{hovertext}<extra></extra>',
    marker: { color: theme.accent, line: { width: 0 } },
  };
}

/**
 * @param {ReturnType<typeof gaps>} all
 * @param {ChartTheme} theme
 */
function missing(all, theme) {
  return {
    type: 'bar',
    x: all.map((gap) => middle(gap)),
    y: all.map(() => 1),
    width: all.map((gap) => gap.length * dayLength),
    hovertext: all.map((gap) => `${gapText(gap)}<br>no photos`),
    hovertemplate: '%{hovertext}<extra></extra>',
    marker: { color: theme.gap, line: { width: 0 }, cornerradius: 0 },
  };
}

/** @param {{ from: string, length: number }} options */
function middle({ from, length }) {
  return new Date(Date.parse(`${from}T00:00:00Z`) + (length * dayLength) / 2).toISOString().slice(
    0,
    19,
  );
}

/** @param {{ from: string, to: string, length: number }} options */
const gapText = (
  { from, to, length },
) => (length === 1 ? day(from) : `${day(from)} to ${day(to)}, ${count(length, 'day')}`);

/**
 * The table lists missing days in order.
 * @param {DayRow[]} rows
 */
function withGaps(rows) {
  const after = new Map(gaps(rows).map((gap) => [gap.from, gap]));
  const lines = [
    ...rows,
    ...[...after.values()].map((gap) => ({ day: gap.from, label: gapText(gap), count: 0 })),
  ];
  return lines.sort((one, other) => (one.day < other.day ? -1 : 1));
}
