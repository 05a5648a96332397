// Which years the calendar shows: a few at a time, starting with the latest.

import { el, icon } from '../../core/dom.js';

const atOnce = 4;

/**
 * The years that have photos.
 * @param {DayRow[]} rows
 */
function yearsOf(rows) {
  return [...new Set(rows.map((row) => row.day.slice(0, 4)))].sort();
}

/**
 * Creates the controls of the calendar; `shown()` is the list of years shown.
 * @param {ChartOfControls<DayRow>} chart
 * @returns {ChartControls<DayRow, string[]>}
 */
export function createYears(chart) {
  const says = el('p', { class: 'span-says', role: 'status' });
  /**
   * @param {string} name
   * @param {string} label
   * @param {number} by
   */
  const step = (name, label, by) =>
    el('button', {
      type: 'button',
      class: 'button quiet icon-button',
      'aria-label': label,
      title: label,
      on: { click: () => move(by) },
    }, icon(name));
  const earlier = step('left', 'Earlier years', -atOnce);
  const later = step('right', 'Later years', atOnce);
  const node = el(
    'div',
    { class: 'span-controls' },
    el(
      'div',
      { class: 'span-buttons', role: 'group', 'aria-label': 'Years shown' },
      earlier,
      says,
      later,
    ),
  );
  /** @type {string[]} */
  let years = [];
  let start = 0;

  /** @param {DayRow[]} rows */
  function show(rows) {
    const before = years.join();
    years = yearsOf(rows);
    if (years.join() !== before) start = last();
    update();
  }

  /** @param {number} by */
  function move(by) {
    start = Math.max(0, Math.min(start + by, last()));
    update();
    chart.redraw();
  }

  function update() {
    node.hidden = years.length <= atOnce;
    earlier.disabled = start === 0;
    later.disabled = start === last();
    says.textContent = `${shown()[0]} to ${shown().at(-1)}`;
  }

  const last = () => Math.max(0, years.length - atOnce);
  const shown = () => years.slice(start, start + atOnce);

  return { node, show, shown };
}
