// All charts in their sections.

import { clear, el } from '/assets/core/dom.js';
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

const sections = [
  { id: 'when', title: 'When', charts: [days, calendar, hours, weekdays, week, lights] },
  { id: 'what', title: 'What is in them', charts: [objects, scenes] },
  { id: 'where', title: 'Where, and with what', charts: [countries, cities, cameras] },
  { id: 'certainty', title: 'How certain the recognition is', charts: [objectConfidence, sceneConfidence] },
];

/** Makes the charts; `show(statistics)` fills them, `show(null)` takes them away. */
export function createBoard(place) {
  const charts = [];
  clear(place);
  for (const section of sections) {
    const made = section.charts.map(createChart);
    charts.push(...made);
    place.append(
      el('section', { 'aria-labelledby': `${section.id}-title` },
        el('h2', { id: `${section.id}-title`, text: section.title }),
        el('div', { class: 'charts' }, made.map((chart) => chart.node))));
  }
  place.hidden = true;
  const redraw = () => charts.forEach((chart) => chart.redraw());
  onThemeChange(redraw);
  matchMedia('(max-width: 720px)').addEventListener('change', redraw);

  return {
    show(statistics) {
      place.hidden = statistics === null;
      if (statistics) charts.forEach((chart) => chart.show(statistics));
    },
  };
}
