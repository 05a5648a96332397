// Date clauses as the panel reads and writes them. Pure.

/**
 * "2014-06..2014-07" → {from: '2014-06-01', to: '2014-07-31'}; open ends are null.
 * @param {string} text
 */
export function readDates(text) {
  const range = /^\s*(\S*?)\s*\.\.\s*(\S*?)\s*$/.exec(text);
  const [from, to] = range ? [range[1], range[2]] : [text.trim(), text.trim()];
  return { from: from ? firstDay(from) : null, to: to ? lastDay(to) : null };
}

/** @param {string} date */
function firstDay(date) {
  const [year, month = '01', day = '01'] = date.split('T')[0].split('-');
  return `${year}-${month}-${day}`;
}

/** @param {string} date */
function lastDay(date) {
  const [year, month = '12', day] = date.split('T')[0].split('-');
  return `${year}-${month}-${day ?? String(daysIn(Number(year), Number(month)))}`;
}

/**
 * @param {number} year
 * @param {number} month
 */
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The shortest clause for whole days.
 * @param {DateRange} dateRange
 */
export function writeDates({ from, to }) {
  if (!from && !to) return '';
  if (from && to && from > to) return writeDates({ from: to, to: from });
  if (from === to) return from;
  return `${from ?? ''}..${to ?? ''}`;
}

/**
 * A clause for whole months.
 * @param {string} from
 * @param {string} to
 */
export function writeMonths(from, to) {
  if (from === to) return from;
  if (from.endsWith('-01') && to.endsWith('-12')) {
    const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
    return first === last ? first : `${first}..${last}`;
  }
  return `${from}..${to}`;
}

/** @param {string} month */
export const monthIndex = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** @param {number} index */
export const monthOf = (index) =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String(index % 12 + 1).padStart(2, '0')}`;

/**
 * [{month, count}] with gaps → {first: month index, counts: one for each month from first to last}.
 * @param {{ month: string, count: number }[]} histogram
 */
export function fillMonths(histogram) {
  if (!histogram.length) return { first: 0, counts: [] };
  const indices = histogram.map(({ month }) => monthIndex(month));
  const first = Math.min(...indices);
  const counts = new Array(Math.max(...indices) - first + 1).fill(0);
  histogram.forEach(({ count }, place) => {
    counts[indices[place] - first] += count;
  });
  return { first, counts };
}
