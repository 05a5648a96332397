// Justified rows: where each photo of a result stands, from one byte of aspect for each.
// Pure maths over typed arrays, so that a million photos take tens of milliseconds and no objects.

/** Width / height for each aspect byte of the layout endpoint: 2^((b-128)/42). */
export const ASPECTS = Float64Array.from({ length: 256 }, (_, byte) => 2 ** ((byte - 128) / 42));

// A row may grow this much above the wished height before one more photo is squeezed in.
const TALLEST = 1.45;
// The last row of a day is stretched to the full width when it is nearly full anyway.
const NEARLY_FULL = 0.85;

/**
 * @param aspects Uint8Array, one byte a photo, in the order of the result
 * @param sections [[day|null, count], …] covering all photos
 * @param measures {width, rowHeight, gap, heading, sectionGap} in CSS pixels
 */
export function layOut(aspects, sections, measures) {
  const { width, rowHeight, gap, heading, sectionGap } = measures;
  const photoCount = aspects.length;
  const capacity = photoCount + 1;
  const rowStart = new Uint32Array(capacity);
  const rowTop = new Float64Array(capacity);
  const rowSize = new Uint16Array(capacity);
  const sectionCount = sections.length;
  const sectionRow = new Uint32Array(sectionCount + 1);
  const sectionStart = new Uint32Array(sectionCount + 1);
  const sectionTop = new Float64Array(sectionCount + 1);

  let rows = 0;
  let top = 0;
  let photo = 0;
  for (let section = 0; section < sectionCount; section += 1) {
    sectionRow[section] = rows;
    sectionStart[section] = photo;
    sectionTop[section] = top;
    top += heading;
    const end = Math.min(photoCount, photo + sections[section][1]);
    while (photo < end) {
      let sum = 0;
      let next = photo;
      let full = false;
      while (next < end && !full) {
        sum += ASPECTS[aspects[next]];
        next += 1;
        full = sum * rowHeight + gap * (next - photo - 1) >= width;
      }
      let height;
      if (full) {
        height = (width - gap * (next - photo - 1)) / sum;
        if (next - photo > 1) {
          const shorter = sum - ASPECTS[aspects[next - 1]];
          const taller = (width - gap * (next - photo - 2)) / shorter;
          if (taller / rowHeight < Math.min(TALLEST, rowHeight / height)) {
            next -= 1;
            height = taller;
          }
        }
      } else {
        const gaps = gap * (next - photo - 1);
        const isNearlyFull = sum * rowHeight + gaps > width * NEARLY_FULL;
        height = isNearlyFull ? (width - gaps) / sum : rowHeight;
      }
      rowStart[rows] = photo;
      rowTop[rows] = top;
      rowSize[rows] = Math.max(24, Math.round(height));
      top += rowSize[rows] + gap;
      rows += 1;
      photo = next;
    }
    top += sectionGap;
  }
  rowStart[rows] = photo;
  sectionRow[sectionCount] = rows;
  sectionStart[sectionCount] = photo;
  sectionTop[sectionCount] = top;
  return new Rows(aspects, sections, measures, {
    rows, height: top, rowStart, rowTop, rowSize, sectionRow, sectionStart, sectionTop,
  });
}

class Rows {
  constructor(aspects, sections, measures, arrays) {
    this.aspects = aspects;
    this.sections = sections;
    this.measures = measures;
    Object.assign(this, arrays);
    this.count = aspects.length;
  }

  /** The row at height `y`, clamped to the first and last one. */
  rowAt(y) {
    return lastAtMost(this.rowTop, this.rows, y);
  }

  rowOf(photo) {
    return lastAtMost(this.rowStart, this.rows, photo);
  }

  sectionOf(photo) {
    return lastAtMost(this.sectionStart, this.sections.length, photo);
  }

  sectionAt(y) {
    return lastAtMost(this.sectionTop, this.sections.length, y);
  }

  /** Calls `place(photo, left, width)` for each photo of a row; edges are whole pixels and meet. */
  eachInRow(row, place) {
    const { width, gap } = this.measures;
    const first = this.rowStart[row];
    const end = this.rowStart[row + 1];
    const height = this.rowSize[row];
    let sum = 0;
    for (let photo = first; photo < end; photo += 1) sum += ASPECTS[this.aspects[photo]];
    const gaps = gap * (end - first - 1);
    const natural = sum * height;
    // A full row was rounded to whole pixels: take the difference back, so that its end is flush.
    const isFull = Math.abs(natural + gaps - width) < sum + 1 || natural + gaps > width;
    const stretch = isFull ? (width - gaps) / natural : 1;
    let left = 0;
    for (let photo = first; photo < end; photo += 1) {
      const right = left + ASPECTS[this.aspects[photo]] * height * stretch;
      place(photo, Math.round(left), Math.max(8, Math.round(right) - Math.round(left)));
      left = right + gap;
    }
  }

  /** The photo of `row` whose middle is nearest to `x`. */
  nearestInRow(row, x) {
    let best = this.rowStart[row];
    let distance = Infinity;
    this.eachInRow(row, (photo, left, width) => {
      const away = Math.abs(left + width / 2 - x);
      if (away < distance) {
        distance = away;
        best = photo;
      }
    });
    return best;
  }

  middleOf(photo) {
    let middle = 0;
    this.eachInRow(this.rowOf(photo), (other, left, width) => {
      if (other === photo) middle = left + width / 2;
    });
    return middle;
  }
}

/** Index of the last of the first `length` ascending values that is at most `value`; 0 if none is. */
export function lastAtMost(values, length, value) {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
