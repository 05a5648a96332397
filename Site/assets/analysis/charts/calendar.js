// A calendar for each year, a square for each day.

import { count, day, number } from '../../core/format.js';
import { daysBetween, daysLater, weekdayOf } from './calendar-days.js';
import { createYears } from './years.js';

const yearHeight = 150;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @type {ChartDescription<DayRow, string[]>} */
export const calendar = {
  id: 'calendar',
  title: 'Calendar',
  size: 'wide',
  minimumWidth: 760,
  empty: 'No photo has a time.',
  rows: ({ days: all }) =>
    (all ?? []).map(([text, n]) => (
      { day: text, label: day(text, { weekday: true }), count: n, term: text }
    )),
  caption: () => 'Darker means more photos.',
  columns: [
    { title: 'Day', value: (row) => row.label },
    { title: 'Photos', value: (row) => number(row.count) },
  ],
  controls: createYears,
  startAt,
  height: (_rows, _, years) => (years?.length ?? 1) * yearHeight + 10,
  /**
   * @param {DayRow[]} rows
   * @param {ChartTheme} theme
   * @param {unknown} _
   * @param {string[]} years
   */
  figure(rows, theme, _, years) {
    const counts = new Map(rows.map((row) => [row.day, row.count]));
    const most = rows.reduce((most, row) => Math.max(most, row.count), 1);
    /** @type {Plotly.Layout[]} */
    const annotations = [];
    /** @type {Plotly.Layout} */
    const layout = { margin: { l: 40, r: 8, t: 4, b: 4 }, annotations };
    const data = years.map((year, index) => {
      const suffix = index === 0 ? '' : String(index + 1);
      const share = 1 / years.length;
      const top = 1 - index * share;
      layout[`xaxis${suffix}`] = {
        anchor: `y${suffix}`,
        range: [-0.5, 53.5],
        showgrid: false,
        showline: false,
        ticks: '',
        ...monthTicks(year),
        tickangle: 0,
      };
      layout[`yaxis${suffix}`] = {
        anchor: `x${suffix}`,
        domain: [top - share + (24 / yearHeight) * share, top - (24 / yearHeight) * share],
        range: [6.5, -0.5],
        showgrid: false,
        showline: false,
        ticks: '',
        tickvals: [0, 2, 4, 6],
        ticktext: ['Mon', 'Wed', 'Fri', 'Sun'],
      };
      annotations.push({
        text: `<b>${year}</b>`,
        x: theme.compact ? startAt(rows, years) : 0,
        xref: 'paper',
        xanchor: 'left',
        y: top,
        yref: 'paper',
        yanchor: 'top',
        showarrow: false,
        font: { color: theme.text, size: 14 },
      });
      return squares(year, counts, most, theme, suffix);
    });
    return { data, layout };
  },
};

/**
 * A narrow chart starts at the first photos.
 * @param {DayRow[]} rows
 * @param {string[]} years
 */
function startAt(rows, years) {
  const first = rows.find((row) => row.day.startsWith(years[0]));
  return first ? squareOf(years[0], first.day).week / 54 : 0;
}

/**
 * The square of a day: its week in the year, Monday first, and the day of the week.
 * @param {string} year
 * @param {string} text
 */
function squareOf(year, text) {
  const start = weekdayOf(`${year}-01-01`);
  return {
    week: Math.floor((daysBetween(`${year}-01-01`, text) + start) / 7),
    weekday: weekdayOf(text),
  };
}

/** @param {string} year */
function monthTicks(year) {
  const middles = months.map((_, index) => `${year}-${String(index + 1).padStart(2, '0')}-15`);
  return { tickvals: middles.map((text) => squareOf(year, text).week), ticktext: months };
}

/**
 * @param {string} year
 * @param {Map<string, number>} counts
 * @param {number} most
 * @param {ChartTheme} theme
 * @param {string} suffix
 */
function squares(year, counts, most, theme, suffix) {
  const grid = () => Array.from({ length: 7 }, () => Array(54).fill(null));
  const [z, terms, texts] = [grid(), grid(), grid()];
  for (let text = `${year}-01-01`; text <= `${year}-12-31`; text = daysLater(text, 1)) {
    const { week, weekday } = squareOf(year, text);
    const photos = counts.get(text) ?? 0;
    // The square root makes small counts visible although some days have a hundred times as many.
    z[weekday][week] = Math.sqrt(photos);
    terms[weekday][week] = photos > 0 ? text : null;
    texts[weekday][week] = `${day(text, { weekday: true })}<br>${
      photos > 0 ? count(photos, 'photo') : 'no photos'
    }`;
  }
  return {
    type: 'heatmap',
    z,
    zmin: 0,
    zmax: Math.sqrt(most),
    customdata: terms,
    hovertext: texts,
    hovertemplate: '%{hovertext}<extra></extra>',
    hoverongaps: false,
    colorscale: theme.scale,
    showscale: false,
    xgap: 2,
    ygap: 2,
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  };
}
