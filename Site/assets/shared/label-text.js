// Texts about labels.

import { percent } from '../core/format.js';

/**
 * What a label is about.
 * @param {Label} label
 */
export const aboutText = (label) => label.class ? `boxes of ${label.class}` : 'whole photos';

/**
 * An answer: true, false, or null where nobody gave one.
 * @param {boolean | null | undefined} answer
 */
export const answerWord = (answer) =>
  answer === null || answer === undefined ? 'not answered' : answer ? 'yes' : 'no';

/** The name of a learner, and what it is. */
export const learners = {
  transfer: {
    name: 'transfer',
    text: 'from the scene model’s embeddings; works well from about 20 examples',
  },
  cnn3: { name: 'cnn3', text: 'a small network trained from scratch on your examples' },
};

/**
 * A figure {value, low, high} with its confidence interval; a dash if there is none.
 * @param {Estimate | null} figure
 */
export function figureText(figure, digits = 0) {
  if (!figure) return '–';
  return `${percent(figure.value, digits)} (${(figure.low * 100).toFixed(digits)}–${
    (figure.high * 100).toFixed(digits)
  })`;
}
