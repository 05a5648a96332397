// What the tab shows if there are no examples.

import { el, icon } from '../../core/dom.js';
import { answerWord } from '../../shared/label-text.js';

/**
 * @param {Child} actions what an editor can do about it
 * @param {LabelContext} context
 */
export function nothingYet(context, actions) {
  return el(
    'div',
    { class: 'empty-state' },
    icon('tag'),
    el('h2', { text: 'No examples yet' }),
    el('p', {
      text: `An example is ${
        context.label.class ? `a box of ${context.label.class}` : 'a photo'
      } with your answer, yes or no. The label is trained on examples.`,
    }),
    context.canEdit ? el('div', { class: 'row' }, actions) : null,
  );
}

/** @param {boolean | null} answer */
export const nothingSuch = (answer) =>
  el('p', { class: 'panel muted', text: `No examples answered ${answerWord(answer)}.` });
