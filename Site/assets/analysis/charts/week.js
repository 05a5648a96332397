// Hour by day of the week: when in the week photos are taken.

import { count, number } from '../../core/format.js';
import { hourText, hourTicks, titled, weekdayNames } from './clock.js';

/** @type {ChartDescription<HourRow>} */
export const week = {
  id: 'week',
  title: 'Hours of the week',
  size: 'wide',
  empty: 'No photo has a time.',
  /**
   * @param {Statistics} statistics
   * @returns {HourRow[]}
   */
  rows({ hours_of_week: counts }) {
    if (!counts?.some((n) => n > 0)) return [];
    return counts.map((n, index) => {
      const weekday = weekdayNames[Math.floor(index / 24)];
      const hour = index % 24;
      return { label: '', weekday, hour, count: n, term: `weekday:${weekday} and hour:${hour}` };
    });
  },
  caption: () => 'Darker means more photos.',
  columns: [
    { title: 'Day and hour', value: (row) => `${titled(row.weekday)}, ${hourText(row.hour)}` },
    { title: 'Photos', value: (row) => number(row.count) },
  ],
  height: (_, compact) => (compact ? 260 : 240),
  /**
   * @param {HourRow[]} rows
   * @param {ChartTheme} theme
   */
  figure(rows, theme) {
    /** @param {(row: HourRow) => unknown} value */
    const byDay = (value) =>
      weekdayNames.map((_, day) => rows.slice(24 * day, 24 * day + 24).map(value));
    return {
      data: [{
        type: 'heatmap',
        // The square root makes small counts visible although some hours have a hundred times as many.
        z: byDay((row) => Math.sqrt(row.count)),
        zmin: 0,
        customdata: byDay((row) => (row.count > 0 ? row.term : null)),
        hovertext: byDay((row) =>
          `${titled(row.weekday)}, ${hourText(row.hour)}<br>${count(row.count, 'photo')}`
        ),
        hovertemplate: '%{hovertext}<extra></extra>',
        colorscale: theme.scale,
        showscale: false,
        xgap: 2,
        ygap: 2,
      }],
      layout: {
        xaxis: { ...hourTicks(theme.compact ? 6 : 3), showgrid: false, showline: false, ticks: '' },
        yaxis: {
          autorange: 'reversed',
          showgrid: false,
          showline: false,
          ticks: '',
          tickvals: [0, 1, 2, 3, 4, 5, 6],
          ticktext: weekdayNames.map((name) => titled(name).slice(0, 3)),
        },
      },
    };
  },
};
