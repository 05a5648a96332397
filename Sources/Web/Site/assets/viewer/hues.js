// One colour for each class, the same on the picture and in the list.

const HUES = [200, 35, 130, 320, 60, 265, 10, 165, 290, 90];

/** The hue, in degrees, of a class of objects. */
export function classHue(name) {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.codePointAt(0)) >>> 0;
  return HUES[sum % HUES.length];
}
