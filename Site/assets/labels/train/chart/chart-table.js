// The numbers of a chart as a table; it is filled when it is opened.

import { clear, el } from '../../../core/dom.js';

/** @template Table */
export class ChartTable {
  /** @type {{ of: Table } | undefined} */
  data;

  /**
   * `columns` are titles; `rows(table)` gives lists of texts, the first of which names the row.
   * @param {string} title
   * @param {LineTable<Table>} table
   */
  constructor(title, { columns, rows }) {
    this.rows = rows;
    this.body = el('tbody');
    this.node = el(
      'details',
      { class: 'labels-chart-table', on: { toggle: () => this.fill() } },
      el('summary', {}, 'As a table', el('span', { class: 'visually-hidden', text: `: ${title}` })),
      el(
        'div',
        { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': `Table: ${title}` },
        el(
          'table',
          { class: 'table' },
          el('caption', { class: 'visually-hidden', text: title }),
          el(
            'thead',
            {},
            el(
              'tr',
              {},
              columns.map((text, index) =>
                el('th', { scope: 'col', class: index ? 'number' : null, text })
              ),
            ),
          ),
          this.body,
        ),
      ),
    );
  }

  /** @param {Table} table */
  show(table) {
    this.data = { of: table };
    this.fill();
  }

  fill() {
    if (!this.node.open || !this.data) return;
    clear(this.body).append(
      ...this.rows(this.data.of).map(([name, ...cells]) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row', text: name }),
          cells.map((text) => el('td', { class: 'number', text })),
        )
      ),
    );
  }
}
