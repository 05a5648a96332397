// Training a label: starting it, its progress, and its result.

import { clear, el, icon } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { onServer } from '../../core/events.js';
import { announce } from '../../core/live.js';
import { toast } from '../../core/dialog.js';
import { count, moment } from '../../core/format.js';
import { isActive } from '../../shared/job-text.js';
import { whatHappens } from './empty.js';
import { Result } from './result.js';
import { onlyApplies, Running } from './running.js';
import { Start } from './start.js';

/**
 * @param {HTMLElement} panel
 * @param {LabelContext} context
 */
export function show(panel, context) {
  const tab = new Train(panel, context);
  tab.findJob();
  tab.result.load();
  return () => tab.leave();
}

class Train {
  /** @type {boolean} */
  hasLeft;

  /**
   * @param {HTMLElement} panel
   * @param {LabelContext} context
   */
  constructor(panel, context) {
    this.panel = panel;
    this.context = context;
    this.running = null;
    this.ended = new Set();
    this.start = new Start(context, (job) => this.take(job));
    this.outcome = el('div', {});
    this.doing = el('div', {}, this.start.node);
    this.result = new Result(context);
    this.explains = el('div', {});
    panel.append(
      el(
        'div',
        { class: 'labels-train' },
        el(
          'section',
          { class: 'panel labels-training', 'aria-labelledby': 'training-title' },
          el('h2', { id: 'training-title', class: 'visually-hidden', text: 'Training' }),
          this.outcome,
          this.doing,
        ),
        this.explains,
        this.result.node,
      ),
    );
    this.update();
    this.leaving = [
      context.onLabel(() => this.update()),
      onServer('job', (job) => this.take(job)),
      // Events may have been missed while the connection was lost.
      onServer('hello', () => this.findJob()),
    ];
  }

  leave() {
    this.hasLeft = true;
    for (const end of this.leaving) end();
    this.running?.close();
    this.result.close();
  }

  update() {
    const { label } = this.context;
    this.start.update();
    if (label.version) clear(this.explains);
    else if (!this.explains.firstChild) this.explains.append(whatHappens());
    this.result.follow();
  }

  /** Finds a training that is running, or the last one if it failed. */
  async findJob() {
    const { jobs } = await api.get('jobs').catch(() => ({ jobs: [] }));
    if (this.hasLeft) return;
    const own = jobs.filter((job) => job.label === this.context.id);
    this.result.takeJobs(own);
    const active = own.find((job) => job.state === 'running') ?? own.find(isActive);
    if (active) return this.take(active);
    const last = own[0];
    if (this.running && last) this.take(last);
    else if (
      last?.state === 'failed' &&
      (last.finished_ms ?? 0) > (this.context.label.version?.created_ms ?? 0)
    ) this.showFailure(last);
  }

  /**
   * Takes over the state of any job. The event of a job started here may come before the answer.
   * @param {Job} job
   */
  take(job) {
    if (job.label !== this.context.id || this.ended.has(job.id)) return;
    if (!isActive(job)) return this.running?.job.id === job.id ? this.end(job) : undefined;
    // If several jobs wait, only the one that runs is shown.
    if (this.running && this.running.job.id !== job.id && job.state !== 'running') return;
    if (this.running?.job.id === job.id) return this.running.update(job);
    // Keeps the focus if it was on a button that goes.
    const hadFocus = this.doing.contains(document.activeElement);
    this.running?.close();
    clear(this.outcome);
    this.running = new Running(job, (answer) => this.take(answer)).allow(this.context.canEdit);
    clear(this.doing).append(this.running.node);
    if (hadFocus) this.running.title.focus();
  }

  /** @param {Job} job */
  async end(job) {
    this.ended.add(job.id);
    const hadFocus = this.doing.contains(document.activeElement);
    this.running?.close();
    this.running = null;
    clear(this.doing).append(this.start.node);
    this.start.update();
    if (job.state === 'failed') announce(this.showFailure(job), { assertive: true });
    await this.context.reload().catch(() => {});
    const training = onlyApplies(job) ? null : job.summary?.training;
    if (this.hasLeft) return;
    if (training) {
      this.result.takeJobs([job]);
      await this.result.load(training.number);
      if (hadFocus) this.result.title.focus();
    } else if (hadFocus) this.focusStart();
    this.announceEnd(job, training);
    this.findNext();
  }

  /**
   * @param {Job} job
   * @param {JobSummary['training']} training
   */
  announceEnd(job, training) {
    const { state } = job;
    if (onlyApplies(job)) {
      const { photos = 0 } = job.summary?.training ?? {};
      if (state === 'done') {
        toast(`The active version has analysed ${count(photos, 'photo')}.`, { kind: 'ok' });
      }
      if (state === 'cancelled') toast('Not all photos were analysed.');
      return;
    }
    if (state === 'done' && training) {
      toast(`Training ${training.number} is done: ${training.proposed} is now active.`, {
        kind: 'ok',
      });
    }
    if (state !== 'cancelled') return;
    toast(
      training
        ? `Training ${training.number} is kept, but was not applied to all photos yet.`
        : 'The training was cancelled.',
    );
  }

  /** Another training of this label may have been waiting. */
  async findNext() {
    const { jobs } = await api.get('jobs').catch(() => ({ jobs: [] }));
    const next = jobs.find((job) => job.label === this.context.id && isActive(job));
    if (next && !this.hasLeft) this.take(next);
  }

  focusStart() {
    const { train, mark } = this.start;
    (train.hidden ? mark : train).focus();
  }

  /**
   * Shows a failure; returns the text to announce.
   * @param {Job} job
   */
  showFailure(job) {
    const words = job.message ?? 'The reason is not known.';
    const what = onlyApplies(job) ? 'Applying the label failed.' : 'The last training failed.';
    clear(this.outcome).append(
      el(
        'div',
        { class: 'notice is-error' },
        icon('warning'),
        el(
          'div',
          {},
          el('p', {}, el('strong', { text: `${what} ` }), words),
          el('p', { class: 'hint', text: moment(job.finished_ms) }),
        ),
      ),
    );
    return `${what} ${words}`;
  }
}
