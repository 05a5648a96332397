// Days as strings such as '2014-06-12', without time zones.

const dayLength = 86_400_000;

/** @param {string} text */
const instant = (text) => Date.parse(`${text}T00:00:00Z`);
/** @param {number} milliseconds */
const textOf = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);

/**
 * The day that is `count` days later.
 * @param {string} text
 * @param {number} count
 */
export const daysLater = (text, count) => textOf(instant(text) + count * dayLength);

/**
 * Days from one to another; 0 for the same.
 * @param {string} from
 * @param {string} to
 */
export const daysBetween = (from, to) => Math.round((instant(to) - instant(from)) / dayLength);

/**
 * 0 for Monday to 6 for Sunday.
 * @param {string} text
 */
export const weekdayOf = (text) => (new Date(instant(text)).getUTCDay() + 6) % 7;

/**
 * The runs of days without photos between days that have some: [{from, to, length}].
 * @param {{ day: string }[]} days
 */
export function gaps(days) {
  const result = [];
  for (let index = 1; index < days.length; index += 1) {
    const length = daysBetween(days[index - 1].day, days[index].day) - 1;
    if (length < 1) continue;
    const from = daysLater(days[index - 1].day, 1);
    result.push({ from, to: daysLater(from, length - 1), length });
  }
  return result;
}

/**
 * The day itself if it is within the range, otherwise the nearer end.
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
export const clampDay = (text, from, to) => (text < from ? from : text > to ? to : text);
