// Horizontal bars for names, most photos first.

import { count, number } from '../../core/format.js';
import { countAxis } from '../layout.js';
import { plain, short } from '../plotly.js';

/** More bars would be hard to read; the table shows more. */
const limit = 20;
const barHeight = 26;

/**
 * A chart of names and their counts.
 *
 * `list(statistics)` gives [{term, name, count}]; with `boxes`, a second bar shows their number.
 * @param {Ranking} ranking
 * @returns {ChartDescription<NameRow>}
 */
export function ranking({ id, title, size, empty, first, list, boxes = false, caption }) {
  return {
    id,
    title,
    size,
    empty,
    rows: (statistics) => list(statistics).map((row) => ({ ...row, label: row.name })),
    caption: (rows, statistics) =>
      [caption?.(rows, statistics), more(rows)].filter(Boolean).join(' '),
    columns: [
      { title: first, value: (row) => row.label },
      { title: 'Photos', value: (row) => number(row.count) },
      ...(boxes
        ? [{ title: 'Boxes', value: (/** @type {NameRow} */ row) => number(row.boxes ?? 0) }]
        : []),
    ],
    height: (rows) => 56 + Math.min(rows.length, limit) * (boxes ? barHeight * 1.3 : barHeight),
    figure: (rows, theme) => figure(rows.slice(0, limit), theme, boxes),
  };
}

/** @param {NameRow[]} rows */
function more(rows) {
  return rows.length > limit ? `Top ${limit}; the table shows more.` : '';
}

/**
 * @param {NameRow[]} rows
 * @param {ChartTheme} theme
 * @param {boolean} boxes
 */
function figure(rows, theme, boxes) {
  // Places on the axis are numbers, since two cities may have one name.
  const places = rows.map((_, index) => index);
  /**
   * @param {string} name
   * @param {(row: NameRow) => number} value
   * @param {string} unit
   * @param {string} colour
   */
  const bars = (name, value, unit, colour) => ({
    type: 'bar',
    orientation: 'h',
    name,
    y: places,
    x: rows.map(value),
    customdata: rows.map((row) => row.term),
    hovertext: rows.map((row) => `${plain(row.label)}<br>${count(value(row), unit)}`),
    hovertemplate: '%{hovertext}<extra></extra>',
    marker: { color: colour },
  });
  const most = Math.max(...rows.map((row) => Math.max(row.count, boxes ? row.boxes ?? 0 : 0)));
  const data = [bars('Photos', (row) => row.count, 'photo', theme.accent)];
  if (boxes) data.push(bars('Boxes', (row) => row.boxes ?? 0, 'box', theme.second));
  return {
    data,
    layout: {
      showlegend: boxes,
      legend: {
        orientation: 'h',
        x: 0,
        y: 1,
        xanchor: 'left',
        yanchor: 'bottom',
        traceorder: 'normal',
        itemclick: false,
        itemdoubleclick: false,
      },
      margin: { l: 8, r: 16, t: boxes ? 28 : 8, b: 28 },
      xaxis: { ...countAxis(most, theme.width < 400 ? 4 : 6), tickangle: 0 },
      yaxis: {
        range: [rows.length - 0.5, -0.5],
        showgrid: false,
        ticks: '',
        tickvals: places,
        ticktext: rows.map((row) => short(row.label, theme.width < 400 ? 16 : 26)),
      },
    },
  };
}
