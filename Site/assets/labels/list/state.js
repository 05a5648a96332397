// The state of a label, and the next step.

import { ago, number } from '../../core/format.js';
import { isActive, progressOf, stageOf } from '../../shared/job-text.js';

/** The least number of yes and of no answers that a learner needs. */
export const LEAST = 8;

/**
 * What is missing before training: "5 more yes and 8 no"; empty if there is enough.
 * @param {{ positives: number, negatives: number }} label
 */
export function missingText({ positives, negatives }) {
  /** @type {[number, string][]} */
  const all = [[positives, 'yes'], [negatives, 'no']];
  const sides = all.filter(([have]) => have < LEAST);
  return sides.map(([have, word]) => `${number(LEAST - have)}${have > 0 ? ' more' : ''} ${word}`)
    .join(' and ');
}

/**
 * The state of a label: { kind, text, detail, step: {tab, text, image} }.
 * @param {Job | null} job its last training job, or null
 * @param {Label} label
 */
export function stateOf(label, job) {
  const missing = missingText(label);
  if (job && isActive(job) && job.learns === false) {
    return {
      kind: 'training',
      text: 'Analysing photos',
      detail: progressOf(job) || stageOf(job),
      step: next(label, missing),
    };
  }
  if (job && isActive(job)) {
    return {
      kind: 'training',
      text: job.state === 'waiting' ? 'Waiting to train' : 'Training',
      detail: job.state === 'waiting'
        ? stageOf(job)
        : [stageOf(job), (job.total ?? 0) > 0 ? progressOf(job) : ''].filter(Boolean).join(': '),
      step: { tab: 'train', text: 'Watch', image: 'chart' },
    };
  }
  if (job?.state === 'failed' && (job.finished_ms ?? 0) > (label.version?.created_ms ?? 0)) {
    return {
      kind: 'failed',
      text: job.learns === false ? 'Applying the label failed' : 'Training failed',
      detail: job.message ?? '',
      step: next(label, missing),
    };
  }
  if (label.version) {
    const { learner, number: training, created_ms: created } = label.version;
    return {
      kind: 'trained',
      text: 'Trained',
      detail: `${learner}, training ${number(training)}, ${ago(created)}`,
      step: next(label, missing),
    };
  }
  if (missing) {
    return {
      kind: 'new',
      text: 'Not trained',
      detail: `Needs ${missing}`,
      step: next(label, missing),
    };
  }
  return {
    kind: 'ready',
    text: 'Ready to train',
    detail: 'More examples improve it',
    step: next(label, missing),
  };
}

/**
 * @param {Label} label
 * @param {string} missing
 */
function next({ version }, missing) {
  if (version) return { tab: 'review', text: 'Review', image: 'eye' };
  return missing
    ? { tab: 'mark', text: 'Mark', image: 'tag' }
    : { tab: 'train', text: 'Train', image: 'chart' };
}
