// The head of a label's page: its name, what it is about, and its state.

import { clear, el, icon } from '../core/dom.js';
import { count, percent } from '../core/format.js';
import { query } from '../core/query.js';
import { aboutText } from '../shared/label-text.js';

export class Head {
  constructor() {
    this.name = el('h1', { class: 'labels-name' });
    this.about = el('p', { class: 'labels-about' });
    this.actions = el('div', { class: 'toolbar' });
    this.node = el(
      'div',
      { class: 'page-head' },
      el(
        'div',
        { class: 'labels-title' },
        el('a', { class: 'labels-back', href: '/labels' }, icon('left'), 'All labels'),
        this.name,
        this.about,
      ),
      this.actions,
    );
  }

  /** @param {Label} label */
  update(label) {
    this.name.textContent = label.name;
    this.about.textContent = [
      `About ${aboutText(label)}`,
      `${count(label.positives, 'yes', 'yes')}, ${count(label.negatives, 'no', 'no')}`,
      label.version
        ? `${label.version.learner}, training ${label.version.number}`
        : 'not trained yet',
    ].join(' · ');
    clear(this.actions);
    if (!label.version) return;
    this.actions.append(
      el(
        'a',
        { class: 'button', href: query.link('/', label.term), dataset: { key: 'photos' } },
        icon('search'),
        `${count(label.photos, 'photo')} at ${percent(label.threshold)}`,
      ),
    );
  }
}
