// Training again: how many answers are newer than the active version.

import { clear, el, icon } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { announce } from '../../core/live.js';
import { count } from '../../core/format.js';
import { button, press } from '../../core/panel.js';

// From so many new answers on, training again is suggested.
const ENOUGH = 10;
const MOST_ASKED = 100;

export class TrainAgain {
  /**
   * @param {Callback} begun called once the training has begun
   * @param {LabelContext} context
   */
  constructor(context, begun) {
    this.context = context;
    this.earlier = 0;
    this.given = 0;
    this.isMore = false;
    this.hasSuggested = false;
    this.words = el('p', {});
    this.train = button('Train again', (node) =>
      press(node, async () => {
        await api.send('POST', `labels/${context.id}/train`, {});
        begun();
      }), { image: 'refresh', key: 'train' });
    this.node = el(
      'div',
      { class: 'labels-again', role: 'group', 'aria-label': 'Training again' },
      icon('info'),
      this.words,
      this.train,
    );
    this.update();
  }

  /** Counts the answers since the active version was trained. */
  async load() {
    const since = this.context.label.version?.created_ms ?? 0;
    const { examples } = await api.get(`labels/${this.context.id}/examples`, {
      params: { limit: MOST_ASKED },
    });
    this.earlier = examples.filter((example) => example.marked_ms > since).length;
    this.isMore = this.earlier === MOST_ASKED;
    // Answers from before this page was opened are not announced.
    this.hasSuggested = this.earlier >= ENOUGH;
    this.update();
  }

  /** @param {number} by 1 for an answer, -1 for an undo */
  add(by) {
    this.given += by;
    this.update();
  }

  update() {
    const n = Math.max(0, this.earlier + this.given);
    const isEnough = n >= ENOUGH;
    clear(this.words).append(
      n === 0
        ? 'No new answers since the last training.'
        : `${
          count(n, 'new answer').replace(' ', this.isMore ? ' or more ' : ' ')
        } since the last training.${isEnough ? ' Train again to get new ones.' : ''}`,
    );
    this.node.classList.toggle('is-enough', isEnough);
    this.train.classList.toggle('primary', isEnough);
    const hadFocus = this.train === document.activeElement;
    this.train.hidden = n === 0;
    if (hadFocus && n === 0) this.node.closest('[role="tabpanel"]')?.focus();
    if (isEnough && !this.hasSuggested) {
      announce(`${count(n, 'new answer')}: train again to get new ones.`);
    }
    this.hasSuggested ||= isEnough;
  }
}
