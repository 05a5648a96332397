import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import './support/browser.js';
import { clamp, fitFactor, turnedBox, turnedSize } from '../assets/shared/geometry.js';
import * as globe from '../assets/explore/map/geodesy.js';
import { View } from '../assets/viewer/picture/view.js';
import { huesOf } from '../assets/viewer/picture/hues.js';
import { pathOf, ticks } from '../assets/labels/train/chart/svg.js';

/** @type {(found: number, wanted: number, within: number) => void} */
const near = (found, wanted, within) =>
  ok(Math.abs(found - wanted) <= within, `${found} is not ${wanted}`);

test('a quarter turn swaps the sides', () => {
  deepEqual(turnedSize({ width: 3, height: 2 }, 90), { width: 2, height: 3 });
  deepEqual(turnedSize({ width: 3, height: 2 }, 180), { width: 3, height: 2 });
});

test('four quarter turns bring a box back', () => {
  /** @type {Box} */
  const box = [0.1, 0.2, 0.3, 0.4];
  let turned = box;
  for (let n = 0; n < 4; n += 1) turned = /** @type {Box} */ (turnedBox(turned, 90));
  turned.forEach((edge, place) => near(edge, box[place], 1e-12));
});

test('a rotated box stays on the same part of the picture', () => {
  // At the upper left of the upright photo: after a turn to the right it is at the upper right.
  const [left, top, width, height] = turnedBox([0, 0, 0.25, 0.5], 90);
  deepEqual([left, top, width, height], [0.5, 0, 0.5, 0.25]);
  deepEqual(turnedBox([0, 0, 0.25, 0.5], -270), [0.5, 0, 0.5, 0.25]);
});

test('a picture fits into its frame, and a tiny one grows only to a limit', () => {
  equal(fitFactor({ width: 4000, height: 2000 }, { width: 1000, height: 1000 }), 0.25);
  equal(fitFactor({ width: 10, height: 10 }, { width: 1000, height: 1000 }), 3);
  equal(fitFactor({ width: 0, height: 0 }, { width: 1000, height: 1000 }), 1);
  equal(clamp(5, 0, 3), 3);
});

test('the point under the pointer stays there while zooming', () => {
  const view = new View(() => {});
  view.setRoom({ width: 1000, height: 500 });
  view.setSize({ width: 4000, height: 2000 });
  view.zoomAt(2, { x: 100, y: 50 });
  // The point of the picture, in fractions of what is shown at the first zoom.
  near((100 - view.x) / 2, 100, 1e-9);
  near((50 - view.y) / 2, 50, 1e-9);
});

test('a picture cannot be moved out of its frame', () => {
  const view = new View(() => {});
  view.setRoom({ width: 1000, height: 500 });
  view.setSize({ width: 4000, height: 2000 });
  view.panBy(300, 300);
  deepEqual([view.x, view.y, view.isFitted], [0, 0, true]);
  view.zoomAt(2);
  view.panBy(10_000, 0);
  equal(view.x, 500);
});

test('a degree of latitude is about 111 kilometres', () => {
  near(
    globe.distanceBetween({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 }),
    111_195,
    1,
  );
});

test('a destination is as far away as asked', () => {
  const start = { latitude: 48.2, longitude: 16.4 };
  for (const bearing of [0, 77, 180, 270]) {
    const end = globe.destination(start, bearing, 50_000);
    near(globe.distanceBetween(start, end), 50_000, 0.01);
    near((globe.bearingTo(start, end) + 360) % 360, bearing, 0.01);
  }
});

test('longitudes continue across the antimeridian, and are shown from -180 to 180', () => {
  equal(globe.nearLongitude(-179, 179), 181);
  equal(globe.nearLongitude(10, -350), -350);
  equal(globe.wrapLongitude(181), -179);
  equal(globe.wrapLongitude(-540), -180);
});

test('all points of a rim are equally far from the centre', () => {
  const centre = { latitude: 60, longitude: 179.5 };
  for (const point of globe.circleRim(centre, 100_000)) {
    near(globe.distanceBetween(centre, point), 100_000, 1);
  }
});

test('classes of one photo have different colours, the same in every order', () => {
  const hues = huesOf(['dog', 'cat', 'car', 'dog']);
  equal(new Set(hues.values()).size, 3);
  deepEqual(huesOf(['car', 'dog', 'cat']), hues);
});

test('ticks of an axis are round numbers within it', () => {
  deepEqual(ticks(0, 1, 5), [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]);
  deepEqual(ticks(1, 9, 4, true), [2, 4, 6, 8]);
  deepEqual(ticks(3, 3, 4), [3]);
});

test('a line leaves out points that coincide with the previous one, but not its end', () => {
  equal(pathOf([[0, 0], [0.1, 0], [10, 5]]), 'M0.0 0.0L10.0 5.0');
  equal(pathOf([[0, 0], [0.1, 0]]), 'M0.0 0.0L0.1 0.0');
});
