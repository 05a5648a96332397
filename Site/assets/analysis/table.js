// The numbers of a chart as a table, each with a link to its photos.

import { clear, el } from '../core/dom.js';
import { photosBehind } from './links.js';

/**
 * Makes the table; it is filled when it is opened, since some have thousands of rows.
 * @param {AnyChart} chartDescription
 */
export function createTable({ title, columns }) {
  const body = el('tbody');
  const head = el(
    'tr',
    {},
    columns.map((column) => el('th', { scope: 'col', text: column.title })),
  );
  const node = el(
    'details',
    { class: 'chart-table' },
    el('summary', {}, 'As a table', el('span', { class: 'visually-hidden', text: `: ${title}` })),
    el(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': `Table: ${title}` },
      el(
        'table',
        { class: 'table' },
        el('caption', { class: 'visually-hidden', text: title }),
        el('thead', {}, head),
        body,
      ),
    ),
  );
  /** @type {ChartRow[]} */
  let rows = [];
  let query = '';

  function fill() {
    clear(body);
    if (node.open) body.append(...rows.map((row) => line(row, columns, query)));
  }

  node.addEventListener('toggle', fill);
  return {
    node,
    /**
     * @param {ChartRow[]} next
     * @param {Statistics} statistics
     */
    show(next, statistics) {
      rows = next;
      query = statistics.query;
      node.hidden = rows.length === 0;
      fill();
    },
  };
}

/**
 * @param {ChartRow} row
 * @param {AnyChart['columns']} columns
 * @param {string} query
 */
function line(row, columns, query) {
  return el(
    'tr',
    {},
    columns.map((column, index) => {
      const value = column.value(row);
      if (index > 0) return el('td', { class: 'number', text: value });
      const linked = row.term && row.count > 0;
      return el(
        'th',
        { scope: 'row' },
        linked ? el('a', { href: photosBehind(query, row.term), text: value }) : value,
      );
    }),
  );
}
