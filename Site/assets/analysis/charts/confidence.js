// How confident the models are, and what the default threshold leaves out.

import { count, number, percent } from '../../core/format.js';
import { countAxisOf } from '../layout.js';

const binWidth = 0.05;

/**
 * @param {{ id: string, title: string, unit: string, empty: string, bins: (statistics: Statistics) => number[], threshold: (statistics: Statistics) => number }} options
 * @returns {ChartDescription<BinRow>}
 */
function confidence({ id, title, unit, empty, bins, threshold }) {
  return {
    id,
    title,
    empty,
    /** @param {Statistics} statistics */
    rows(statistics) {
      const counts = bins(statistics) ?? [];
      if (!counts.some((n) => n > 0)) return [];
      return counts.map((n, index) => ({
        label: '',
        from: index * binWidth,
        to: (index + 1) * binWidth,
        count: n,
        counts: (index + 0.5) * binWidth >= threshold(statistics),
      }));
    },
    caption: (_, statistics) =>
      `The line marks the default threshold, ${
        percent(threshold(statistics))
      }. Findings to the left of it count only if a query asks for them, as in dog @ 20%.`,
    columns: [
      { title: 'Confidence', value: range },
      { title: unit === 'box' ? 'Boxes' : 'Scenes', value: (row) => number(row.count) },
    ],
    height: () => 240,
    figure: (rows, theme, statistics) => figure(rows, theme, unit, threshold(statistics)),
  };
}

/** @param {BinRow} row */
const range = ({ from, to }) => `${Math.round(from * 100)}–${Math.round(to * 100)} %`;

/**
 * @param {BinRow[]} rows
 * @param {ChartTheme} theme
 * @param {string} unit
 * @param {number} threshold
 */
function figure(rows, theme, unit, threshold) {
  return {
    data: [{
      type: 'bar',
      x: rows.map((row) => (row.from + row.to) / 2),
      y: rows.map((row) => row.count),
      width: rows.map(() => binWidth * 0.9),
      hovertext: rows.map((row) => `${range(row)}<br>${count(row.count, unit)}`),
      hovertemplate: '%{hovertext}<extra></extra>',
      marker: { color: rows.map((row) => (row.counts ? theme.accent : theme.second)) },
    }],
    layout: {
      margin: { l: 48, r: 22, t: 8, b: 24 },
      shapes: [{
        type: 'line',
        x0: threshold,
        x1: threshold,
        yref: 'paper',
        y0: 0,
        y1: 1,
        line: { color: theme.warn, width: 2, dash: 'dash' },
      }],
      annotations: [{
        x: threshold,
        yref: 'paper',
        y: 1,
        xanchor: threshold > 0.7 ? 'right' : 'left',
        yanchor: 'top',
        showarrow: false,
        text: ` threshold ${percent(threshold)} `,
        font: { color: theme.text, size: 12 },
        bgcolor: theme.surface,
      }],
      xaxis: {
        range: [0, 1],
        tickformat: '.0%',
        showgrid: false,
        tickvals: [0, 0.25, 0.5, 0.75, 1],
      },
      yaxis: countAxisOf(rows),
    },
  };
}

export const objectConfidence = confidence({
  id: 'object-confidence',
  title: 'Confidence of objects',
  unit: 'box',
  empty: 'No objects were found in these photos.',
  bins: ({ confidence: all }) => all?.objects,
  threshold: ({ confidence: all }) => all.detection_threshold,
});

export const sceneConfidence = confidence({
  id: 'scene-confidence',
  title: 'Probability of scenes',
  unit: 'scene',
  empty: 'No scene was recognised in these photos.',
  bins: ({ confidence: all }) => all?.scenes,
  threshold: ({ confidence: all }) => all.classification_threshold,
});
