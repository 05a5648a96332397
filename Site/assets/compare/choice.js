// Which two models are compared.

import { clear, el, freshId, icon } from '../core/dom.js';
import { count } from '../core/format.js';

/** @type {Record<string, string>} */
const TASKS = { detection: 'Objects', classification: 'Scenes' };

/**
 * Models can be compared if they have the same task and the same classes.
 * @param {Model} model
 */
const kindOf = ({ task, vocabulary }) => `${task} ${vocabulary}`;

/**
 * Whether any two models can be compared.
 * @param {Model[]} models
 */
export function comparable(models) {
  return known(models).some((model) => partners(model, models).length > 0);
}

/** @param {Model[]} models */
const known = (models) => models.filter((model) => model.task);
/**
 * @param {Model} model
 * @param {Model[]} models
 */
const partners = (model, models) =>
  known(models).filter((each) => each.id !== model.id && kindOf(each) === kindOf(model));

export class Choice {
  /** @type {Model[]} */
  models;

  /**
   * @param {(a: string, b: string) => void} choose called with the ids of the two models
   * @param {HTMLElement} place
   */
  constructor(place, choose) {
    this.choose = choose;
    const [first, second] = [freshId('model'), freshId('model')];
    this.a = el('select', { id: first, on: { change: () => this.changed() } });
    this.b = el('select', { id: second, on: { change: () => this.changed() } });
    this.swap = el('button', {
      type: 'button',
      class: 'button icon-button',
      'aria-label': 'Swap the two models',
      title: 'Swap',
      on: { click: () => this.choose(this.b.value, this.a.value) },
    }, icon('refresh'));
    this.node = el(
      'div',
      { class: 'compare-choice panel', hidden: true },
      el('div', { class: 'field' }, el('label', { for: first }, letter('a'), 'Model A'), this.a),
      this.swap,
      el('div', { class: 'field' }, el('label', { for: second }, letter('b'), 'Model B'), this.b),
    );
    place.append(this.node);
  }

  /**
   * Shows the models; returns the two that are compared, or null if there are none.
   * @param {Model[]} models
   * @param {Record<string, string>} state the ids of two
   * @returns {Pair | null}
   */
  show(models, { a, b }) {
    this.models = models;
    const pair = pairOf(models, a, b);
    this.node.hidden = !pair;
    if (!pair) return null;
    const firsts = known(models).filter((model) => partners(model, models).length > 0);
    fill(this.a, firsts, pair.a);
    fill(this.b, partners(pair.a, models), pair.b);
    return pair;
  }

  changed() {
    const a = this.models.find((model) => model.id === this.a.value);
    if (!a) return;
    const possible = partners(a, this.models);
    const b = possible.find((model) => model.id === this.b.value) ?? mostSeen(possible);
    this.choose(a.id, b.id);
  }
}

/**
 * The models of the address if they fit; otherwise the active one and the one that has analysed most photos.
 * @param {Model[]} models
 * @param {string} a
 * @param {string} b
 */
function pairOf(models, a, b) {
  const firsts = known(models).filter((model) => partners(model, models).length > 0);
  const first = firsts.find((model) => model.id === a) ??
    firsts.find((model) => model.is_speaking) ?? firsts[0];
  if (!first) return null;
  const possible = partners(first, models);
  return { a: first, b: possible.find((model) => model.id === b) ?? mostSeen(possible) };
}

/** @param {Model[]} models */
const mostSeen = (models) =>
  models.reduce((best, each) => (each.photos > best.photos ? each : best));

/**
 * @param {HTMLSelectElement} select
 * @param {Model[]} models
 * @param {Model} chosen
 */
function fill(select, models, chosen) {
  clear(select);
  for (const [task, group] of Map.groupBy(models, (model) => model.task)) {
    select.append(
      el(
        'optgroup',
        { label: TASKS[task ?? ''] ?? task },
        group.map((model) =>
          el('option', { value: model.id, text: `${model.name} – ${count(model.photos, 'photo')}` })
        ),
      ),
    );
  }
  select.value = chosen.id;
}

/**
 * The symbol of a model: a solid line for A, a dashed one for B.
 * @param {'a' | 'b'} side
 */
export const letter = (side) =>
  el('span', { class: `compare-line is-${side}`, 'aria-hidden': 'true' });
