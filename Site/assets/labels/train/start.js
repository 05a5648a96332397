// Starts a training: what it can learn from, what is missing, and the button.

import { $, el, freshId, icon } from '../../core/dom.js';
import { api, sentenceOf } from '../../core/api.js';
import { count, number } from '../../core/format.js';
import { button, press } from '../../core/panel.js';
import { field } from '../../shared/fields.js';
import { learners } from '../../shared/label-text.js';
import { Meters } from './meters.js';
import { missingFor, NEEDS } from './training-text.js';

const SEED = 1;

export class Start {
  /** @type {() => string} */
  learner;
  /** @type {HTMLFieldSetElement} */
  choices;
  /** @type {Field} */
  seed;

  /**
   * @param {(job: Job) => void} begun called with the job
   * @param {LabelContext} context
   */
  constructor(context, begun) {
    this.context = context;
    this.begun = begun;
    this.meters = new Meters();
    this.news = el('p', { class: 'muted' });
    this.missing = el('p', { class: 'labels-missing' });
    this.refusal = el('p', { class: 'notice is-error', role: 'alert', hidden: true });
    this.train = button('Train', (node) => press(node, () => this.begin()), {
      kind: 'primary',
      image: 'chart',
      key: 'train',
    });
    this.mark = button('Mark examples', () => context.goTo('mark'), {
      kind: 'primary',
      image: 'tag',
      key: 'mark',
    });
    this.node = el(
      'div',
      { class: 'labels-start' },
      this.meters.node,
      this.news,
      context.canEdit
        ? [
          this.missing,
          this.refusal,
          el('div', { class: 'row' }, this.train, this.mark),
          this.options(),
        ]
        : null,
    );
    this.update();
  }

  options() {
    const name = freshId('learner');
    /**
     * @param {string} value
     * @param {string} title
     * @param {string} text
     */
    const choice = (value, title, text) =>
      el(
        'label',
        { class: 'check' },
        el('input', {
          type: 'radio',
          name,
          value,
          checked: value === 'both',
          on: { change: () => this.update() },
        }),
        el('span', {}, title, el('span', { class: 'hint', text })),
      );
    this.learner = () => $('input:checked', this.choices).value;
    this.choices = el(
      'fieldset',
      { class: 'labels-learners' },
      el('legend', { text: 'Learners' }),
      choice(
        'both',
        'both',
        'side by side, tested on the same examples; the better one becomes active',
      ),
      choice('transfer', learners.transfer.name, learners.transfer.text),
      choice('cnn3', learners.cnn3.name, learners.cnn3.text),
    );
    this.seed = field('Seed', {
      type: 'number',
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      step: 1,
      inputmode: 'numeric',
      value: SEED,
      hint: 'Start of the random choices. The same examples and seed give the same result.',
    });
    return el(
      'details',
      { class: 'labels-options' },
      el('summary', { text: 'Options' }),
      el('div', {}, this.choices, this.seed.node),
    );
  }

  update() {
    const { label, canEdit } = this.context;
    this.meters.update(label);
    this.news.textContent = newsOf(label);
    this.news.hidden = this.news.textContent === '';
    if (!canEdit) return;
    const [wanted, missing] = [this.learner(), missingFor(this.learner(), label)];
    this.missing.replaceChildren(...this.missingText(wanted, missing));
    this.missing.hidden = !this.missing.firstChild;
    const hadFocus = this.train.contains(document.activeElement);
    this.train.hidden = missing !== '';
    this.mark.hidden = missing === '';
    if (hadFocus && this.train.hidden) this.mark.focus();
    /** @type {ChildNode} */ (this.train.lastChild).textContent = label.version
      ? 'Train again'
      : 'Train';
    // Without new answers, the result would be the same.
    this.train.classList.toggle('primary', !label.version || differences(label).length > 0);
  }

  /**
   * @param {string} wanted
   * @param {string} missing
   */
  missingText(wanted, missing) {
    if (missing) return [icon('info'), missing];
    const { positives, negatives } = this.context.label;
    if (wanted === 'both' && Math.min(positives, negatives) < NEEDS.cnn3) {
      return [
        icon('info'),
        `Only transfer will be trained: cnn3 needs ${NEEDS.cnn3} yes and ${NEEDS.cnn3} no.`,
      ];
    }
    return [];
  }

  async begin() {
    this.refusal.hidden = true;
    const seed = this.seed.input.valueAsNumber;
    if (!Number.isSafeInteger(seed) || seed < 0) {
      const options = this.seed.node.closest('details');
      if (options) options.open = true;
      this.seed.say('Enter a whole number, 0 or more.');
      return this.seed.input.focus();
    }
    const learner = this.learner();
    try {
      this.begun(
        await api.send(
          'POST',
          `labels/${this.context.id}/train`,
          learner === 'both' ? { seed } : { learner: /** @type {Learner} */ (learner), seed },
        ),
      );
    } catch (problem) {
      // The message says what to do, so it stays.
      this.refusal.replaceChildren(icon('warning'), sentenceOf(problem));
      this.refusal.hidden = false;
    }
  }
}

/**
 * What has been marked since the active version was trained.
 * @param {Label} label
 */
function newsOf({ version, positives, negatives }) {
  if (!version) return '';
  const parts = differences({ version, positives, negatives })
    .map(([n, word]) => `${n > 0 ? `${number(n)} more` : `${number(-n)} fewer`} ${word}`);
  const learnt = `Training ${number(version.number)} used ${number(version.positives)} yes and ${
    count(version.negatives, 'no', 'no')
  }`;
  return parts.length === 0
    ? `${learnt}, the same as now.`
    : `${learnt}; there are now ${parts.join(' and ')}.`;
}

/**
 * How many more or fewer yes and no answers there are: [[n, 'yes'], …].
 * @param {Pick<Label, 'version' | 'positives' | 'negatives'>} label
 * @returns {[number, string][]}
 */
const differences = ({ version, positives, negatives }) => {
  /** @type {[number, string][]} */
  const all = [[positives - (version?.positives ?? 0), 'yes'], [
    negatives - (version?.negatives ?? 0),
    'no',
  ]];
  return all.filter(([n]) => n !== 0);
};
