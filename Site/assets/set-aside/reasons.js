// The reasons as chips, each of which shows only its files.

import { $$, clear, el, focusedNode } from '../core/dom.js';
import { number } from '../core/format.js';
import { query } from '../core/query.js';

/** @type {Record<string, string>} */
const names = {
  empty_file: 'Empty',
  not_an_image: 'Not an image',
  truncated: 'Truncated',
  corrupt_pixels: 'Damaged picture',
  too_many_pixels: 'Too many pixels',
  too_large: 'Too large',
  cannot_be_read: 'Cannot be read',
  decoder_crashed: 'Decoder crashed',
  decoder_timed_out: 'Took too long',
  changed_while_reading: 'Changed while reading',
};

/**
 * A few words for a reason.
 * @param {string} reason
 */
export const reasonName = (reason) => names[reason] ?? reason.replaceAll('_', ' ');

/**
 * Shows the chips; the chosen one is pressed.
 * @param {HTMLElement} place
 * @param {Reason[]} reasons
 * @param {string | null} chosen
 * @param {number} all
 */
export function showReasons(place, reasons, chosen, all) {
  const focused = place.contains(document.activeElement) ? focusedNode()?.dataset.reason : null;
  place.hidden = reasons.length < 2 && !chosen;
  clear(place).append(
    chip('', 'All', all, chosen === null),
    ...reasons.map(({ reason, count }) =>
      chip(reason, reasonName(reason), count, reason === chosen)
    ),
  );
  // The chips are rebuilt; the focus stays.
  if (focused !== null) {
    $$('[data-reason]', place).find((each) => each.dataset.reason === focused)?.focus();
  }
}

/**
 * @param {string | null} reason
 * @param {string} name
 * @param {number} count
 * @param {boolean} pressed
 */
function chip(reason, name, count, pressed) {
  return el(
    'button',
    {
      type: 'button',
      class: 'chip',
      'aria-pressed': pressed,
      dataset: { reason },
      on: { click: () => query.write({ reason: reason || null, page: null }) },
    },
    name,
    el('span', { class: 'count', text: number(count) }),
  );
}
