// The range of days that the chart shows: buttons for its length, for earlier and later,
// and a link to the photos of these days. Dragging in the chart also changes it.

import { clear, el, icon } from '../../core/dom.js';
import { count, day } from '../../core/format.js';
import { photosBehind } from '../links.js';
import { clampDay, daysBetween, daysLater } from './calendar-days.js';

const lengths = [
  { label: 'All', days: Infinity },
  { label: '1 year', days: 365 },
  { label: '3 months', days: 91 },
  { label: '1 month', days: 30 },
  { label: '1 week', days: 7 },
];

/**
 * Creates the controls of the chart; `shown()` is the range of the axis.
 * @param {ChartOfControls<DayRow>} chart
 * @returns {ChartControls<DayRow, DaySpan>}
 */
export function createSpan(chart) {
  const buttons = lengths.map((length) =>
    el('button', {
      type: 'button',
      class: 'chip',
      'aria-pressed': false,
      text: length.label,
      on: { click: () => setLength(length.days) },
    })
  );
  /**
   * @param {string} name
   * @param {string} label
   * @param {() => unknown} run
   */
  const step = (name, label, run) =>
    el('button', {
      type: 'button',
      class: 'button quiet icon-button',
      'aria-label': label,
      title: label,
      on: { click: run },
    }, icon(name));
  const earlier = step('left', 'Earlier', () => move(-1));
  const later = step('right', 'Later', () => move(1));
  const says = el('p', { class: 'span-says', role: 'status' });
  const node = el(
    'div',
    { class: 'span-controls' },
    el(
      'div',
      { class: 'span-buttons', role: 'group', 'aria-label': 'Days shown' },
      earlier,
      buttons,
      later,
    ),
    says,
  );

  /** @type {string} */
  let first = '';
  /** @type {string} */
  let last = '';
  /** @type {string} */
  let from = '';
  /** @type {string} */
  let to = '';

  /** @param {DayRow[]} rows */
  function show(rows) {
    const [newFirst, newLast] = [rows[0].day, rows[rows.length - 1].day];
    if (newFirst !== first || newLast !== last) {
      [first, last] = [from, to] = [newFirst, newLast];
    }
    update();
  }

  /** @param {number} days */
  function setLength(days) {
    if (days === Infinity) return setSpan(first, last);
    // The new range keeps its end.
    const end = clampDay(to, first, last);
    const start = clampDay(daysLater(end, 1 - days), first, last);
    setSpan(start, clampDay(daysLater(start, days - 1), first, last));
  }

  /** @param {number} direction */
  function move(direction) {
    const length = daysBetween(from, to) + 1;
    const start = clampDay(daysLater(from, direction * length), first, daysLater(last, 1 - length));
    setSpan(clampDay(start, first, last), clampDay(daysLater(start, length - 1), first, last));
  }

  /**
   * @param {string} start
   * @param {string} end
   */
  function setSpan(start, end) {
    [from, to] = [start, end];
    update();
    chart.redraw();
  }

  /**
   * The user has dragged: rounds to whole days within the available ones.
   * @param {Plotly.Events['plotly_relayout']} change
   */
  function dragged(change) {
    const [start, end] = /** @type {unknown[]} */ (change['xaxis.range'] ??
      [change['xaxis.range[0]'], change['xaxis.range[1]']]);
    if (change['xaxis.autorange']) [from, to] = [first, last];
    else if (start === undefined) return;
    else [from, to] = [clampDay(dayOf(start), first, last), clampDay(dayOf(end, -1), first, last)];
    setSpan(from, to);
  }

  function update() {
    const length = daysBetween(from, to) + 1;
    const whole = from === first && to === last;
    buttons.forEach((button, index) => {
      const { days } = lengths[index];
      button.setAttribute(
        'aria-pressed',
        String(days === Infinity ? whole : !whole && days === length),
      );
      button.hidden = days !== Infinity && days >= daysBetween(first, last) + 1;
    });
    earlier.disabled = from <= first;
    later.disabled = to >= last;
    const rows = chart.rows().filter((row) => row.day >= from && row.day <= to);
    clear(says).append(...sentence(rows));
  }

  /** @param {DayRow[]} rows */
  function sentence(rows) {
    const name = from === to ? day(from) : `${day(from)} to ${day(to)}`;
    const photos = rows.reduce((sum, row) => sum + row.count, 0);
    if (photos === 0) return [`${name}: no photos`];
    const term = from === to ? from : `${from}..${to}`;
    return [
      `${name}: `,
      el('a', {
        href: photosBehind(chart.statistics()?.query ?? '', term),
        text: count(photos, 'photo'),
      }),
    ];
  }

  /**
   * The day of a place on the axis; the end of a range does not belong to it.
   * @param {unknown} value
   */
  function dayOf(value, milliseconds = 0) {
    const [date, time = '00:00'] = String(value).split(/[ T]/);
    return new Date(Date.parse(`${date}T${time}Z`) + milliseconds).toISOString().slice(0, 10);
  }

  return {
    node,
    show,
    dragged,
    shown: () => ({ range: [from, daysLater(to, 1)], all: [first, daysLater(last, 1)] }),
  };
}
