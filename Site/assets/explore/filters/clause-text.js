// The clauses that the panel can read and write. All others are left unchanged.
// Pure: from canonical text to values and back.

const NAME = /^((?:[\p{L}_][\p{L}\p{N}_-]*:)?(?:"(?:\\.|[^"\\])*"|[^\s"()|&!@<>=]+))\s*(.*)$/u;

/**
 * "coco:dog >= 2 @ 80% larger 5%" → {base, comparison, number, confidence, larger}; shares are 0…1.
 * @param {string} text
 */
export function readName(text) {
  const [, base, rest] = NAME.exec(text) ?? [];
  if (base === undefined) return null;
  const [, comparison = null, number] = /(>=|<=|=|>|<)\s*(\d+)/.exec(rest) ?? [];
  return {
    base,
    comparison,
    number: number === undefined ? null : Number(number),
    confidence: share(/@\s*([\d.]+)\s*(%?)/.exec(rest)),
    larger: share(/larger\s+([\d.]+)\s*(%?)/.exec(rest)),
  };
}

/** @param {RegExpExecArray | null} match */
const share = (match) => match ? Number(match[1]) / (match[2] ? 100 : 1) : null;

/** @param {NameSettings} nameSettings */
export function writeName({ base, comparison, number, confidence, larger }) {
  return [
    base,
    comparison && `${comparison} ${number}`,
    confidence !== null && `@ ${tidy(confidence * 100)}%`,
    larger !== null && `larger ${tidy(larger * 100)}%`,
  ].filter(Boolean).join(' ');
}

/** @param {number} number */
const tidy = (number, digits = 2) => String(Number(number.toFixed(digits)));

/**
 * What a chip with this text means: a name without its modifiers, or the text itself.
 * @param {QueryClause} clause
 */
export const keyOf = ({ kind, text }) => (isNamed(kind) ? readName(text)?.base : null) ?? text;

/**
 * Whether clauses of this kind are a name with settings: of a class or a concept, or of a personal label.
 * @param {string | null | undefined} kind
 */
export const isNamed = (kind) => kind === 'name' || kind === 'label';

/**
 * The name without quotes and without a prefix such as `label:`.
 * @param {string} base
 */
export function bareName(base) {
  const [, quoted] = /"((?:\\.|[^"\\])*)"$/.exec(base) ?? [];
  return quoted === undefined ? base.replace(/^[^:]*:/, '') : quoted.replace(/\\(.)/g, '$1');
}

/**
 * The text of a label's clause for people: label:"at sport" @ 90% is "at sport @ 90%".
 * @param {string} text
 */
export const labelText = (text) =>
  text.replace(
    /^(not )?(label:(?:"(?:\\.|[^"\\])*"|[^\s"()|&!@<>=]+))/,
    (_, not = '', base) => not + bareName(base),
  );

/** @type {Record<string, number>} */
const UNITS = { m: 1, km: 1000, mi: 1609.344 };

/**
 * "near:55.86,-4.25,25km" → {place, metres}, where place is the text before the distance.
 * @param {string} text
 */
export function readNear(text) {
  const match = /^near:(.+?)\s*,\s*([\d.]+)\s*(m|km|mi)$/i.exec(text);
  if (!match) return null;
  const [, place, value, unit] = match;
  const point = /^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*$/.exec(place);
  return {
    place,
    point: point && { latitude: Number(point[1]), longitude: Number(point[2]) },
    metres: Number(value) * UNITS[unit.toLowerCase()],
  };
}

/**
 * @param {string} place
 * @param {number} metres
 */
export const writeNear = (place, metres) => `near:${place},${writeDistance(metres)}`;

/**
 * Five decimals are about a metre, more precise than a camera's GPS.
 * @param {Position} position
 */
export const writePoint = ({ latitude, longitude }) => `${tidy(latitude, 5)},${tidy(longitude, 5)}`;

/** @param {number} metres */
function writeDistance(metres) {
  const rounded = Number(metres.toPrecision(3));
  return rounded < 1000 ? `${tidy(rounded)}m` : `${tidy(rounded / 1000)}km`;
}

/**
 * "within:"lat,lon lat,lon …"" → [{latitude, longitude}], or null.
 * @param {string} text
 */
export function readWithin(text) {
  const inner = /^within:"([^"]*)"$/.exec(text)?.[1];
  if (inner === undefined) return null;
  const corners = inner.split(/[\s;]+/).filter(Boolean).map((pair) => pair.split(',').map(Number));
  if (
    corners.length < 3 || corners.some((pair) => pair.length !== 2 || !pair.every(Number.isFinite))
  ) return null;
  return corners.map(([latitude, longitude]) => ({ latitude, longitude }));
}

/** @param {Position[]} corners */
export const writeWithin = (corners) => `within:"${corners.map(writePoint).join(' ')}"`;

/**
 * A clause as text for a chip; areas are shortened, since they have up to a thousand corners.
 * @param {string} text
 */
export const readable = (text) =>
  text.replace(
    /within:"([^"]*)"/g,
    (_, corners) => `within: area of ${corners.trim().split(/[\s;]+/).length} corners`,
  );
