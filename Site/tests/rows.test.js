import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { ASPECTS, lastAtMost, layOut } from '../assets/explore/grid/rows.js';
import { readLayout, sectionsOf } from '../assets/explore/grid/layout-data.js';
import { fitting, marksOf } from '../assets/explore/grid/scrubber-marks.js';
import { ScrollSpace } from '../assets/shared/scroll-space.js';

const measures = {
  width: 1000,
  rowHeight: 200,
  gap: 4,
  heading: 48,
  sectionGap: 24,
  dayGap: 32,
  leastDay: 160,
};

/** The aspect ratio as a byte: 128 is a square, 153 about 3 to 2. */
const landscape = 153;

/** @type {(sections: Section[]) => import('../assets/explore/grid/rows.js').Rows} */
function rowsOf(sections) {
  const total = sections.reduce((sum, [, count]) => sum + count, 0);
  return layOut(new Uint8Array(total).fill(landscape), sections, measures);
}

/** Every photo with its row, left edge and width. */
function placesIn(/** @type {import('../assets/explore/grid/rows.js').Rows} */ rows) {
  /** @type {{ photo: number, row: number, left: number, width: number }[]} */
  const places = [];
  for (let row = 0; row < rows.rows; row += 1) {
    rows.eachInRow(row, (photo, left, width) => {
      places.push({ photo, row, left, width });
    });
  }
  return places;
}

test('a byte of aspect means width over height', () => {
  equal(ASPECTS[128], 1);
  ok(Math.abs(ASPECTS[landscape] - 1.5) < 0.02);
});

test('every photo has one place, in the order of the result', () => {
  const rows = rowsOf([['2014-06-12', 37], ['2014-06-13', 2], ['2014-06-14', 1], [null, 15]]);
  deepEqual(
    placesIn(rows).map(({ photo }) => photo),
    Array.from({ length: 55 }, (_, photo) => photo),
  );
});

test('no photo leaves its row or overlaps its neighbour', () => {
  const places = placesIn(rowsOf([['2014-06-12', 100], ['2014-06-13', 3]]));
  for (const [index, { row, left, width }] of places.entries()) {
    ok(left >= 0 && left + width <= measures.width + 1, `photo ${index} ends at ${left + width}`);
    const next = places[index + 1];
    if (next?.row === row) ok(next.left >= left + width, `photo ${index} lies over the next`);
  }
});

test('a full row fills the width', () => {
  const rows = rowsOf([['2014-06-12', 100]]);
  const first = placesIn(rows).filter(({ row }) => row === 0);
  const { left, width } = first[first.length - 1];
  ok(Math.abs(left + width - measures.width) <= 1);
});

test('the last row of a day is stretched only if it is nearly full', () => {
  // Three landscape photos 200 pixels high are 900 wide, two are 600.
  const endOf = (/** @type {number} */ count) => {
    const places = placesIn(rowsOf([['2014-06-12', count]]));
    const { left, width } = places[places.length - 1];
    return left + width;
  };
  ok(Math.abs(endOf(3) - measures.width) <= 1, `three end at ${endOf(3)}`);
  ok(endOf(1) < measures.width / 2, `one ends at ${endOf(1)}`);
});

test('a day in a shared row is as wide as its photos', () => {
  const rows = rowsOf([['2014-06-12', 2], ['2014-06-13', 1]]);
  const [first, second, third] = placesIn(rows);
  ok(second.left + second.width <= rows.sectionLeft[0] + rows.sectionWidth[0] + 1);
  ok(third.left >= rows.sectionLeft[1]);
  ok(first.width >= 200);
});

test('days with few photos share a row', () => {
  const rows = rowsOf([['2014-06-12', 1], ['2014-06-13', 1]]);
  equal(rows.rows, 1);
  equal(rows.sectionTop[0], rows.sectionTop[1]);
  ok(rows.sectionLeft[1] > rows.sectionLeft[0]);
});

test('a photo is found by its row and a row by its height', () => {
  const rows = rowsOf([['2014-06-12', 100], ['2014-06-13', 50]]);
  for (const { photo, row } of placesIn(rows)) {
    equal(rows.rowOf(photo), row);
    equal(rows.rowAt(rows.rowTop[row]), row);
  }
  equal(rows.sectionOf(99), 0);
  equal(rows.sectionOf(100), 1);
});

test('the photo below is the one nearest to the middle', () => {
  const rows = rowsOf([['2014-06-12', 100]]);
  const below = rows.nearestInRow(1, rows.middleOf(0));
  equal(below, rows.rowStart[1]);
});

test('an empty result has no rows', () => {
  const rows = rowsOf([]);
  equal(rows.rows, 0);
  equal(rows.height, 0);
});

test('the last value up to a limit is found by bisection', () => {
  const values = [0, 10, 10, 30];
  equal(lastAtMost(values, 4, 0), 0);
  equal(lastAtMost(values, 4, 29), 2);
  equal(lastAtMost(values, 4, 1000), 3);
});

/** @type {(header: object, aspects: number[], magic?: string) => ArrayBuffer} */
function layoutBytes(header, aspects, magic = 'MGL1') {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + aspects.length);
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(4, text.length, true);
  bytes.set(text, 8);
  bytes.set(aspects, 8 + text.length);
  return bytes.buffer;
}

test('a layout is read from its header and bytes', () => {
  const layout = readLayout(layoutBytes({ count: 2, sections: [['2014-06-12', 2]] }, [128, 153]));
  deepEqual([...layout.aspects], [128, 153]);
  deepEqual(sectionsOf(layout, 'newest'), [['2014-06-12', 2]]);
  deepEqual(sectionsOf(layout, 'nearest'), [['nearest', 2]]);
});

test('a layout in another format is refused', () => {
  let message = '';
  try {
    readLayout(layoutBytes({ count: 0, sections: [] }, [], 'MGL2'));
  } catch (error) {
    message = String(error);
  }
  ok(message.includes('not recognised'));
});

test('years and months have marks along the scrubber, undated photos do not', () => {
  const marks = marksOf(
    rowsOf([['2014-06-12', 100], ['2014-07-01', 100], ['2015-01-01', 100], [null, 50]]),
  );
  deepEqual(marks.map(({ key, isYear }) => [key, isYear]), [['2014', true], ['2014-07', false], [
    '2015',
    true,
  ]]);
  ok(
    marks.every(({ at }, index) => at >= 0 && at < 1 && (index === 0 || at > marks[index - 1].at)),
  );
});

test('marks that would touch are left out, months before years', () => {
  const marks = Array.from(
    { length: 48 },
    (_, n) => ({ key: String(n), at: n / 48, isYear: n % 12 === 0 }),
  );
  const { years, months } = fitting(marks, 100);
  equal(years.length, 4);
  ok(months.length < 44);
  equal(fitting(marks, 10_000).months.length, 44);
  // Two years need at least 22 pixels between them.
  equal(
    fitting([0, 0.1, 0.3].map((at) => ({ key: String(at), at, isYear: true })), 100).years.length,
    2,
  );
});

test('a grid that fits is scrolled without scaling', () => {
  const space = new ScrollSpace(5000, 800);
  equal(space.isScaled, false);
  equal(space.toNative(1234), 1234);
  equal(space.clamp(-5), 0);
  equal(space.clamp(9999), 4200);
});

test('a grid of a million photos is scrolled with scaling, and its ends are reached', () => {
  const space = new ScrollSpace(60_000_000, 800);
  equal(space.isScaled, true);
  equal(space.toNative(0), 0);
  equal(space.toNative(space.end), space.nativeEnd);
  for (const position of [0, 1, 150_000, 30_000_000, space.end - 1, space.end]) {
    ok(Math.abs(space.fromNative(space.toNative(position)) - position) < 1e-3, `at ${position}`);
  }
});
