// The row of titles. A title is a button that sorts: ascending, descending, and back to the result's order.

import { el, icon } from '../core/dom.js';

/**
 * @param {TableColumn[]} columns
 * @param {TableState} tableState
 * @param {(change: SortChange) => void} onSort
 */
export function headerRow(columns, { sort, direction }, onSort) {
  const photo = el('div', {
    role: 'columnheader',
    'aria-colindex': 1,
    class: 'table-cell table-photo',
  }, el('span', {}, 'Photo'));
  return el(
    'div',
    { class: 'table-titles', role: 'row', 'aria-rowindex': 1 },
    photo,
    columns.map((column, place) => {
      const cell = el('div', {
        role: 'columnheader',
        'aria-colindex': place + 2,
        class: column.isNumber ? 'table-cell is-number' : 'table-cell',
      });
      const { sort: name } = column;
      if (!name) return append(cell, el('span', { class: 'truncate' }, column.title));
      const isSorted = name === sort;
      cell.setAttribute('aria-sort', isSorted ? `${direction}ending` : 'none');
      return append(
        cell,
        el(
          'button',
          {
            type: 'button',
            class: isSorted ? 'table-sort is-on' : 'table-sort',
            dataset: { sort: name },
            on: { click: () => onSort(next(name, sort, direction)) },
          },
          el('span', { class: 'truncate' }, column.title),
          icon(isSorted && direction === 'desc' ? 'down' : 'up'),
        ),
      );
    }),
  );
}

/**
 * @param {HTMLElement} node
 * @param {Node} child
 */
const append = (node, child) => {
  node.append(child);
  return node;
};

/**
 * @param {string} column
 * @param {string | null | undefined} sort
 * @param {string | null | undefined} direction
 * @returns {SortChange}
 */
function next(column, sort, direction) {
  if (column !== sort) return { sort: column, direction: 'asc' };
  return direction === 'asc' ? { sort, direction: 'desc' } : { sort: null, direction: null };
}
