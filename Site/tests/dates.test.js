import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import * as range from '../assets/explore/filters/date-range.js';
import * as days from '../assets/analysis/charts/calendar-days.js';

test('parts of dates are read as whole days', () => {
  deepEqual(range.readDates('2014-06..2014-07'), { from: '2014-06-01', to: '2014-07-31' });
  deepEqual(range.readDates('2016-02'), { from: '2016-02-01', to: '2016-02-29' });
  deepEqual(range.readDates('2014'), { from: '2014-01-01', to: '2014-12-31' });
  deepEqual(range.readDates('..2014-06-12'), { from: null, to: '2014-06-12' });
});

test('days are written as short as possible, and in order', () => {
  equal(range.writeDates({ from: '2014-06-12', to: '2014-06-12' }), '2014-06-12');
  equal(range.writeDates({ from: '2014-06-12', to: null }), '2014-06-12..');
  equal(range.writeDates({ from: '2015-01-01', to: '2014-01-01' }), '2014-01-01..2015-01-01');
  equal(range.writeDates({ from: null, to: null }), '');
});

test('whole years are written as years', () => {
  equal(range.writeMonths('2014-01', '2014-12'), '2014');
  equal(range.writeMonths('2014-01', '2016-12'), '2014..2016');
  equal(range.writeMonths('2014-03', '2014-03'), '2014-03');
  equal(range.writeMonths('2014-03', '2015-12'), '2014-03..2015-12');
});

test('months become numbers and back', () => {
  for (const month of ['0001-01', '1999-12', '2014-06']) {
    equal(range.monthOf(range.monthIndex(month)), month);
  }
});

test('months without photos count as zero', () => {
  const { first, counts } = range.fillMonths([{ month: '2014-11', count: 2 }, {
    month: '2015-02',
    count: 3,
  }]);
  equal(range.monthOf(first), '2014-11');
  deepEqual(counts, [2, 0, 0, 3]);
  deepEqual(range.fillMonths([]).counts, []);
});

test('days are counted across the end of a month and a leap day', () => {
  equal(days.daysLater('2016-02-28', 1), '2016-02-29');
  equal(days.daysLater('2015-12-31', 1), '2016-01-01');
  equal(days.daysBetween('2016-02-28', '2016-03-01'), 2);
});

test('a week begins with Monday', () => {
  equal(days.weekdayOf('2014-06-09'), 0);
  equal(days.weekdayOf('2014-06-15'), 6);
});

test('gaps lie between days with photos', () => {
  const rows = ['2014-06-01', '2014-06-02', '2014-06-05'].map((day) => ({
    label: day,
    count: 1,
    day,
  }));
  const [gap, ...others] = days.gaps(rows);
  deepEqual(others, []);
  deepEqual([gap.from, gap.length], ['2014-06-03', 2]);
});

test('a day outside a range becomes its nearer end', () => {
  equal(days.clampDay('2013-01-01', '2014-01-01', '2014-12-31'), '2014-01-01');
  equal(days.clampDay('2015-01-01', '2014-01-01', '2014-12-31'), '2014-12-31');
});
