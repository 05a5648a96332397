// The terms of machine learning, each with a sentence for those who do not know it.

import { count, number, percent } from '../../core/format.js';
import { LEAST, missingWords } from '../list/state.js';

/** How many examples of each side each learner needs. */
export const NEEDS = { transfer: LEAST, cnn3: 20 };
/** From so many of each side on, more examples help less and less. */
export const GOOD = 60;

/** Figures in the order in which they are shown. */
/** @type {{ key: 'average_precision' | 'precision' | 'recall' | 'f1' | 'accuracy', name: string, hint: string, isAtThreshold?: boolean }[]} */
export const TERMS = [
  { key: 'average_precision', name: 'Average precision', hint: 'How well yes is told from no over all thresholds; 100 % is without fault.' },
  { key: 'precision', name: 'Precision', hint: 'Of what it shows, so much is right.', isAtThreshold: true },
  { key: 'recall', name: 'Recall', hint: 'Of all that is yes, so much is found.', isAtThreshold: true },
  { key: 'f1', name: 'F1', hint: 'Precision and recall in one: high only where both are.', isAtThreshold: true },
  { key: 'accuracy', name: 'Accuracy', hint: 'Of all answers, yes and no, so much is right.', isAtThreshold: true },
];

/**
 * A probability as people choose it: without a digit where there is none.
 * @param {number} threshold
 */
export const thresholdText = (threshold) => percent(threshold, Number.isInteger(Math.round(threshold * 1000) / 10) ? 0 : 1);

/**
 * A share in per cent with a digit; a dash where there is nothing to share.
 * @param {number | null | undefined} share
 */
export const shareText = (share) => share === null || share === undefined ? '–' : percent(share, 1);

/**
 * What a threshold does, in a sentence.
 * @param {{ confusion: Confusion }} measured
 */
export function effectWords({ confusion: c }) {
  const [yes, shown] = [c.true_positives + c.false_negatives, c.true_positives + c.false_positives];
  const finds = `Finds ${number(c.true_positives)} of your ${count(yes, 'yes example')}`;
  if (shown === 0) return `${finds}; it shows none at all.`;
  if (c.false_positives === 0) return `${finds}; none of those it shows is wrong.`;
  return `${finds}; ${number(c.false_positives)} of the ${number(shown)} it shows ${c.false_positives === 1 ? 'is' : 'are'} wrong.`;
}

/**
 * What is missing for these learners, as a sentence; empty where they can begin.
 * @param {string} learner
 * @param {Label} label
 */
export function missingFor(learner, label) {
  if (learner !== 'cnn3') {
    const missing = missingWords(label);
    return missing ? `Still needed: ${missing}.` : '';
  }
  /** @type {[number, string][]} */
  const all = [[label.positives, 'yes'], [label.negatives, 'no']];
  const sides = all.filter(([have]) => have < NEEDS.cnn3);
  return sides.length === 0 ? '' : `For cnn3 still needed: ${sides.map(([have, word]) => `${number(NEEDS.cnn3 - have)}${have > 0 ? ' more' : ''} ${word}`).join(' and ')}.`;
}
