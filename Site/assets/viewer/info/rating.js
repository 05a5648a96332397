// The stars: a group of radio buttons for editors, a sentence for others.

import { el, icon } from '../../core/dom.js';
import { session } from '../../core/session.js';

const WORDS = ['No stars', '1 star', '2 stars', '3 stars', '4 stars', '5 stars'];

export class Rating {
  /** @type {HTMLSpanElement} */
  none;
  /** @type {HTMLInputElement[]} */
  inputs;

  /** @param {(stars: number) => void} onRate called with 0 to 5 */
  constructor(onRate) {
    this.onRate = onRate;
    this.node = session.isEditor ? this.group() : el('p', { class: 'viewer-stars-read' });
  }

  group() {
    this.none = el('span', { class: 'viewer-no-stars', 'aria-hidden': 'true' }, 'none');
    this.inputs = WORDS.map((_, stars) =>
      el('input', {
        type: 'radio',
        name: 'viewer-rating',
        value: stars,
        class: 'visually-hidden',
        on: { change: () => this.onRate(stars) },
      })
    );
    return el(
      'fieldset',
      { class: 'viewer-stars' },
      el('legend', { class: 'visually-hidden' }, 'Rating'),
      WORDS.map((words, stars) =>
        el(
          'label',
          { title: `${words} (${stars})` },
          this.inputs[stars],
          el('span', { class: 'visually-hidden' }, words),
          stars ? icon('star') : this.none,
        )
      ),
    );
  }

  /** @param {number} stars */
  show(stars) {
    if (!this.inputs) {
      this.node.replaceChildren(stars ? `Rated ${WORDS[stars]}` : '');
      this.node.hidden = !stars;
      return;
    }
    this.inputs[stars].checked = true;
    // This button removes the rating.
    this.none.textContent = stars ? 'clear' : 'none';
    [...this.node.querySelectorAll('label')].forEach((label, each) => {
      label.classList.toggle('is-lit', each > 0 && each <= stars);
    });
  }
}
