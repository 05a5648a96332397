// Justified rows: the place of each photo of a result, from one byte for its aspect ratio.
// Pure maths on typed arrays, so that a million photos take tens of milliseconds and no objects.
//
// Photos are grouped in sections (days). A day with many photos has rows of its own; neighbouring days
// with few share one row, each below its own heading, or most of the window would be empty.

/** Width / height for each aspect byte of the layout endpoint: 2^((b-128)/42). */
export const ASPECTS = Float64Array.from({ length: 256 }, (_, byte) => 2 ** ((byte - 128) / 42));

// A row may grow this much above the target height before another photo is added.
const TALLEST = 1.45;
// The last row of a day is stretched to the full width if it is nearly full.
const NEARLY_FULL = 0.85;
// A row with several days grows at most this much to fill the width.
const BAND_GROWTH = 1.42;
const LEAST_HEIGHT = 24;
const LEAST_WIDTH = 8;

/**
 * @param {Uint8Array} aspects Uint8Array, one byte a photo, in the order of the result
 * @param {Section[]} sections [[day|null, count], …] covering all photos
 * @param {Measures} measures in CSS pixels: `dayGap` is
 *   between days in one row, `leastDay` the least width of a day there, so that its heading can be read
 */
export function layOut(aspects, sections, measures) {
  return new Layout(aspects, sections, measures).run();
}

class Layout {
  /**
   * @param {Uint8Array} aspects
   * @param {Section[]} sections
   * @param {Measures} measures
   */
  constructor(aspects, sections, measures) {
    this.aspects = aspects;
    this.sections = sections;
    this.measures = measures;
    const capacity = aspects.length + 1;
    this.rowStart = new Uint32Array(capacity);
    this.rowTop = new Float64Array(capacity);
    this.rowSize = new Uint16Array(capacity);
    this.sectionStart = new Uint32Array(sections.length + 1);
    this.sectionTop = new Float64Array(sections.length + 1);
    this.sectionLeft = new Uint16Array(sections.length);
    this.sectionWidth = new Uint16Array(sections.length);
    this.rows = 0;
    this.top = 0;
  }

  run() {
    const { sections, aspects, sectionStart, sectionTop } = this;
    let photo = 0;
    sections.forEach(([, count], section) => {
      sectionStart[section] = photo;
      photo = Math.min(aspects.length, photo + count);
    });
    sectionStart[sections.length] = photo;
    let section = 0;
    while (section < sections.length) {
      const end = this.bandEnd(section);
      if (end - section > 1) this.addBand(section, end);
      else this.addDay(section);
      section = end;
    }
    this.rowStart[this.rows] = photo;
    sectionTop[sections.length] = this.top;
    const { rows, rowStart, rowTop, rowSize, sectionLeft, sectionWidth } = this;
    return new Rows(aspects, sections, this.measures, {
      rows,
      height: this.top,
      rowStart,
      rowTop,
      rowSize,
      sectionStart,
      sectionTop,
      sectionLeft,
      sectionWidth,
    });
  }

  /** @param {number} section */
  sumOf(section) {
    let sum = 0;
    for (
      let photo = this.sectionStart[section];
      photo < this.sectionStart[section + 1];
      photo += 1
    ) sum += ASPECTS[this.aspects[photo]];
    return sum;
  }

  /**
   * How wide a day is in one row of this height.
   * @param {number} section
   * @param {number} sum
   * @param {number} height
   */
  dayWidth(section, sum, height) {
    const { gap, leastDay } = this.measures;
    const photos = this.sectionStart[section + 1] - this.sectionStart[section];
    return Math.max(leastDay, sum * height + gap * (photos - 1));
  }

  /**
   * The first section that no longer fits in one row with those from `first` on.
   * @param {number} first
   */
  bandEnd(first) {
    const { width, rowHeight, dayGap } = this.measures;
    let used = -dayGap;
    let section = first;
    for (; section < this.sections.length; section += 1) {
      // Adding up thousands of photos only to find that they do not fit would take too long.
      if (this.sections[section][1] * LEAST_WIDTH > width) break;
      used += dayGap + this.dayWidth(section, this.sumOf(section), rowHeight);
      if (used > width) break;
    }
    return Math.max(section, first + 1);
  }

  /**
   * @param {number} first
   * @param {number} end
   */
  addBand(first, end) {
    const { width, rowHeight, heading, dayGap, sectionGap } = this.measures;
    const sums = [];
    let total = -dayGap;
    for (let section = first; section < end; section += 1) {
      sums.push(this.sumOf(section));
      total += dayGap + this.dayWidth(section, sums[sums.length - 1], rowHeight);
    }
    const height = Math.floor(
      rowHeight * Math.min(BAND_GROWTH, growth(total, width, dayGap, end - first)),
    );
    let left = 0;
    for (let section = first; section < end; section += 1) {
      const wide = Math.round(this.dayWidth(section, sums[section - first], height));
      this.sectionTop[section] = this.top;
      this.sectionLeft[section] = left;
      this.sectionWidth[section] = Math.min(wide, width - left);
      left += wide + dayGap;
    }
    this.top += heading;
    this.addRow(this.sectionStart[first], height);
    this.top += sectionGap;
  }

  /** @param {number} section */
  addDay(section) {
    const { width, heading, sectionGap } = this.measures;
    this.sectionTop[section] = this.top;
    this.sectionWidth[section] = width;
    this.top += heading;
    const end = this.sectionStart[section + 1];
    let photo = this.sectionStart[section];
    while (photo < end) photo = this.fillRow(photo, end);
    this.top += sectionGap;
  }

  /**
   * One row of a day: as many photos as come nearest to the target height. Returns the next photo.
   * @param {number} photo
   * @param {number} end
   */
  fillRow(photo, end) {
    const { width, rowHeight, gap } = this.measures;
    const { aspects } = this;
    let sum = 0;
    let next = photo;
    let isFull = false;
    while (next < end && !isFull) {
      sum += ASPECTS[aspects[next]];
      next += 1;
      isFull = sum * rowHeight + gap * (next - photo - 1) >= width;
    }
    const gaps = gap * (next - photo - 1);
    let height = (width - gaps) / sum;
    if (!isFull) {
      if (sum * rowHeight + gaps <= width * NEARLY_FULL) height = rowHeight;
    } else if (next - photo > 1) {
      const taller = (width - gaps + gap) / (sum - ASPECTS[aspects[next - 1]]);
      if (taller / rowHeight < Math.min(TALLEST, rowHeight / height)) {
        next -= 1;
        height = taller;
      }
    }
    this.addRow(photo, Math.round(height));
    return next;
  }

  /**
   * @param {number} photo
   * @param {number} height
   */
  addRow(photo, height) {
    const { rows } = this;
    this.rowStart[rows] = photo;
    this.rowTop[rows] = this.top;
    this.rowSize[rows] = Math.max(LEAST_HEIGHT, height);
    this.top += this.rowSize[rows] + this.measures.gap;
    this.rows += 1;
  }
}

/**
 * How much a row of days grows to fill the width; gaps do not grow.
 * @param {number} total
 * @param {number} width
 * @param {number} dayGap
 * @param {number} days
 */
function growth(total, width, dayGap, days) {
  const fixed = dayGap * (days - 1);
  return Math.max(1, (width - fixed) / (total - fixed));
}

export class Rows {
  /**
   * @param {Uint8Array} aspects
   * @param {Section[]} sections
   * @param {Measures} measures
   * @param {RowArrays} arrays
   */
  constructor(aspects, sections, measures, arrays) {
    this.aspects = aspects;
    this.sections = sections;
    this.measures = measures;
    this.rows = arrays.rows;
    this.height = arrays.height;
    this.rowStart = arrays.rowStart;
    this.rowTop = arrays.rowTop;
    this.rowSize = arrays.rowSize;
    this.sectionStart = arrays.sectionStart;
    this.sectionTop = arrays.sectionTop;
    this.sectionLeft = arrays.sectionLeft;
    this.sectionWidth = arrays.sectionWidth;
    this.count = aspects.length;
  }

  /**
   * The row at height `y`, clamped to the first and last one.
   * @param {number} y
   */
  rowAt(y) {
    return lastAtMost(this.rowTop, this.rows, y);
  }

  /** @param {number} photo */
  rowOf(photo) {
    return lastAtMost(this.rowStart, this.rows, photo);
  }

  /** @param {number} photo */
  sectionOf(photo) {
    return lastAtMost(this.sectionStart, this.sections.length, photo);
  }

  /**
   * The section at height `y`; of several in one row the first.
   * @param {number} y
   */
  sectionAt(y) {
    let section = lastAtMost(this.sectionTop, this.sections.length, y);
    while (section > 0 && this.sectionTop[section - 1] === this.sectionTop[section]) section -= 1;
    return section;
  }

  /**
   * The first section whose top is below that of `section`.
   * @param {number} section
   */
  sectionBelow(section) {
    let below = section;
    while (
      below < this.sections.length - 1 && this.sectionTop[below] === this.sectionTop[section]
    ) below += 1;
    return below;
  }

  /**
   * Height of a section with its heading, without the gap below it.
   * @param {number} section
   */
  sectionHeight(section) {
    let next = section + 1;
    while (next < this.sections.length && this.sectionTop[next] === this.sectionTop[section]) {
      next += 1;
    }
    return this.sectionTop[next] - this.sectionTop[section] - this.measures.sectionGap;
  }

  /**
   * Calls `place(photo, left, width)` for each photo of a row; edges are whole pixels and meet.
   * @param {number} row
   * @param {PlaceTile} place
   */
  eachInRow(row, place) {
    const end = this.rowStart[row + 1];
    let photo = this.rowStart[row];
    while (photo < end) {
      const section = this.sectionOf(photo);
      const stop = Math.min(end, this.sectionStart[section + 1]);
      this.eachInPart(photo, stop, this.rowSize[row], section, place);
      photo = stop;
    }
  }

  /**
   * @param {number} first
   * @param {number} end
   * @param {number} height
   * @param {number} section
   * @param {PlaceTile} place
   */
  eachInPart(first, end, height, section, place) {
    const { gap } = this.measures;
    const width = this.sectionWidth[section];
    let sum = 0;
    for (let photo = first; photo < end; photo += 1) sum += ASPECTS[this.aspects[photo]];
    const gaps = gap * (end - first - 1);
    const natural = sum * height;
    // Corrects the rounding of a full row, so that it ends at the edge.
    const isFull = Math.abs(natural + gaps - width) < sum + 1 || natural + gaps > width;
    const stretch = isFull ? (width - gaps) / natural : 1;
    let left = this.sectionLeft[section];
    for (let photo = first; photo < end; photo += 1) {
      const right = left + ASPECTS[this.aspects[photo]] * height * stretch;
      place(photo, Math.round(left), Math.max(LEAST_WIDTH, Math.round(right) - Math.round(left)));
      left = right + gap;
    }
  }

  /**
   * The photo of `row` whose middle is nearest to `x`.
   * @param {number} row
   * @param {number} x
   */
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

  /** @param {number} photo */
  middleOf(photo) {
    let middle = 0;
    this.eachInRow(this.rowOf(photo), (other, left, width) => {
      if (other === photo) middle = left + width / 2;
    });
    return middle;
  }
}

/**
 * Index of the last of the first `length` ascending values that is at most `value`; 0 if none is.
 * @param {ArrayLike<number>} values
 * @param {number} length
 * @param {number} value
 */
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
