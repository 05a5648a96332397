// Numbers, sizes and times as people read them.

const locale = 'en-GB';
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/**
 * "1,234" or "1.5".
 * @param {number} n
 */
export const number = (n, digits = 1) =>
  Number.isInteger(n)
    ? whole.format(n)
    : digits === 1
    ? oneDigit.format(n)
    : new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(n);

/**
 * count(1, 'photo') is "1 photo", count(2000, 'photo') is "2,000 photos"; `plural` for irregular words.
 * @param {number} n
 * @param {string} noun
 * @param {string} [plural]
 */
export const count = (n, noun, plural) =>
  `${whole.format(n)} ${n === 1 ? noun : plural ?? pluralOf(noun)}`;

/** @param {string} noun */
const pluralOf = (noun) =>
  /[^aeiou]y$/.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : /(s|x|ch|sh)$/.test(noun)
    ? `${noun}es`
    : `${noun}s`;

const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];

/**
 * "812 bytes", "1.5 kB", "23 MB"; empty for anything that is not a number.
 * @param {number | null | undefined} n
 */
export function bytes(n) {
  if (!Number.isFinite(n)) return '';
  let step = 0;
  while (n >= 1000 && step < units.length - 1) {
    n /= 1000;
    step += 1;
  }
  if (step === 0) return count(n, 'byte');
  return `${n < 10 ? oneDigit.format(n) : whole.format(n)} ${units[step]}`;
}

/**
 * "45 s", "3 min 20 s", "2 h 5 min", "3 days".
 * @param {number | null | undefined} seconds
 */
export function duration(seconds) {
  if (!Number.isFinite(seconds)) return '';
  if (seconds < 1) return 'less than a second';
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return join(Math.floor(s / 60), 'min', s % 60, 's');
  if (s < 86_400) return join(Math.floor(s / 3600), 'h', Math.floor(s % 3600 / 60), 'min');
  return count(Math.floor(s / 86_400), 'day');
}

/**
 * @param {number} a
 * @param {string} unitA
 * @param {number} b
 * @param {string} unitB
 */
const join = (a, unitA, b, unitB) => b ? `${a} ${unitA} ${b} ${unitB}` : `${a} ${unitA}`;

/**
 * 0.183 is "18 %".
 * @param {number} x
 */
export const percent = (x, digits = 0) => `${(x * 100).toFixed(digits)} %`;

/**
 * "850 m", "1.5 km".
 * @param {number} metres
 */
export function distance(metres) {
  if (metres < 1000) return `${whole.format(metres)} m`;
  const kilometres = metres / 1000;
  return `${kilometres < 100 ? oneDigit.format(kilometres) : whole.format(kilometres)} km`;
}

// A camera's wall clock is not an instant: it is read and written as if it were UTC, so that the browser's
// time zone cannot change it.
/** @param {Intl.DateTimeFormatOptions} options */
const wallFormat = (options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
const dayFormat = wallFormat({ day: 'numeric', month: 'long', year: 'numeric' });
const weekdayFormat = wallFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const monthFormat = wallFormat({ month: 'long', year: 'numeric' });
const minuteFormat = wallFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const secondFormat = wallFormat({
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** @param {number | string} value */
function wallDate(value) {
  if (typeof value === 'number') return new Date(value);
  return new Date(
    /(Z|[+-]\d\d:?\d\d)$/.test(value.slice(10))
      ? `${value.slice(0, 19)}Z`
      : value.length > 10
      ? `${value}Z`
      : `${value}T00:00:00Z`,
  );
}

/**
 * "12 June 2014, 15:30" from the wall clock, as milliseconds or "2014-06-12T15:30:12".
 * @param {number | string | null | undefined} value
 */
export function wall(value, { seconds = false } = {}) {
  if (value === null || value === undefined) return '';
  const date = wallDate(value);
  if (Number.isNaN(date.getTime())) return '';
  return `${dayFormat.format(date)}, ${(seconds ? secondFormat : minuteFormat).format(date)}`;
}

/**
 * "12 June 2014"; with `weekday`, "Thursday 12 June 2014".
 * @param {string | null | undefined} text
 */
export function day(text, { weekday = false } = {}) {
  if (!text) return '';
  return (weekday ? weekdayFormat : dayFormat).format(wallDate(text.slice(0, 10)));
}

/**
 * "June 2014" from "2014-06".
 * @param {string | null | undefined} text
 */
export const month = (text) => text ? monthFormat.format(wallDate(`${text.slice(0, 7)}-01`)) : '';

const momentFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * An instant (a sign-in, a job) in the user's time zone.
 * @param {number | null | undefined} milliseconds
 */
export const moment = (milliseconds) =>
  milliseconds ? momentFormat.format(new Date(milliseconds)).replace(' at ', ', ') : '';

/**
 * "just now", "5 minutes ago", "3 days ago", then the date.
 * @param {number | null | undefined} milliseconds
 */
export function ago(milliseconds) {
  if (!milliseconds) return 'never';
  const seconds = (Date.now() - milliseconds) / 1000;
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${count(Math.floor(seconds / 60), 'minute')} ago`;
  if (seconds < 86_400) return `${count(Math.floor(seconds / 3600), 'hour')} ago`;
  if (seconds < 14 * 86_400) return `${count(Math.floor(seconds / 86_400), 'day')} ago`;
  return momentFormat.format(new Date(milliseconds)).replace(/( at |, )\d\d:\d\d$/, '');
}
