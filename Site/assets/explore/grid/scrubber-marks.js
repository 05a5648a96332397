// The places of years and months along the scrubber. Pure: from days and heights to marks.

/**
 * @returns [{key: '2014' | '2014-06', at: 0…1, isYear}] in the order of the result
 * @param {import('./rows.js').Rows} rows
 */
export function marksOf(rows) {
  const marks = [];
  let month = null;
  let year = null;
  for (let section = 0; section < rows.sections.length; section += 1) {
    const key = rows.sections[section][0] ?? '';
    // Photos without a date, and orders that are not by time.
    if (!/^\d{4}-/.test(key)) continue;
    const at = rows.sectionTop[section] / rows.height;
    if (key.slice(0, 4) !== year) {
      year = key.slice(0, 4);
      month = key.slice(0, 7);
      marks.push({ key: year, at, isYear: true });
    } else if (key.slice(0, 7) !== month) {
      month = key.slice(0, 7);
      marks.push({ key: month, at, isYear: false });
    }
  }
  return marks;
}

/**
 * The marks that fit on `height` pixels without touching; years come first.
 * @param {ScrubberMark[]} marks
 * @param {number} height
 */
export function fitting(marks, height, yearSpace = 22, monthSpace = 7) {
  const years = thin(marks.filter((mark) => mark.isYear), yearSpace / height);
  const months = thin(
    marks.filter((mark) => !mark.isYear),
    monthSpace / height,
    years,
    yearSpace * 0.7 / height,
  );
  return { years, months };
}

/**
 * @param {ScrubberMark[]} marks
 * @param {number} space
 * @param {ScrubberMark[]} taken
 */
function thin(marks, space, taken = [], away = space) {
  const kept = [];
  let last = -Infinity;
  for (const mark of marks) {
    if (mark.at - last < space) continue;
    if (taken.some((other) => Math.abs(other.at - mark.at) < away)) continue;
    kept.push(mark);
    last = mark.at;
  }
  return kept;
}
