// A colour for each class of objects in a photo: the same on the picture and in the list, and if
// possible in every photo.

const HUES = [200, 35, 320, 130, 60, 265, 5, 165, 290, 95, 230, 345];

/**
 * A map from class names to hues in degrees; classes of one photo differ while there are enough hues.
 * @param {string[]} names
 */
export function huesOf(names) {
  const hues = new Map();
  const taken = new Set();
  for (const name of [...new Set(names)].sort()) {
    let place = preferredPlace(name);
    while (taken.has(place) && taken.size < HUES.length) place = (place + 1) % HUES.length;
    taken.add(place);
    hues.set(name, HUES[place]);
  }
  return hues;
}

/** @param {string} name */
function preferredPlace(name) {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum % HUES.length;
}
