// The result of a training: the learners side by side, the threshold, the mistakes, and the curves.

import { append, clear, el, focusedNode, icon } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { ago, count, moment, number } from '../../core/format.js';
import { failure, spinner } from '../../core/panel.js';
import { field } from '../../shared/fields.js';
import { learnerTable } from './learner-table.js';
import { Curves } from './curves.js';
import { Mistakes } from './mistakes.js';
import { LearnerChoice } from './learner-choice.js';
import { prChart } from './pr-chart.js';
import { Threshold } from './threshold.js';

export class Result {
  /** @type {LabelVersion[]} */
  versions;
  /** @type {Training} */
  figures;
  /** @type {ReturnType<typeof import('./pr-chart.js').prChart>} */
  chart;
  /** @type {{}} */
  asked;
  /** @type {number} */
  training;
  /** @type {string | null} */
  drawnState;
  /** @type {HTMLElement} */
  comparison;
  /** @type {Mistakes} */
  mistakes;
  /** @type {Threshold} */
  threshold;
  /** @type {LearnerChoice} */
  learnerChoice;

  /** @param {LabelContext} context */
  constructor(context) {
    this.context = context;
    this.title = el('h2', { id: 'result-title', tabindex: '-1', text: 'Result' });
    this.place = el('div', {});
    this.node = el('section', { class: 'labels-result', 'aria-labelledby': 'result-title' });
    /** @type {{ close: Callback }[]} */
    this.open = [];
    this.notes = new Map();
  }

  /**
   * Jobs have notes that are stored nowhere else, such as why a learner failed.
   * @param {Job[]} jobs
   */
  takeJobs(jobs) {
    const isKnown = this.notes.has(this.training);
    for (const { summary, learns } of jobs) {
      if (learns !== false && summary?.training) {
        this.notes.set(summary.training.number, summary.training.notes);
      }
    }
    if (this.figures?.learners.length > 0 && !isKnown && this.notes.has(this.training)) {
      this.drawComparison();
    }
  }

  close() {
    for (const part of this.open) part.close();
    this.open = [];
  }

  /**
   * Loads the trainings, and shows one.
   * `wanted` is its number; default: the active one.
   */
  async load(/** @type {number | null} */ wanted = null) {
    const mine = this.asked = {};
    if (!this.context.label.version && wanted === null) {
      this.close();
      clear(this.node);
      return;
    }
    if (!this.node.firstChild) this.node.append(spinner('Loading results…'));
    try {
      const { versions } = await api.get(`labels/${this.context.id}/versions`);
      const training = wanted ?? this.context.label.version?.number ?? 0;
      const figures = await this.ask(training);
      if (mine !== this.asked) return;
      this.versions = versions;
      this.training = training;
      this.figures = figures;
      this.drawnState = this.stateKey();
      this.draw();
    } catch (problem) {
      if (mine === this.asked) {
        this.close();
        clear(this.node).append(failure(problem, () => this.load(wanted)));
      }
    }
  }

  /**
   * The measurements of a training; for the active learner at a threshold set by hand.
   * @param {number} training
   */
  async ask(training) {
    const { id, label } = this.context;
    const isChosenHere = label.is_threshold_chosen && label.version?.number === training;
    /** @param {number | null} threshold */
    const at = (threshold) =>
      api.get(`labels/${id}/versions/${training}`, { params: { threshold } });
    const [proposed, chosen] = await Promise.all([
      at(null),
      isChosenHere ? at(label.threshold) : null,
    ]);
    if (!chosen) return proposed;
    /** @param {{ learner: Learner }} options */
    const isUsed = ({ learner }) => learner === label.version?.learner;
    const learners = proposed.learners.map((each) =>
      isUsed(each) ? chosen.learners.find(isUsed) ?? each : each
    );
    return { ...proposed, learners };
  }

  get used() {
    const { version } = this.context.label;
    return version?.number === this.training ? version.learner : null;
  }

  stateKey() {
    const { version, threshold, is_threshold_chosen: isChosen } = this.context.label;
    return `${version?.number} ${version?.learner} ${threshold} ${isChosen}`;
  }

  /** The label may have another active version or another threshold. */
  async follow() {
    if (!this.figures) return;
    this.threshold?.follow();
    if (this.drawnState === this.stateKey()) return;
    this.drawnState = this.stateKey();
    const mine = this.asked;
    const figures = await this.ask(this.training).catch(() => null);
    // Another training may have been chosen meanwhile.
    if (!figures || mine !== this.asked || figures.learners.length === 0) return;
    this.figures = figures;
    this.drawComparison();
  }

  draw() {
    this.close();
    const { learners } = this.figures;
    append(
      clear(this.node),
      this.head(),
      el(
        'div',
        { class: 'labels-result-body' },
        learners.length === 0
          ? el('p', {
            class: 'panel muted',
            text: 'This release cannot read the measurements of this training. Train again.',
          })
          : this.parts(),
      ),
    );
  }

  head() {
    const version = this.versions.find((each) => each.number === this.training);
    if (!version) return null;
    const about = el(
      'p',
      { class: 'muted' },
      `${moment(version.created_ms)}, from ${number(version.positives)} yes and ${
        count(version.negatives, 'no', 'no')
      } examples, seed ${version.seed}`,
    );
    const numbers = [...new Set(this.versions.map((each) => each.number))];
    this.title.textContent = `Result of training ${number(this.training)}`;
    return el(
      'header',
      { class: 'panel-top' },
      el('div', {}, this.title, about),
      numbers.length > 1 ? this.trainingChoice(numbers) : null,
    );
  }

  /** @param {number[]} numbers */
  trainingChoice(numbers) {
    const inUse = this.context.label.version?.number;
    const { node, input } = field('Training', {
      value: this.training,
      options: numbers.map((n) => {
        const version = this.versions.find((each) => each.number === n);
        return {
          value: String(n),
          label: `${number(n)}, ${ago(version?.created_ms)}${n === inUse ? ', active' : ''}`,
        };
      }),
      dataset: { key: 'training' },
    });
    input.addEventListener('change', async () => {
      await this.load(Number(input.value));
      this.node.querySelector('[data-key="training"]')?.focus();
    });
    node.classList.add('labels-training-choice');
    return node;
  }

  parts() {
    const { learners } = this.figures;
    this.comparison = el('section', { class: 'panel', 'aria-label': 'Learners side by side' });
    this.mistakes = new Mistakes(this.context);
    this.threshold = new Threshold(this.context, (value) => {
      this.chart.show(this.learnerChoice.learner, value);
      this.mistakes.move(value);
    });
    this.chart = prChart(learners, (value) => this.threshold.set(value));
    this.learnerChoice = new LearnerChoice(learners, (learner) => this.showLearner(learner));
    this.open.push(this.chart);
    this.drawComparison();
    const choice = el(
      'section',
      { class: 'panel', 'aria-labelledby': 'threshold-title' },
      el(
        'header',
        { class: 'panel-head' },
        el('h3', { id: 'threshold-title', text: 'Threshold' }),
        this.learnerChoice.node,
      ),
      el('div', { class: 'labels-threshold-beside' }, this.chart.node, this.threshold.node),
    );
    const mistakes = el(
      'section',
      { class: 'panel', 'aria-labelledby': 'mistakes-title' },
      el(
        'header',
        { class: 'panel-head' },
        el(
          'div',
          {},
          el('h3', { id: 'mistakes-title', text: 'Mistakes' }),
          el('p', {
            class: 'muted',
            text: 'Worst first. Some may be marked wrongly: correct those and train again.',
          }),
        ),
      ),
      this.mistakes.node,
    );
    this.learnerChoice.choose(
      learners.find(({ learner }) => learner === (this.used ?? this.figures.proposed)) ??
        learners[0],
    );
    return [this.comparison, choice, mistakes, this.history()];
  }

  drawComparison() {
    const { figures, used, versions, training, context } = this;
    const leftOut = [
      ...new Set([
        ...this.notes.get(training) ?? [],
        ...figures.learners.flatMap((each) => each.left_out),
      ]),
    ].filter((text) => text !== figures.reason);
    const key = this.comparison.contains(document.activeElement)
      ? focusedNode()?.dataset.key
      : null;
    clear(this.comparison).append(
      figures.reason ? el('p', { class: 'notice' }, icon('check'), figures.reason) : '',
      ...learnerTable(
        { ...figures, used, versions: versions.filter((each) => each.number === training) },
        context.canEdit ? (learner) => this.use(learner) : null,
      ),
      ...leftOut.map((text) => el('p', { class: 'hint labels-left-out', text })),
    );
    // Restores the focus.
    if (key) this.comparison.querySelector(`[data-key="${key}"]`)?.focus();
  }

  /** @param {LabelFigures} learner */
  showLearner(learner) {
    const created = this.versions.find((each) => each.number === this.training)?.created_ms ?? 0;
    this.threshold.showLearner(learner, learner.learner === this.used);
    this.mistakes.showLearner(this.training, created, learner);
  }

  /**
   * Makes a learner active.
   * @param {Learner} learner
   */
  async use(learner) {
    const label = await api.send(
      'POST',
      `labels/${this.context.id}/versions/${this.training}/use`,
      { learner },
    );
    // Everything is redrawn below, once.
    this.drawnState = null;
    this.figures = /** @type {never} */ (null);
    this.context.take(label);
    await this.load(this.training);
    this.node.querySelector(`[data-key="used-${learner}"]`)?.focus();
    toast(`${learner} is now active.`, { kind: 'ok' });
  }

  history() {
    const learnt = this.figures.learners.filter(({ history }) => history.length > 1);
    return learnt.map(({ learner, history }) => {
      const curves = new Curves();
      this.open.push(curves);
      curves.show([{ learner, part: 0, parts: 1, curve: history }]);
      return el(
        'section',
        { class: 'panel', 'aria-label': `How ${learner} learnt` },
        el(
          'header',
          { class: 'panel-head' },
          el(
            'div',
            {},
            el('h3', { text: `How ${learner} learnt` }),
            el('p', {
              class: 'muted',
              text:
                'On all examples, by epoch. If the validation loss grows while the training loss falls, the learner is overfitting.',
            }),
          ),
        ),
        curves.node,
      );
    });
  }
}
