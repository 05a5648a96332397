// The models, grouped by task.

import { clear, el, icon } from '../../core/dom.js';
import { isActive } from '../../shared/job-text.js';
import { ModelCard } from './card.js';
import { taskTitle } from './model-text.js';

export class ModelGroups {
  /**
   * @param {ModelActions} act
   * @param {HTMLElement} node
   */
  constructor(node, act) {
    this.node = node;
    this.act = act;
    this.cards = new Map();
    this.jobs = new Map();
    this.isBusy = false;
  }

  /** @param {{ models: Model[], photos: number }} options */
  draw({ models, photos }) {
    clear(this.node);
    this.cards.clear();
    if (models.length === 0) {
      this.node.append(empty());
      return;
    }
    for (const [task, group] of Map.groupBy(models, (model) => model.task)) {
      const active = group.find((model) => model.is_speaking);
      const title = `models-${task ?? 'others'}`;
      this.node.append(
        el(
          'section',
          { class: 'stack', 'aria-labelledby': title },
          el('h3', { id: title, class: 'admin-subhead', text: taskTitle(task) }),
          group.map((model) => this.card(model, photos, active).node),
        ),
      );
    }
    for (const job of this.jobs.values()) this.cards.get(job.model)?.showJob(job);
    this.setBusy(this.isBusy);
  }

  /**
   * @param {Model} model
   * @param {number} photos
   * @param {Model | undefined} active
   */
  card(model, photos, active) {
    const card = new ModelCard(model, { photos, active, act: this.act });
    this.cards.set(model.id, card);
    return card;
  }

  /** @param {boolean} busy */
  setBusy(busy) {
    this.isBusy = busy;
    for (const card of this.cards.values()) card.setBusy(busy);
  }

  /**
   * Takes over the new state of a job.
   * @returns whether a model has just finished analysing
   * @param {Job} job
   */
  takeJob(job) {
    if (job.kind !== 'analyse_again' || !job.model) return false;
    const wasActive = this.jobs.has(job.id);
    if (isActive(job)) this.jobs.set(job.id, job);
    else this.jobs.delete(job.id);
    this.cards.get(job.model)?.showJob(isActive(job) ? job : null);
    return wasActive && !isActive(job);
  }
}

function empty() {
  return el(
    'div',
    { class: 'empty-state' },
    icon('box'),
    el('h3', { text: 'No models are installed' }),
    el('p', {
      text: 'Photos are still indexed, but without objects and scenes. Install a model below.',
    }),
  );
}
