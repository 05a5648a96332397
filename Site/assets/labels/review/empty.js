// Where there is nothing to review: why, and what can be done about it.

import { el, icon } from '../../core/dom.js';
import { count, number } from '../../core/format.js';
import { button } from '../../core/panel.js';
import { missingWords } from '../list/state.js';

/** @param {LabelContext} context */
export function notTrained(context) {
  const missing = missingWords(context.label);
  return state('eye', 'Nothing is learnt yet', missing
    ? `Once the label has learnt, it asks about what it is least sure of. Before training, still needed: ${missing}.`
    : 'Once the label has learnt, it asks about what it is least sure of.',
  missing ? button('Mark', () => context.goTo('mark'), { kind: 'primary', image: 'tag' }) : button('Train', () => context.goTo('train'), { kind: 'primary', image: 'chart' }));
}

/**
 * @param {LabelContext} context
 * @param {{ pending: number, skipped: number, act: { again: Act, reload: Act } }} options
 */
export function noneLeft(context, { pending, skipped, act }) {
  if (skipped > 0) {
    return state('check', `${number(skipped)} skipped, no other doubts`, 'Those that are hard to tell may stay without an answer.', button('Go through them again', act.again));
  }
  if (pending > 0) {
    return state('clock', 'No doubts so far', `${pendingWords(pending)} Doubts may come with them.`, button('Look again', act.reload, { image: 'refresh' }));
  }
  return state('check', 'No doubts left', 'Everything that the label looked at has an answer.', button('Mark more', () => context.goTo('mark'), { image: 'tag' }));
}

/** @param {number} pending */
export const pendingWords = (pending) => `The label has not looked at ${count(pending, 'photo')} yet.`;

/**
 * @param {string} image
 * @param {string} title
 * @param {string} text
 * @param {Child} action
 */
const state = (image, title, text, action) => el('div', { class: 'empty-state' }, icon(image), el('h2', { text: title }), el('p', { text }), action);
