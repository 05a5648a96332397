// How many answers there are, and how many are missing before training.

import { clear, el, icon } from '../../core/dom.js';
import { count, number } from '../../core/format.js';
import { button } from '../../core/panel.js';
import { LEAST, missingText } from '../list/state.js';
import { GOOD, NEEDS } from '../train/training-text.js';

export class Tally {
  /** @param {LabelContext} context */
  constructor(context) {
    this.context = context;
    this.yes = el('span', { class: 'badge is-ok' });
    this.no = el('span', { class: 'badge is-error' });
    this.hint = el('p', { class: 'hint' });
    this.train = button('Train', () => context.goTo('train'), { image: 'chart', key: 'train' });
    this.node = el(
      'div',
      { class: 'labels-tally', role: 'group', 'aria-label': 'Answers so far' },
      this.yes,
      this.no,
      this.hint,
      this.train,
    );
  }

  /** @param {{ yes: number, no: number }} counts */
  update({ yes, no }) {
    clear(this.yes).append(icon('check'), count(yes, 'yes', 'yes'));
    clear(this.no).append(icon('close'), count(no, 'no', 'no'));
    this.hint.textContent = hintWords(yes, no, this.context.label);
    const hadFocus = this.train === document.activeElement;
    this.train.hidden = Math.min(yes, no) < LEAST;
    if (hadFocus && this.train.hidden) this.node.closest('[role="tabpanel"]')?.focus();
    this.train.classList.toggle('primary', Math.min(yes, no) >= NEEDS.cnn3);
  }
}

/**
 * What is missing, or what more examples would improve.
 * @param {number} yes
 * @param {number} no
 * @param {Label} label
 */
function hintWords(yes, no, label) {
  const missing = missingText({ positives: yes, negatives: no });
  if (missing) return `Still needed before training: ${missing}.`;
  const side = yes < no ? 'yes' : 'no';
  if (Math.min(yes, no) < NEEDS.cnn3) {
    return `Enough to train. ${number(NEEDS.cnn3)} of each are better${
      yes === no ? '' : `: more ${side} help most`
    }.`;
  }
  if (Math.min(yes, no) < GOOD) {
    return `A good start for both learners. About ${number(GOOD)} of each work well.`;
  }
  return label.version
    ? 'Plenty. Review shows what the label is least certain about.'
    : 'Plenty: time to train.';
}
