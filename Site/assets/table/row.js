// One row of the table: the photo, then a cell for each column.

import { append, el } from '../core/dom.js';
import { query } from '../core/query.js';
import { small } from '../core/media.js';

/**
 * @param {number} index
 * @param {number} top
 */
export function makeRow(index, top) {
  const node = el('div', {
    class: 'table-row',
    role: 'row',
    id: `table-row-${index}`,
    'aria-rowindex': index + 2,
    dataset: { index },
  });
  node.style.transform = `translateY(${top}px)`;
  return node;
}

/**
 * Fills a row; without a photo, with empty cells of the right width.
 * @param {HTMLElement} node
 * @param {TablePhoto | undefined} photo
 * @param {TableColumn[]} columns
 * @param {string} q
 * @param {boolean} withPicture
 */
export function fillRow(node, photo, columns, q, withPicture) {
  node.classList.toggle('is-waiting', !photo);
  const cells = columns.map((column, place) =>
    el('div', {
      role: 'gridcell',
      'aria-colindex': place + 2,
      class: column.isNumber ? 'table-cell is-number' : 'table-cell',
    }, cellContent(column, photo))
  );
  node.replaceChildren(photoCell(photo, q, withPicture), ...cells);
}

/**
 * @param {TableColumn} column
 * @param {TablePhoto | undefined} photo
 */
function cellContent(column, photo) {
  if (!photo) return el('span', { class: 'table-blank' });
  const content = column.cell(photo);
  return content instanceof Node
    ? content
    : el('span', { class: 'truncate', title: content || null }, content);
}

/**
 * @param {TablePhoto | undefined} photo
 * @param {string} q
 * @param {boolean} withPicture
 */
function photoCell(photo, q, withPicture) {
  const cell = el('div', {
    role: 'rowheader',
    'aria-colindex': 1,
    class: 'table-cell table-photo',
  });
  if (!photo) {
    return append(cell, el('span', { class: 'table-thumb' }), el('span', { class: 'table-blank' }));
  }
  const thumb = el('span', { class: 'table-thumb' });
  if (photo.colour) thumb.style.backgroundColor = photo.colour;
  const image = el('img', { alt: '', decoding: 'async', dataset: { src: small(photo) } });
  if (photo.turn) image.style.transform = `rotate(${photo.turn}deg)`;
  thumb.append(image);
  if (withPicture) showPicture(thumb);
  // Not in the tab order: the arrow keys move between rows. It is a link so that it can be opened in a new tab.
  return append(
    cell,
    thumb,
    el('a', {
      href: query.link(`/photo/${photo.id}`, q),
      tabindex: '-1',
      class: 'truncate',
      title: photo.name,
    }, photo.name),
  );
}

/**
 * Loads the thumbnail of a row that was drawn during fast scrolling.
 * @param {HTMLElement} node
 */
export function showPicture(node) {
  const image = node.querySelector('img[data-src]');
  if (!image) return;
  image.src = image.dataset.src ?? '';
  image.removeAttribute('data-src');
}
