// One job: what it is doing, how to stop it, and its result.

import { api, sentenceOf } from '../core/api.js';
import { clear, el, icon } from '../core/dom.js';
import { confirmDialog, toast } from '../core/dialog.js';
import { count, duration, moment, number } from '../core/format.js';
import {
  cancelQuestion,
  outcomeOf,
  progressOf,
  stageOf,
  titleNode,
  titleOf,
} from '../shared/job-text.js';

/** @param {Job} job */
const isTraining = ({ kind }) => kind === 'train_label';
/** @param {Job} job */
export const isRunning = ({ state }) => ['waiting', 'running', 'paused'].includes(state);

/** @type {Record<string, string>} */
const stateWords = {
  waiting: 'Waiting',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};
/** @type {Record<string, string>} */
const stateTones = { running: 'accent', paused: 'warning', done: 'ok', failed: 'error' };
const askedWords = { pause: 'Pausing …', resume: 'Resuming …', cancel: 'Cancelling …' };
/** @type {Record<string, string>} */
const stages = {
  scanning: 'Scanning folders',
  copying: 'Copying',
  analysing: 'Analysing',
  learning: 'Learning',
  labelling: 'Applying labels',
};

const cancelFiles = {
  title: 'Cancel this job?',
  text: 'Photos analysed so far are kept. Start the same job again to continue from there.',
  confirm: 'Cancel job',
};

export class JobCard {
  #head = el('div', { class: 'job-head' });
  #now = el('p', { class: 'job-now tabular' });
  #fill = el('span');
  #bar = el('div', { class: 'progress', role: 'progressbar', 'aria-valuemin': 0 }, this.#fill);
  #rest = el('div', { class: 'job-rest' });
  #shown = '';
  // What the user asked for. It happens only after the current photos.
  /** @type {{ word: string, from: JobState } | null} */
  #asked = null;

  /** @param {(job: Job) => void} take */
  constructor(take) {
    this.take = take;
    this.node = el('li', { class: 'job' }, this.#head, this.#now, this.#bar, this.#rest);
  }

  /** @param {Job} job */
  update(job) {
    if (this.#asked?.from !== job.state) this.#asked = null;
    const key = `${this.#asked?.word} ${job.state} ${titleOf(job)} ${job.message} ${
      job.summary !== null
    }`;
    if (key !== this.#shown) this.#showState(job);
    this.#shown = key;
    this.#showProgress(job);
  }

  /** @param {Job} job */
  #showState(job) {
    const tone = stateTones[job.state];
    clear(this.#head).append(
      el('div', {}, el('h3', {}, titleNode(job)), el('p', { class: 'hint', text: timeText(job) })),
      el(
        'div',
        { class: 'row' },
        el('span', {
          class: `badge${tone ? ` is-${tone}` : ''}`,
          text: this.#asked?.word ?? stateWords[job.state] ?? job.state,
        }),
        this.#buttons(job),
      ),
    );
    clear(this.#rest);
    if (job.message) {
      this.#rest.append(
        el('p', { class: job.state === 'failed' ? 'job-message' : 'muted', text: job.message }),
      );
    }
    if (job.summary && !isRunning(job)) {
      this.#rest.append(isTraining(job) ? trainingNode(job) : summaryNode(job.summary));
    }
    this.#rest.hidden = !this.#rest.firstChild;
  }

  /** @param {Job} job */
  #showProgress(job) {
    const running = isRunning(job);
    this.#now.hidden = this.#bar.hidden = !running;
    if (!running) return;
    this.#bar.setAttribute('aria-label', titleOf(job));
    clear(this.#now).append(
      el('span', { text: doneText(job) }),
      el('span', { class: 'muted', text: paceText(job) }),
    );
    if (job.stage === 'learning') this.#bar.setAttribute('aria-valuetext', doneText(job));
    else this.#bar.removeAttribute('aria-valuetext');
    if (job.total) {
      this.#bar.setAttribute('aria-valuenow', job.done);
      this.#bar.setAttribute('aria-valuemax', job.total);
      this.#fill.style.width = `${Math.min(100, job.done / job.total * 100)}%`;
    } else {
      this.#bar.removeAttribute('aria-valuenow');
      this.#fill.style.width = '';
    }
  }

  /** @param {Job} job */
  #buttons(job) {
    /**
     * @param {string} name
     * @param {string} label
     * @param {() => unknown} run
     */
    const button = (name, label, run) =>
      el('button', {
        type: 'button',
        class: 'button quiet icon-button small',
        title: label,
        'aria-label': `${label}: ${titleOf(job)}`,
        on: { click: run },
      }, icon(name));
    /** @param {'pause' | 'resume' | 'cancel'} action */
    const ask = (action) => () => this.#ask(job, action);
    const box = el('span', { class: 'row job-buttons' });
    if (this.#asked) return box;
    if (job.state === 'running' || job.state === 'waiting') {
      box.append(button('pause', 'Pause', ask('pause')));
    }
    if (job.state === 'paused') box.append(button('play', 'Resume', ask('resume')));
    if (isRunning(job)) box.append(button('close', 'Cancel', ask('cancel')));
    return box;
  }

  /**
   * @param {Job} job
   * @param {'pause' | 'resume' | 'cancel'} action
   */
  async #ask(job, action) {
    if (
      action === 'cancel' &&
      !await confirmDialog({ ...isTraining(job) ? cancelQuestion(job) : cancelFiles, danger: true })
    ) return;
    this.#asked = { word: askedWords[action], from: job.state };
    this.update(job);
    try {
      const changed = await api.send('POST', `jobs/${job.id}/${action}`, {});
      if (changed) this.take(changed);
    } catch (problem) {
      this.#asked = null;
      this.update(job);
      toast(sentenceOf(problem), { kind: 'error' });
    }
  }
}

/** @param {Job} job */
const timeText = (job) =>
  job.finished_ms
    ? `${moment(job.finished_ms)} · took ${duration((job.finished_ms - job.created_ms) / 1000)}`
    : `since ${moment(job.created_ms)}`;

/** @param {Job} job */
function doneText(job) {
  if (job.state === 'waiting') return 'Waiting for other jobs';
  if (isTraining(job)) {
    return [stageOf(job), progressOf({ ...job, rate: null, remaining_seconds: null })].filter(
      Boolean,
    ).join(': ');
  }
  if (job.state === 'paused' && !job.stage) return 'Resumes where it stopped';
  const stage = stages[job.stage ?? ''] ?? 'Starting';
  if (job.total) return `${stage}: ${number(job.done)} of ${number(job.total)}`;
  return job.done ? `${stage}: ${count(job.done, 'file')} so far` : stage;
}

/** @param {Job} job */
function paceText(job) {
  // The parts of a training differ, so the remaining time of one says nothing about the whole.
  if (job.state !== 'running' || job.stage === 'learning') return '';
  const parts = [];
  if (job.rate) parts.push(`${number(job.rate)} per second`);
  if (Number.isFinite(job.remaining_seconds)) parts.push(`${duration(job.remaining_seconds)} left`);
  return parts.join(' · ');
}

/**
 * The result of a training, and what it left out.
 * @param {Job} job
 */
function trainingNode(job) {
  const outcome = outcomeOf({ ...job, message: null });
  const notes = job.summary?.training?.notes ?? [];
  const words = el('p', {
    class: 'muted',
    text: outcome && outcome[0].toUpperCase() + outcome.slice(1),
  });
  return notes.length === 0 ? words : el(
    'div',
    {},
    words,
    el(
      'details',
      {},
      el('summary', { text: count(notes.length, 'note') }),
      el(
        'ul',
        { class: 'job-notes' },
        notes.map((/** @type {string} */ text) => el('li', { text })),
      ),
    ),
  );
}

/** @type {['indexed' | 'analysed' | 'skipped' | 'failed' | 'duplicates' | 'moved' | 'copied' | 'unchanged' | 'unsupported' | 'missing' | 'scanned', string][]} */
const outcomes = [
  ['indexed', 'New photos'],
  ['analysed', 'Photos re-scanned'],
  ['skipped', 'Unreadable'],
  ['failed', 'Failed'],
  ['duplicates', 'Already here'],
  ['moved', 'Moved'],
  ['copied', 'Copied'],
  ['unchanged', 'Unchanged'],
  ['unsupported', 'Not photos'],
  ['missing', 'Missing'],
  ['scanned', 'Files scanned'],
];

/** @param {string} reason */
const reasonWords = (reason) => {
  const words = reason.replace(/[_-]/g, ' ');
  return words[0].toUpperCase() + words.slice(1);
};

/**
 * File details, as a table; files set aside lead to their page.
 * @param {JobSummary} summary
 */
function summaryNode(summary) {
  /**
   * @param {Child} name
   * @param {number} n
   * @param {string} [kind]
   */
  const line = (name, n, kind) =>
    el('tr', { class: kind }, el('th', { scope: 'row' }, name), el('td', { text: number(n) }));
  const main = summary.analysed > 0 ? 'analysed' : 'indexed';
  const rows = outcomes.filter(([key]) => summary[key] > 0 || key === main).map(([key, name]) =>
    line(name, summary[key] ?? 0)
  );
  const aside = Object.entries(summary.set_aside ?? {}).filter(([, n]) => n > 0);
  if (aside.length) {
    rows.push(
      line(
        el('a', { href: '/set-aside', text: 'Set aside' }),
        aside.reduce((sum, [, n]) => sum + n, 0),
      ),
    );
    rows.push(...aside.map(([reason, n]) => line(reasonWords(reason), n, 'is-detail')));
  }
  for (const [folder, why] of Object.entries(summary.unreadable_folders ?? {})) {
    rows.push(
      el('tr', {}, el('th', { scope: 'row', colspan: 2 }, `Could not be read: ${folder} (${why})`)),
    );
  }
  const brief = [
    summary.indexed
      ? count(summary.indexed, 'new photo')
      : summary.analysed
      ? `${count(summary.analysed, 'photo')} re-scanned`
      : 'Nothing new',
  ];
  if (aside.length) brief.push(`${aside.reduce((sum, [, n]) => sum + n, 0)} set aside`);
  return el(
    'details',
    {},
    el('summary', { text: brief.join(', ') }),
    el(
      'table',
      { class: 'outcomes' },
      el('caption', { class: 'visually-hidden', text: 'File details' }),
      el('tbody', {}, rows),
    ),
  );
}
