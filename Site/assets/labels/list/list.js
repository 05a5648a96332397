// All personal labels: the state of each, its quality, and the next step.

import { clear, el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { onServer } from '../../core/events.js';
import { button, failure, spinner } from '../../core/panel.js';
import { session } from '../../core/session.js';
import { isActive } from '../../shared/job-text.js';
import { Card } from './card.js';
import { takeDeleted } from './deleted-label.js';
import { newLabel } from './new-label.js';
import { welcome } from './welcome.js';

/**
 * Shows the list in `root`.
 * @param {HTMLElement} root
 */
export function showList(root) {
  new List(root).begin();
}

class List {
  /** @type {number} */
  timer;

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {Label[]} */
    this.labels = [];
    /** @type {string[]} */
    this.classes = [];
    this.cards = new Map();
    this.jobs = new Map();
    const open = () => newLabel(() => this);
    this.add = button('New label', open, { kind: 'primary', image: 'plus', key: 'new' });
    this.add.hidden = true;
    this.firstAdd = button('New label', open, { kind: 'primary', image: 'plus' });
    this.place = el('div', {}, spinner('Loading the labels…'));
    this.list = el('ul', { class: 'labels-cards' });
    clear(root).append(
      el(
        'div',
        { class: 'page-head' },
        el(
          'div',
          {},
          el('h1', { text: 'Labels' }),
          el('p', {
            text:
              'Your own words, learnt from your examples. Use them in any search, just like class names.',
          }),
        ),
        session.isEditor ? this.add : null,
      ),
      this.place,
    );
  }

  async begin() {
    await this.load();
    const name = takeDeleted();
    if (name) toast(`“${name}” was deleted.`, { kind: 'ok' });
    onServer('job', (job) => this.takeJob(job));
    onServer('catalogue', () => this.loadSoon(1000));
    // A second hello means that the connection was lost: events may have been missed.
    let greeted = false;
    onServer('hello', () => {
      if (greeted) this.loadSoon(0);
      greeted = true;
    });
    // Answers send no event, so the list is loaded again when the user comes back.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.loadSoon(0);
    });
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) this.loadSoon(0);
    });
  }

  async load() {
    try {
      const [answer, { jobs }] = await Promise.all([api.get('labels'), api.get('jobs')]);
      this.labels = answer.labels;
      this.classes = answer.classes;
      // Newest first: only the last job of each label counts.
      for (const job of [...jobs].reverse()) {
        if (job.kind === 'train_label') this.jobs.set(job.label, job);
      }
      this.draw();
    } catch (problem) {
      clear(this.place).append(failure(problem, () => {
        clear(this.place).append(spinner('Loading the labels…'));
        this.load();
      }));
    }
  }

  /** @param {number} wait */
  loadSoon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), wait);
  }

  /** @param {Job} job */
  takeJob(job) {
    if (job.kind !== 'train_label') return;
    this.jobs.set(job.label, job);
    const label = this.labels.find((each) => each.id === job.label);
    if (label) this.cards.get(label.id)?.update(label, job);
    if (!isActive(job) || !label) this.loadSoon(200);
  }

  draw() {
    const isEmpty = this.labels.length === 0;
    this.add.hidden = isEmpty;
    if (isEmpty) {
      this.cards.clear();
      if (!this.place.querySelector('.labels-welcome')) {
        clear(this.place).append(welcome(this.firstAdd));
      }
      return;
    }
    const cards = new Map(
      this.labels.map((label) => [label.id, this.cards.get(label.id) ?? new Card(label)]),
    );
    for (const label of this.labels) {
      cards.get(label.id).update(label, this.jobs.get(label.id) ?? null);
    }
    this.cards = cards;
    this.arrange([...cards.values()].map((card) => card.node));
    if (!this.list.isConnected) clear(this.place).append(this.list);
  }

  /**
   * Moves only nodes that are in the wrong place, since a moved node loses the focus.
   * @param {HTMLElement[]} nodes
   */
  arrange(nodes) {
    for (const node of [...this.list.children]) {
      if (!nodes.includes(/** @type {HTMLElement} */ (node))) node.remove();
    }
    nodes.forEach((node, index) => {
      if (this.list.children[index] !== node) {
        this.list.insertBefore(node, this.list.children[index] ?? null);
      }
    });
  }
}
