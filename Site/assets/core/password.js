// Parts of the forms that ask for a password.

import { $, $$, clear, icon } from './dom.js';

export const shortest = 10;

/** Buttons [data-reveal="id id"] show and hide the text of these inputs. */
export function setUpReveal() {
  for (const button of $$('[data-reveal]')) {
    button.addEventListener('click', () => {
      const inputs = (button.dataset.reveal ?? '').split(' ').map((id) => $(`input#${id}`));
      const show = inputs[0].type === 'password';
      for (const input of inputs) input.type = show ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(show));
      clear($('.nav-icon', button)).append(icon(show ? 'eye-off' : 'eye'));
    });
  }
}

const words = [
  'At least 10 characters. A few words work well.',
  'Weak: easy to guess',
  'Fair: a longer one would be better',
  'Good',
  'Strong',
];

/**
 * Keeps the bar and the hint about the strength of `input` up to date.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} bar
 * @param {HTMLElement} hint
 */
export function setUpStrength(input, bar, hint) {
  const show = () => {
    const level = strength(input.value);
    bar.dataset.level = String(level);
    /** @type {HTMLElement} */ (bar.firstElementChild).style.width = `${level * 25}%`;
    if (hint.textContent !== words[level]) hint.textContent = words[level];
  };
  input.addEventListener('input', show);
  show();
}

/**
 * 0 too short, 1 weak to 4 strong: the length counts, and repeated or consecutive characters do not. A rough
 * measure, only as a hint; the server decides which passwords it accepts.
 * @param {string} text
 */
export function strength(text) {
  const characters = [...text];
  if (characters.length < shortest) return 0;
  let counted = 0;
  characters.forEach((character, index) => {
    const step = index ? codeOf(character) - codeOf(characters[index - 1]) : 9;
    counted += Math.abs(step) <= 1 ? 0.3 : 1;
  });
  const kinds =
    [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(text)).length;
  const different = new Set(characters).size;
  const bits = Math.min(counted, different * 1.6) * (2.2 + kinds * 0.55);
  return bits < 28 ? 1 : bits < 42 ? 2 : bits < 58 ? 3 : 4;
}

/** @param {string} character */
const codeOf = (character) => character.codePointAt(0) ?? 0;

/**
 * Shows or removes the error of an input; true if there is none.
 * @param {HTMLInputElement} input
 * @param {string | null} text
 */
export function setError(input, text) {
  const error = document.getElementById(`${input.id}-error`);
  if (error) error.textContent = text ?? '';
  if (text) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  return !text;
}

/**
 * An input and what is wrong with it; null if nothing is.
 * @typedef {[HTMLInputElement, string | null]} Rule
 */

/**
 * The rules for a new password and its repetition: each input with its error, or null.
 * @param {HTMLInputElement} password
 * @param {HTMLInputElement} repeat
 * @returns {Rule[]}
 */
export const newPasswordRules = (password, repeat) => [
  [
    password,
    [...password.value].length >= shortest
      ? null
      : `The password needs at least ${shortest} characters.`,
  ],
  [repeat, repeat.value === password.value ? null : 'The passwords do not match.'],
];

/**
 * Shows the errors of `rules` beside their inputs and puts the focus on the first; true if there is none.
 * @param {Rule[]} rules
 */
export function areRight(rules) {
  const wrong = rules.filter(([input, error]) => !setError(input, error));
  wrong[0]?.[0].focus();
  return wrong.length === 0;
}
