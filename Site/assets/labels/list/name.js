// Checks names of labels by the rules of the server, which checks them again.

const LONGEST = 100;
// Control characters and text direction marks, which could make a name look like another one.
const FORBIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/**
 * The name as it will be stored: composed, and with single spaces.
 * @param {string} text
 */
export const cleanName = (text) =>
  text.normalize('NFC').split(/\p{White_Space}+/u).filter(Boolean).join(' ');

/**
 * Whether two names are the same, ignoring case and the kind of apostrophe.
 * @param {string} name
 */
const keyOf = (name) => cleanName(name).toLowerCase().replaceAll('’', "'");
/**
 * @param {string} one
 * @param {string} other
 */
export const isSameName = (one, other) => keyOf(one) === keyOf(other);

/**
 * Why a text cannot be a name; empty if it can.
 * @param {{ name: string }[]} others the existing labels, without the one being renamed
 * @param {string} text
 */
export function nameProblem(text, others) {
  const name = cleanName(text);
  if (name === '') return 'Enter a name for the label, such as me.';
  if (FORBIDDEN.test(name)) {
    return 'Names cannot contain control characters or text direction marks: remove them.';
  }
  if ([...name].length > LONGEST) {
    return `This name has ${[...name].length} characters. Shorten it to ${LONGEST} or fewer.`;
  }
  const same = others.find((label) => isSameName(label.name, name));
  return same
    ? `A label called “${same.name}” already exists: choose another name, or rename that one.`
    : '';
}

/**
 * A hint about a valid name; empty if there is none.
 * @param {string} text
 * @param {string[]} classes
 */
export function nameHint(text, classes) {
  const name = cleanName(text);
  const same = classes.find((each) => isSameName(each, name));
  if (!same) return '';
  return `“${same}” is also a class. Searching for it finds the class or the label; ${
    termOf(name)
  } finds only the label.`;
}

/** @param {string} name */
const termOf = (name) =>
  `label:${/^[\p{Alphabetic}_][\p{Alphabetic}\p{M}\p{Nd}_\-]*$/u.test(name) ? name : `"${name}"`}`;
