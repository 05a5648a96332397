// A running training: what it is doing, its curves, and a cancel button. A version that becomes active
// again is only applied to the photos: nothing is trained.

import { el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { announce } from '../../core/live.js';
import { confirmDialog } from '../../core/dialog.js';
import { number } from '../../core/format.js';
import { button, press } from '../../core/panel.js';
import { cancelQuestion } from '../../shared/job-text.js';
import { Curves } from './curves.js';
import { partName, TrainingProgress } from './progress.js';

// How often progress is announced to screen readers, in milliseconds.
const QUIET = 15_000;
const STEPS = [['looking', 'Analyse examples'], ['training', 'Train'], [
  'judging',
  'Apply to all photos',
]];

export class Running {
  /** @type {boolean} */
  canEdit;
  /** @type {boolean} */
  isEnding;

  /**
   * @param {(job: Job) => void} take called with each new state of the job
   * @param {Job} job
   */
  constructor(job, take) {
    this.job = job;
    this.take = take;
    this.progress = new TrainingProgress();
    this.announcedAt = 0;
    this.heard = '';
    this.title = el('h3', { tabindex: '-1' });
    this.steps = STEPS.map(([stage, text]) => ({ stage, node: el('li', { text }) }));
    this.now = el('p', { class: 'tabular' });
    this.why = el('p', { class: 'hint' });
    this.fill = el('span');
    this.bar = el('div', {
      class: 'progress',
      role: 'progressbar',
      'aria-label': 'Progress of this step',
      'aria-valuemin': 0,
    }, this.fill);
    this.curves = new Curves();
    this.curves.node.hidden = true;
    const what = onlyApplies(job) ? 'applying the label' : 'training';
    this.cancel = button('Cancel', (node) => this.ask(node), {
      image: 'close',
      key: 'cancel',
      label: `Cancel ${what}`,
    });
    this.resume = button('Resume', (node) => press(node, () => this.send('resume')), {
      kind: 'primary',
      image: 'play',
      key: 'resume',
      label: `Resume ${what}`,
    });
    this.node = el(
      'div',
      { class: 'labels-running' },
      el(
        'header',
        { class: 'panel-head' },
        this.title,
        el('div', { class: 'toolbar' }, this.resume, this.cancel),
      ),
      el(
        'ol',
        { class: 'labels-stages', hidden: onlyApplies(job) },
        this.steps.map(({ node }) => node),
      ),
      this.now,
      this.bar,
      this.why,
      this.curves.node,
    );
    this.update(job);
  }

  close() {
    this.curves.close();
  }

  /** @param {boolean} canEdit whether the user may stop it */
  allow(canEdit) {
    this.canEdit = canEdit;
    this.update(this.job);
    return this;
  }

  /** @param {Job} job */
  update(job) {
    this.job = job;
    const { teaching, state } = job;
    const isRunning = state === 'running';
    /** @type {Record<string, string>} */
    const titles = {
      waiting: 'Waiting for other jobs',
      paused: onlyApplies(job) ? 'Applying is paused' : 'Training is paused',
    };
    this.title.textContent = titles[state] ??
      (onlyApplies(job) ? 'Applying the active version' : 'Training');
    const stage = isRunning ? teaching?.stage ?? 'looking' : null;
    const at = STEPS.findIndex(([name]) => name === stage);
    for (const [index, { node }] of this.steps.entries()) {
      node.classList.toggle('is-done', index < at);
      if (index === at) node.setAttribute('aria-current', 'step');
      else node.removeAttribute('aria-current');
    }
    this.cancel.hidden = !this.canEdit || this.isEnding;
    this.resume.hidden = !this.canEdit || state !== 'paused' || this.isEnding;
    this.showProgress(isRunning ? teaching : null);
    if (this.progress.take(teaching)) this.drawCurves();
    this.say(stage);
  }

  /** @param {LabelProgress | null} teaching */
  showProgress(teaching) {
    const { state } = this.job;
    this.now.textContent = this.isEnding
      ? 'Stopping after the current step…'
      : state === 'waiting'
      ? 'Another training is running. This one starts when it is done.'
      : state === 'paused'
      ? 'Resume to continue.'
      : nowWords(teaching);
    this.why.textContent = teaching?.learner && !this.isEnding ? whyWords(teaching) : '';
    this.bar.hidden = state !== 'running';
    if (teaching && teaching.total > 0) {
      const share = teaching.done / teaching.total;
      this.bar.setAttribute('aria-valuemax', 100);
      this.bar.setAttribute('aria-valuenow', Math.round(100 * share));
      this.bar.setAttribute('aria-valuetext', this.now.textContent);
      this.fill.style.width = `${100 * share}%`;
    } else {
      for (const name of ['valuenow', 'valuetext', 'valuemax']) {
        this.bar.removeAttribute(`aria-${name}`);
      }
      this.fill.style.width = '';
    }
  }

  drawCurves() {
    const { current, parts } = this.progress;
    if (!current) return;
    this.curves.node.hidden = false;
    this.curves.show(
      parts.filter(({ learner }) => learner === current.learner),
      `Curves of ${current.learner}, ${partName(current)}`,
    );
  }

  /**
   * Announces a new step at once, otherwise only now and then.
   * @param {string | null} stage
   */
  say(stage) {
    const isNew = this.heard !== `${this.job.state} ${stage}`;
    const isLongAgo = Date.now() - this.announcedAt > QUIET;
    if (!isNew && !isLongAgo) return;
    this.heard = `${this.job.state} ${stage}`;
    this.announcedAt = Date.now();
    announce(`${this.title.textContent}. ${this.now.textContent}`);
  }

  /** @param {HTMLButtonElement} node */
  async ask(node) {
    if (!await confirmDialog({ ...cancelQuestion(this.job), danger: true })) return;
    press(node, () => this.send('cancel'));
  }

  /** @param {'resume' | 'cancel'} verb */
  async send(verb) {
    this.isEnding = verb === 'cancel';
    // The button is about to go: move the focus to the title.
    if (this.isEnding) this.title.focus();
    this.update(this.job);
    try {
      const job = await api.send('POST', `jobs/${this.job.id}/${verb}`, {});
      if (job) this.take(job);
    } catch (problem) {
      this.isEnding = false;
      this.update(this.job);
      throw problem;
    }
  }
}

/**
 * Whether a job only applies a version to the photos, without training.
 * @param {Job} job
 */
export const onlyApplies = (job) => job.learns === false;

/** @param {LabelProgress | null} teaching */
function nowWords(teaching) {
  if (!teaching) return 'Starting…';
  const { stage, done, total, learner, part, parts, epoch, epochs } = teaching;
  if (stage === 'looking') return `Analysing examples: ${number(done)} of ${number(total)} photos`;
  if (stage === 'judging') return `Applying to all photos: ${number(done)} of ${number(total)}`;
  if (!learner || part === null || parts === null) return 'Training…';
  return [
    `Training ${learner}`,
    partName({ part, parts }),
    epochs && epochs > 1 ? `epoch ${number(epoch ?? 0)} of at most ${number(epochs)}` : null,
  ].filter(Boolean).join(' · ');
}

/** @param {LabelProgress} teaching */
const whyWords = ({ part, parts }) =>
  (part ?? 0) + 1 === parts
    ? 'Finally it is trained on all examples. This is the version that will be used.'
    : 'Each part of the examples is held out once, so that the learner is tested on photos it has not seen.';
