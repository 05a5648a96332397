// The threshold, with a preview of its effect. Everything is computed here from
// the probabilities of the examples, so that it follows the slider at once.

import { el, freshId } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { count } from '../../core/format.js';
import { button, press } from '../../core/panel.js';
import { field } from '../../shared/fields.js';
import { ConfusionTable } from './confusion.js';
import { measure } from './measure.js';
import { effectText, shareText, TERMS, thresholdText } from './training-text.js';

/** @typedef {import('./training-text.js').AtThreshold} AtThreshold */

const LIVE = TERMS.flatMap(({ key, ...term }) =>
  key === 'average_precision' ? [] : [{ ...term, key }]
);

export class Threshold {
  /** @type {LabelFigures} */
  learner;
  /** @type {boolean} */
  isUsed;

  /**
   * @param {(threshold: number) => void} moved called with each new threshold
   * @param {LabelContext} context
   */
  constructor(context, moved) {
    this.context = context;
    this.moved = moved;
    this.value = 0.5;
    const id = freshId('threshold');
    /** @type {HTMLInputElement} */
    this.slider = el('input', {
      type: 'range',
      id,
      min: 1,
      max: 99,
      step: 1,
      dataset: { key: 'slider' },
      on: { input: () => this.set(this.slider.valueAsNumber / 100) },
    });
    this.number = field('Percent', {
      type: 'number',
      min: 0,
      max: 100,
      step: 'any',
      inputmode: 'decimal',
    });
    this.number.input.addEventListener('input', () => this.typed());
    this.words = el('p', { class: 'labels-effect' });
    this.values = new Map(
      LIVE.map(({ key }) => [key, el('dd', { class: 'tabular', dataset: { figure: key } })]),
    );
    this.matrix = new ConfusionTable();
    this.save = button('Save threshold', (node) => press(node, () => this.store(this.value)), {
      kind: 'primary',
      image: 'check',
      key: 'save-threshold',
    });
    this.proposal = button('Use proposed', (node) => press(node, () => this.takeProposal()), {
      image: 'undo',
      key: 'take-proposal',
    });
    this.state = el('p', { class: 'hint' });
    this.node = el(
      'div',
      { class: 'labels-threshold' },
      el(
        'div',
        { class: 'labels-slide' },
        el(
          'div',
          { class: 'field labels-slider' },
          el('label', { for: id, text: 'Predict yes from this probability on' }),
          this.slider,
        ),
        this.number.node,
      ),
      this.words,
      el(
        'dl',
        { class: 'labels-live' },
        LIVE.map(({ key, name, hint }) =>
          el('div', { title: hint }, el('dt', { text: name }), this.values.get(key))
        ),
      ),
      this.matrix.node,
      this.tools = el('div', { class: 'toolbar' }, this.save, this.proposal),
      this.state,
    );
  }

  /** @param {LabelFigures} learner its figures; @param {boolean} isUsed whether it is the active one */
  showLearner(learner, isUsed) {
    this.learner = learner;
    this.isUsed = isUsed;
    this.set(learner.threshold);
  }

  /** The label may have another threshold now. */
  follow() {
    if (this.learner) this.showState();
  }

  typed() {
    const value = this.number.input.valueAsNumber;
    if (!(value >= 0 && value <= 100)) return this.number.say('Enter a number from 0 to 100.');
    this.set(value / 100, { isTyped: true });
  }

  /** @param {number} value */
  set(value, { isTyped = false } = {}) {
    this.value = value;
    const now = measure(this.learner.scored, value);
    this.slider.value = String(Math.round(value * 100));
    this.slider.setAttribute(
      'aria-valuetext',
      `${thresholdText(value)}: precision ${shareText(now.precision)}, recall ${
        shareText(now.recall)
      }`,
    );
    if (!isTyped) {
      this.number.input.value = String(inPercent(value));
      this.number.say('');
    }
    this.words.textContent = effectText(now);
    for (const [key, node] of this.values) node.textContent = shareText(now[key]);
    this.matrix.update(
      now.confusion,
      `Confusion matrix of ${this.learner.learner} at ${thresholdText(value)}`,
    );
    this.showState();
    this.moved(value);
  }

  showState() {
    const { label } = this.context;
    const { proposed_threshold: proposed } = this.learner;
    const isSaved = inPercent(this.value) === inPercent(label.threshold);
    const isProposed = this.value === proposed && !(this.isUsed && label.is_threshold_chosen);
    const hadFocus = [this.save, this.proposal].find((each) => each === document.activeElement);
    this.save.hidden = !this.isUsed || isSaved;
    this.proposal.hidden = isProposed;
    this.tools.hidden = !this.context.canEdit || (this.save.hidden && this.proposal.hidden);
    if (hadFocus?.hidden) this.slider.focus();
    this.state.textContent = !this.isUsed
      ? this.context.canEdit
        ? `${this.learner.learner} of this training is not active. Use it to choose its threshold.`
        : `${this.learner.learner} of this training is not active.`
      : !isSaved
      ? `Not saved: the threshold is ${thresholdText(label.threshold)}.`
      : label.is_threshold_chosen
      ? `Active, set by hand. Proposed: ${thresholdText(proposed)}, where F1 is highest.`
      : 'Active, as proposed: F1 is highest here.';
  }

  async takeProposal() {
    if (this.isUsed && this.context.label.is_threshold_chosen) await this.store(null);
    this.set(this.learner.proposed_threshold);
  }

  /** @param {number | null} threshold */
  async store(threshold) {
    const label = await api.send('PUT', `labels/${this.context.id}/threshold`, { threshold });
    this.context.take(label);
    toast(`Threshold is now ${thresholdText(label.threshold)}: ${count(label.photos, 'photo')}.`, {
      kind: 'ok',
    });
  }
}

/**
 * In per cent with one decimal, as in the field.
 * @param {number} value
 */
const inPercent = (value) => Math.round(value * 1000) / 10;
