// Names of labels, judged before they are sent: by the rules of the server, which judges them again.

const LONGEST = 100;
// Control characters, and marks that turn the writing around: a name must show what it is.
const FORBIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/**
 * The name as it will be kept: composed, and with single spaces.
 * @param {string} text
 */
export const cleanName = (text) => text.normalize('NFC').split(/\p{White_Space}+/u).filter(Boolean).join(' ');

/**
 * Whether two names are one: case means nothing, nor the kind of apostrophe.
 * @param {string} name
 */
const keyOf = (name) => cleanName(name).toLowerCase().replaceAll('’', "'");
/**
 * @param {string} one
 * @param {string} other
 */
export const isSameName = (one, other) => keyOf(one) === keyOf(other);

/**
 * Why a text can be no name, in a sentence; empty where it can be one.
 * @param {Label[]} others the labels that there are, without the one that is to be renamed
 * @param {string} text
 */
export function nameProblem(text, others) {
  const name = cleanName(text);
  if (name === '') return 'A label needs a name: write one such as me.';
  if (FORBIDDEN.test(name)) return 'A name cannot have control characters or marks that turn the writing around: leave them away.';
  if ([...name].length > LONGEST) return `A name has at most ${LONGEST} characters, and this one has ${[...name].length}: shorten it.`;
  const same = others.find((label) => isSameName(label.name, name));
  return same ? `There is a label called “${same.name}” already: choose another name, or rename that one.` : '';
}

/**
 * What is worth knowing of a name that can be used; empty where nothing is.
 * @param {string} text
 * @param {string[]} classes
 */
export function nameHint(text, classes) {
  const name = cleanName(text);
  const same = classes.find((each) => isSameName(each, name));
  if (!same) return '';
  return `The networks know “${same}”, too: a search for it finds the class or the label, and ${termOf(name)} the label alone.`;
}

/** @param {string} name */
const termOf = (name) => `label:${/^[\p{Alphabetic}_][\p{Alphabetic}\p{M}\p{Nd}_\-]*$/u.test(name) ? name : `"${name}"`}`;
