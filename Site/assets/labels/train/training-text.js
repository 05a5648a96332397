// The terms of machine learning, each with a sentence for those who do not know it.

import { count, number, percent } from '../../core/format.js';
import { LEAST, missingText } from '../list/state.js';

/** How many yes and no examples each learner needs. */
export const NEEDS = { transfer: LEAST, cnn3: 20 };
/** From so many yes and no examples on, more of them help less and less. */
export const GOOD = 60;

/** Figures in the order in which they are shown. */
/** @typedef {{ key: 'average_precision' | AtThreshold, name: string, hint: string, isAtThreshold?: boolean }} Term */
/** @typedef {'precision' | 'recall' | 'f1' | 'accuracy'} AtThreshold */

/** @type {Term[]} */
export const TERMS = [
  {
    key: 'average_precision',
    name: 'Average precision',
    hint: 'How well yes and no are separated over all thresholds; 100 % is perfect.',
  },
  {
    key: 'precision',
    name: 'Precision',
    hint: 'Share of predicted yes that is right.',
    isAtThreshold: true,
  },
  { key: 'recall', name: 'Recall', hint: 'Share of all yes that is found.', isAtThreshold: true },
  {
    key: 'f1',
    name: 'F1',
    hint: 'Combines precision and recall: high only if both are high.',
    isAtThreshold: true,
  },
  {
    key: 'accuracy',
    name: 'Accuracy',
    hint: 'Share of all answers that is right.',
    isAtThreshold: true,
  },
];

/**
 * A probability as people choose it: without decimals if it has none.
 * @param {number} threshold
 */
export const thresholdText = (threshold) =>
  percent(threshold, Number.isInteger(Math.round(threshold * 1000) / 10) ? 0 : 1);

/**
 * A share in per cent with one decimal; a dash if there is none.
 * @param {number | null | undefined} share
 */
export const shareText = (share) => share === null || share === undefined ? '–' : percent(share, 1);

/**
 * The effect of a threshold, in a sentence.
 * @param {{ confusion: Confusion }} measured
 */
export function effectText({ confusion: c }) {
  const [yes, shown] = [c.true_positives + c.false_negatives, c.true_positives + c.false_positives];
  const finds = `Finds ${number(c.true_positives)} of your ${count(yes, 'yes example')}`;
  if (shown === 0) return `${finds}; it predicts no yes at all.`;
  if (c.false_positives === 0) return `${finds}; no false positives.`;
  return `${finds}; ${number(c.false_positives)} of the ${number(shown)} it predicts ${
    c.false_positives === 1 ? 'is' : 'are'
  } wrong.`;
}

/**
 * What is missing for these learners, as a sentence; empty if they can start.
 * @param {string} learner
 * @param {Label} label
 */
export function missingFor(learner, label) {
  if (learner !== 'cnn3') {
    const missing = missingText(label);
    return missing ? `Still needed: ${missing}.` : '';
  }
  /** @type {[number, string][]} */
  const all = [[label.positives, 'yes'], [label.negatives, 'no']];
  const sides = all.filter(([have]) => have < NEEDS.cnn3);
  return sides.length === 0
    ? ''
    : `Still needed for cnn3: ${
      sides.map(([have, word]) => `${number(NEEDS.cnn3 - have)}${have > 0 ? ' more' : ''} ${word}`)
        .join(' and ')
    }.`;
}
