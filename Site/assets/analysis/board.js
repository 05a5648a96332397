// All charts in their sections.

import { clear, el } from '../core/dom.js';
import { createChart } from './chart.js';
import { onThemeChange } from './theme.js';
import { days } from './charts/days.js';
import { calendar } from './charts/calendar.js';
import { hours, weekdays } from './charts/clock.js';
import { week } from './charts/week.js';
import { lights } from './charts/lights.js';
import { objects, scenes } from './charts/contents.js';
import { cameras, cities, countries } from './charts/places.js';
import { objectConfidence, sceneConfidence } from './charts/confidence.js';

/** @type {{ id: string, title: string, charts: AnyChart[], kind?: string }[]} */
const sections = [
  { id: 'when', title: 'When', charts: [days, calendar, hours, weekdays, week] },
  { id: 'what', title: 'What is in them', charts: [objects, scenes, lights] },
  {
    id: 'where',
    title: 'Where, and with what',
    charts: [countries, cities, cameras],
    kind: 'thirds',
  },
  {
    id: 'certainty',
    title: 'Confidence of the results',
    charts: [objectConfidence, sceneConfidence],
  },
];

/**
 * Creates the charts; `show(statistics)` fills them, `show(null)` hides them.
 * @param {HTMLElement} place
 */
export function createBoard(place) {
  const made = sections.map((section) => createSection(section));
  clear(place).append(...made.map((section) => section.node));
  place.hidden = true;
  const redraw = () => made.forEach((section) => section.redraw());
  onThemeChange(redraw);
  matchMedia('(max-width: 720px)').addEventListener('change', redraw);

  return {
    /** @param {Statistics | null} statistics */
    show(statistics) {
      place.hidden = statistics === null;
      if (statistics) made.forEach((section) => section.show(statistics));
    },
  };
}

/** @param {{ id: string, title: string, kind?: string, charts: AnyChart[] }} options */
function createSection({ id, title, kind, charts: descriptions }) {
  const charts = descriptions.map(createChart);
  const grid = el('div', { class: `charts ${kind ?? ''}` }, charts.map((chart) => chart.node));
  const empty = el('p', { class: 'panel muted', hidden: true });
  const node = el(
    'section',
    { 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title`, text: title }),
    empty,
    grid,
  );
  return {
    node,
    redraw: () => charts.forEach((chart) => chart.redraw()),
    /** @param {Statistics | null} statistics */
    show(statistics) {
      const filled = charts.map((chart) => chart.show(statistics));
      // One sentence is better than five empty charts.
      const none = !filled.includes(true);
      grid.hidden = none;
      empty.hidden = !none;
      empty.textContent = [...new Set(descriptions.map((each) => each.empty))].join(' ');
    },
  };
}
