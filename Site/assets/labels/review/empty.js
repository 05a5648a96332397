// What is shown if there is nothing to review: why, and what users can do.

import { el, icon } from '../../core/dom.js';
import { count, number } from '../../core/format.js';
import { button } from '../../core/panel.js';
import { missingText } from '../list/state.js';

/** @param {LabelContext} context */
export function notTrained(context) {
  const missing = missingText(context.label);
  return state(
    'eye',
    'Not trained yet',
    missing
      ? `After training, the label shows what it is least certain about. Still needed before training: ${missing}.`
      : 'After training, the label shows what it is least certain about.',
    missing
      ? button('Mark', () => context.goTo('mark'), { kind: 'primary', image: 'tag' })
      : button('Train', () => context.goTo('train'), { kind: 'primary', image: 'chart' }),
  );
}

/**
 * @param {LabelContext} context
 * @param {{ pending: number, skipped: number, act: { again: Callback, reload: Callback } }} options
 */
export function noneLeft(context, { pending, skipped, act }) {
  if (skipped > 0) {
    return state(
      'check',
      `${number(skipped)} skipped, nothing else to review`,
      'You can leave difficult ones unanswered.',
      button('Go through skipped ones', act.again),
    );
  }
  if (pending > 0) {
    return state(
      'clock',
      'Nothing to review yet',
      `${pendingText(pending)} Check again when they are done.`,
      button('Check again', act.reload, { image: 'refresh' }),
    );
  }
  return state(
    'check',
    'Nothing left to review',
    'Everything the label has analysed is answered.',
    button('Mark more', () => context.goTo('mark'), { image: 'tag' }),
  );
}

/** @param {number} pending */
export const pendingText = (pending) =>
  `The label has not analysed ${count(pending, 'photo')} yet.`;

/**
 * @param {string} image
 * @param {string} title
 * @param {string} text
 * @param {Child} action
 */
const state = (image, title, text, action) =>
  el(
    'div',
    { class: 'empty-state' },
    icon(image),
    el('h2', { text: title }),
    el('p', { text }),
    action,
  );
