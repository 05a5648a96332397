// Texts about jobs.

import { api } from '../core/api.js';
import { el } from '../core/dom.js';
import { count, duration, percent } from '../core/format.js';

const kinds = {
  add: 'Add folder',
  import: 'Import',
  refresh: 'Re-scan folders',
  retry: 'Try files again',
  upload: 'Upload',
  analyse_again: 'Re-scan photos',
  train_label: 'Train label',
};
const states = {
  waiting: ['waiting', ''],
  running: ['running', 'is-accent'],
  paused: ['paused', 'is-warning'],
  done: ['done', 'is-ok'],
  failed: ['failed', 'is-error'],
  cancelled: ['cancelled', ''],
};
/** @param {Job} job */
const isTraining = (job) => job.kind === 'train_label';
// A version that becomes active again is applied to photos; nothing is trained.
/** @param {Job} job */
const onlyApplies = (job) => job.learns === false;

// A job has only the id of its label.
const labels = new Map();

/**
 * Loads the names of these jobs' labels, for `titleOf`; never rejects.
 * @param {Job[]} jobs
 */
export async function learnNames(jobs) {
  if (!jobs.some((job) => isTraining(job) && !labels.has(job.label))) return;
  try {
    for (const { id, name } of (await api.get('labels')).labels) labels.set(id, name);
    // A label that was deleted is not asked for again.
    for (const job of jobs) {
      if (isTraining(job) && !labels.has(job.label)) labels.set(job.label, null);
    }
  } catch {
    // Without names, titles still say what kind of job it is.
  }
}

// After training, the version is only applied to the photos.
/** @param {Job} job */
const hasLearnt = (job) =>
  onlyApplies(job) || job.stage === 'labelling' || Boolean(job.summary?.training);

/** @type {Record<string, string>} */
const stages = {
  scanning: 'Scanning folders',
  copying: 'Copying',
  analysing: 'Analysing photos',
  learning: 'Learning',
  labelling: 'Applying labels',
};

/** @param {Job} job */
export const isActive = (job) => ['waiting', 'running', 'paused'].includes(job.state);

/**
 * The title of a job.
 * @param {Job} job
 */
export function titleOf(job) {
  const name = isTraining(job) ? labels.get(job.label) : null;
  if (name) return onlyApplies(job) ? `Apply “${name}” to photos` : `Train “${name}”`;
  return job.title || kinds[job.kind] || job.kind;
}

/**
 * The title; for a training, with a link to its label.
 * @param {Job} job
 */
export const titleNode = (job) =>
  isTraining(job) && labels.get(job.label)
    ? el('a', { href: `/labels/${job.label}#train`, text: titleOf(job) })
    : titleOf(job);

/**
 * The folders of a job, unless its title names them.
 * @param {Job} job
 */
export const foldersOf = (job) =>
  (job.folders ?? []).filter((path) => !titleOf(job).includes(path)).join(', ');

/**
 * The state as a badge.
 * @param {Job} job
 */
export function stateBadge({ state }) {
  const [text, kind] = states[state] ?? [state, ''];
  return el('span', { class: `badge ${kind}`, text });
}

/**
 * What a job is doing.
 * @param {Job} job
 */
export function stageOf(job) {
  if (job.state === 'waiting') return 'Waiting for other jobs';
  if (job.state === 'paused') {
    return isTraining(job) && !hasLearnt(job)
      ? 'Starts over when resumed'
      : 'Continues where it stopped when resumed';
  }
  if (isTraining(job) && job.stage === 'learning') return teachingOf(job.teaching);
  return stages[job.stage ?? ''] ?? 'Starting';
}

/**
 * The progress of a training: "Learning with transfer, part 4 of 6".
 * @param {LabelProgress | null} teaching
 */
function teachingOf(teaching) {
  const { stage, learner, part, parts } = teaching ?? {};
  if (stage === 'looking') return 'Analysing examples';
  if (!learner) return stages.learning;
  // Parts are counted from 0.
  return parts ? `Training ${learner}, part ${(part ?? 0) + 1} of ${parts}` : `Training ${learner}`;
}

const UNSEEN =
  'Photos that were not analysed get no answer until the label is trained or used again.';

/**
 * The confirmation before a job is cancelled.
 * @param {Job} job
 */
export function cancelQuestion(job) {
  if (!isTraining(job)) {
    return {
      title: `Stop “${titleOf(job)}”?`,
      text: 'Finished work is kept. You can run the rest later.',
      confirm: 'Stop job',
    };
  }
  const name = labels.get(job.label);
  if (onlyApplies(job)) {
    return {
      title: `Stop applying ${name ? `“${name}”` : 'the label'}?`,
      text: `The version stays active. ${UNSEEN}`,
      confirm: 'Stop applying',
    };
  }
  const text = hasLearnt(job)
    ? `The trained version is kept. ${UNSEEN}`
    : 'The label does not change: its examples and its current version stay.';
  return {
    title: name ? `Stop training “${name}”?` : 'Stop training?',
    text,
    confirm: 'Stop training',
  };
}

/**
 * The progress of a job, as far as it is known.
 * @param {Job} job
 */
export function progressOf(
  { done, total, rate, remaining_seconds: remaining, state, kind, stage },
) {
  // A paused job starts counting again when it resumes.
  if (state === 'paused' && !done) return '';
  if (kind === 'train_label' && !stage) return '';
  // Training is counted in thousandths, not in files.
  if (kind === 'train_label' && stage === 'learning') {
    return total && total > 0 ? percent(done / total) : '';
  }
  const noun = ['analyse_again', 'train_label'].includes(kind) ? 'photo' : 'file';
  const parts = [
    Number.isFinite(total) ? `${done} of ${count(total, noun)}` : count(done ?? 0, noun),
  ];
  if (state === 'running' && rate && rate > 0) {
    parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)} per second`);
  }
  if (state === 'running' && Number.isFinite(remaining)) parts.push(`${duration(remaining)} left`);
  return parts.join(' · ');
}

/**
 * The result of a job.
 * @param {Job} job
 */
export function outcomeOf(job) {
  return isTraining(job) ? trainingOutcome(job) : filesOutcome(job);
}

/**
 * "training 2: transfer proposed, 267 photos analysed, in 23 s".
 * @param {Job} job
 */
function trainingOutcome(job) {
  const { state, message, summary } = job;
  const { number, proposed, photos } = summary?.training ?? {};
  const nothing = state === 'done' || message ? null : 'the label has not changed';
  if (!number) return message ?? nothing ?? '';
  const time = summary && Number.isFinite(summary.seconds)
    ? `, in ${duration(summary.seconds)}`
    : '';
  const what = onlyApplies(job)
    ? `training ${number}, ${proposed}`
    : `training ${number}: ${proposed} proposed`;
  return [message, `${what}, ${count(photos ?? 0, 'photo')} analysed${time}`].filter(Boolean).join(
    ' – ',
  );
}

/** @param {Job} job */
function filesOutcome({ state, message, summary }) {
  if (!summary || (state === 'failed' && !(summary.indexed > 0 || summary.analysed > 0))) {
    return message ?? '';
  }
  const setAside = Object.values(summary.set_aside ?? {}).reduce((sum, n) => sum + n, 0);
  /** @type {[number, () => string][]} */
  const all = [
    [summary.indexed, () => `${count(summary.indexed, 'photo')} added`],
    [summary.analysed, () => `${count(summary.analysed, 'photo')} analysed`],
    [summary.skipped, () => `${count(summary.skipped, 'photo')} could not be read`],
    [summary.failed, () => `${count(summary.failed, 'photo')} failed`],
    [summary.duplicates, () => count(summary.duplicates, 'duplicate')],
    [summary.moved, () => `${summary.moved} moved`],
    [setAside, () => `${setAside} set aside`],
    [summary.missing, () => `${summary.missing} missing`],
    [summary.unsupported, () => `${summary.unsupported} unsupported`],
  ];
  const parts = all.filter(([n]) => n > 0).map(([, text]) => text());
  const what = parts.length > 0 ? parts.join(', ') : 'nothing new';
  const time = summary && Number.isFinite(summary.seconds)
    ? `, in ${duration(summary.seconds)}`
    : '';
  return [message, `${what}${time}`].filter(Boolean).join(' – ');
}
