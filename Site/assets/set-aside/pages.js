// The pages of the list.

import { $, clear, el, icon } from '../core/dom.js';
import { query } from '../core/query.js';

/**
 * Shows the current page, with links back and forward.
 * @param {HTMLElement} place
 * @param {number} page
 * @param {number} last
 */
export function showPages(place, page, last) {
  place.hidden = last < 2;
  clear(place);
  if (last < 2) return;
  place.append(
    step('Previous page', 'left', page - 1, page > 1),
    el('span', { text: `Page ${page} of ${last}`, 'aria-current': 'page' }),
    step('Next page', 'right', page + 1, page < last),
  );
}

/**
 * @param {string} label
 * @param {string} image
 * @param {number} page
 * @param {boolean} possible
 */
function step(label, image, page, possible) {
  return el('button', {
    type: 'button',
    class: 'button icon-button',
    'aria-label': label,
    disabled: !possible,
    on: { click: () => go(page) },
  }, icon(image));
}

/** @param {number} page */
function go(page) {
  query.write({ page: page > 1 ? page : null });
  $('h1').scrollIntoView();
  $('#set-aside-status').focus({ preventScroll: true });
}
