// Tables that become cards on a phone.

import { el } from '../core/dom.js';

/**
 * A table. `columns` are [{title, kind}]: the kind is 'number', 'actions' (whose title only screen
 * readers tell) or left out. Each row is a list of cells, text or nodes; the first names the row.
 * @param {{ caption: string, columns: DataColumn[], rows: Child[][] }} options
 */
export function dataTable({ caption, columns, rows }) {
  const head = columns.map(({ title, kind }) =>
    el(
      'th',
      { scope: 'col', role: 'columnheader', class: kind === 'number' ? 'number' : null },
      kind === 'actions' ? el('span', { class: 'visually-hidden', text: title }) : title,
    )
  );
  // On a phone rows are laid out as cards, which would hide the table from screen readers: hence the roles.
  return el(
    'div',
    { class: 'card data-table' },
    el(
      'table',
      { class: 'table', role: 'table' },
      el('caption', { class: 'visually-hidden', text: caption }),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head)),
      el(
        'tbody',
        { role: 'rowgroup' },
        rows.map((cells) =>
          el(
            'tr',
            { role: 'row' },
            cells.map((cell, index) => tableCell(cell, columns[index], index)),
          )
        ),
      ),
    ),
  );
}

/**
 * @param {Child} content
 * @param {DataColumn} dataColumn
 * @param {number} index
 */
function tableCell(content, { title, kind }, index) {
  if (index === 0) return el('th', { scope: 'row', role: 'rowheader' }, content);
  return el('td', {
    role: 'cell',
    class: kind ?? null,
    dataset: { title: kind === 'actions' ? '' : title },
  }, content);
}
