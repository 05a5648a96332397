import { test } from 'node:test';
import { equal, match } from 'node:assert/strict';
import * as format from '../assets/core/format.js';

test('whole numbers have separators and no decimals', () => {
  equal(format.number(1234567), '1,234,567');
  equal(format.number(0), '0');
});

test('other numbers have one decimal, or as many as requested', () => {
  equal(format.number(1.25), '1.3');
  equal(format.number(0.1234, 3), '0.123');
});

test('a count has its noun in the right number', () => {
  equal(format.count(1, 'photo'), '1 photo');
  equal(format.count(2000, 'photo'), '2,000 photos');
  equal(format.count(2, 'city'), '2 cities');
  equal(format.count(2, 'box'), '2 boxes');
  equal(format.count(0, 'no', 'no'), '0 no');
});

test('bytes have units in steps of a thousand', () => {
  equal(format.bytes(1), '1 byte');
  equal(format.bytes(999), '999 bytes');
  equal(format.bytes(1000), '1 kB');
  equal(format.bytes(1500), '1.5 kB');
  equal(format.bytes(23_456_789), '23 MB');
  equal(format.bytes(3e15), '3 PB');
});

test('an unknown number of bytes is an empty text', () => {
  for (const unknown of [null, undefined, NaN]) equal(format.bytes(unknown), '');
});

test('a duration has its two largest units', () => {
  equal(format.duration(0.4), 'less than a second');
  equal(format.duration(45), '45 s');
  equal(format.duration(200), '3 min 20 s');
  equal(format.duration(3600), '1 h');
  equal(format.duration(2 * 3600 + 300), '2 h 5 min');
  equal(format.duration(3 * 86_400), '3 days');
  equal(format.duration(null), '');
});

test('a share is shown in per cent', () => {
  equal(format.percent(0.183), '18 %');
  equal(format.percent(0.1834, 1), '18.3 %');
});

test('distances change to kilometres from 1,000 metres', () => {
  equal(format.distance(999), '999 m');
  equal(format.distance(1500), '1.5 km');
  equal(format.distance(1_234_000), '1,234 km');
});

test('the wall clock is shown as it is, in any time zone', () => {
  equal(format.wall('2014-06-12T15:30:12'), '12 June 2014, 15:30');
  equal(format.wall('2014-06-12T15:30:12+09:00'), '12 June 2014, 15:30');
  equal(format.wall('2014-06-12T15:30:12', { seconds: true }), '12 June 2014, 15:30:12');
  equal(format.wall('2014-06-12'), '12 June 2014, 00:00');
});

test('an invalid time is an empty text', () => {
  equal(format.wall(null), '');
  equal(format.wall('never'), '');
});

test('days and months are written out', () => {
  equal(format.day('2014-06-12T15:30:12'), '12 June 2014');
  // Whether a comma follows the weekday depends on the browser's own words.
  match(format.day('2014-06-12', { weekday: true }), /^Thursday,? 12 June 2014$/);
  equal(format.month('2014-06'), 'June 2014');
  equal(format.day(null), '');
});

test('recent times are relative to now', () => {
  const before = (/** @type {number} */ seconds) => format.ago(Date.now() - 1000 * seconds);
  equal(format.ago(null), 'never');
  equal(before(10), 'just now');
  equal(before(5 * 60 + 1), '5 minutes ago');
  equal(before(3600 + 1), '1 hour ago');
  equal(before(3 * 86_400 + 1), '3 days ago');
});
