// Which learner the threshold and the mistakes are about.

import { el } from '../../core/dom.js';

export class LearnerChoice {
  /** @type {LabelFigures} */
  learner;

  /**
   * @param {(learner: LabelFigures) => void} chosen called with the figures of the chosen learner
   * @param {LabelFigures[]} learners
   */
  constructor(learners, chosen) {
    this.chosen = chosen;
    this.buttons = new Map(learners.map((each) => [
      each,
      el('button', {
        type: 'button',
        text: each.learner,
        dataset: { key: `look-${each.learner}` },
        on: { click: () => this.choose(each) },
      }),
    ]));
    this.node = el('div', {
      class: 'segmented',
      role: 'group',
      'aria-label': 'Learner shown',
      hidden: learners.length < 2,
    }, [...this.buttons.values()]);
  }

  /** @param {LabelFigures} learner */
  choose(learner) {
    this.learner = learner;
    for (const [each, button] of this.buttons) {
      button.setAttribute('aria-pressed', String(each === learner));
    }
    this.chosen(learner);
  }
}
