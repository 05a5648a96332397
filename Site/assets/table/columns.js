// The columns of the table: title, width in pixels, what a cell shows, and the server's name for
// sorting by it (`sort`; false where the server cannot).

import { el, icon } from '../core/dom.js';
import { bytes, number, percent } from '../core/format.js';
import {
  cameraName,
  formatName,
  lightName,
  positionSource,
  timeSource,
  utcOffset,
} from '../shared/photo-text.js';

/** @param {number | null} value */
const degrees = (value) => Number.isFinite(value) ? value.toFixed(5).replace('-', '−') : '';

/** @type {TableColumn[]} */
const all = [
  {
    key: 'taken',
    title: 'Taken',
    width: 184,
    cell: (photo) => photo.taken?.replace('T', ' ').slice(0, 19) ?? '',
  },
  {
    key: 'utc_offset_minutes',
    title: 'Time zone',
    width: 112,
    sort: false,
    cell: (photo) =>
      Number.isFinite(photo.utc_offset_minutes) ? utcOffset(photo.utc_offset_minutes) : '',
  },
  {
    key: 'time_source',
    title: 'Time source',
    width: 190,
    sort: false,
    cell: (photo) => timeSource(photo.time_source),
  },
  { key: 'city', title: 'City', width: 150, cell: (photo) => photo.city ?? '' },
  { key: 'region', title: 'Region', width: 180, cell: (photo) => photo.region ?? '' },
  {
    key: 'country',
    title: 'Country',
    width: 140,
    cell: (photo) => photo.country_name ?? photo.country ?? '',
  },
  { key: 'objects', title: 'Objects', width: 250, cell: (photo) => objects(photo.objects) },
  {
    key: 'persons',
    title: 'Persons',
    width: 102,
    isNumber: true,
    cell: (photo) => photo.persons ? number(photo.persons) : '',
  },
  { key: 'scene', title: 'Scene', width: 170, cell: (photo) => photo.scene ?? '' },
  {
    key: 'scene_probability',
    title: 'Scene probability',
    width: 148,
    isNumber: true,
    cell: (photo) =>
      Number.isFinite(photo.scene_probability) ? percent(photo.scene_probability) : '',
  },
  {
    key: 'light',
    title: 'Light',
    width: 190,
    cell: (photo) => (photo.light ?? []).map(lightName).join(', '),
  },
  {
    key: 'favourite',
    title: 'Favourite',
    width: 116,
    cell: (photo) => photo.favourite ? icon('heart-filled', 'Favourite') : '',
  },
  { key: 'rating', title: 'Rating', width: 112, cell: (photo) => stars(photo.rating) },
  { key: 'camera', title: 'Camera', width: 210, cell: (photo) => cameraName(photo.camera) },
  {
    key: 'latitude',
    title: 'Latitude',
    width: 112,
    isNumber: true,
    cell: (photo) => degrees(photo.latitude),
  },
  {
    key: 'longitude',
    title: 'Longitude',
    width: 122,
    isNumber: true,
    cell: (photo) => degrees(photo.longitude),
  },
  {
    key: 'altitude',
    title: 'Altitude',
    width: 108,
    isNumber: true,
    cell: (photo) =>
      Number.isFinite(photo.altitude) ? `${number(Math.round(photo.altitude))} m` : '',
  },
  {
    key: 'position_source',
    title: 'Position source',
    width: 190,
    sort: false,
    cell: (photo) => photo.position_source ? positionSource(photo.position_source) : '',
  },
  { key: 'width', title: 'Width', width: 94, isNumber: true, cell: (photo) => number(photo.width) },
  {
    key: 'height',
    title: 'Height',
    width: 94,
    isNumber: true,
    cell: (photo) => number(photo.height),
  },
  { key: 'format', title: 'Format', width: 112, cell: (photo) => formatName(photo.format) },
  {
    key: 'bytes',
    title: 'File size',
    width: 112,
    isNumber: true,
    cell: (photo) => bytes(photo.bytes),
  },
  { key: 'path', title: 'Path', width: 320, cell: (photo) => photo.path ?? '' },
  { key: 'warning', title: 'Warning', width: 116, cell: (photo) => warning(photo) },
  { key: 'sha256', title: 'SHA-256', width: 150, sort: false, cell: (photo) => photo.sha256 },
];

export const COLUMNS = all.map((column) => ({ ...column, sort: column.sort ?? column.key }));

const PHONE = ['taken', 'city', 'objects', 'rating'];
const RARE = new Set(['utc_offset_minutes', 'time_source', 'position_source', 'sha256']);

/**
 * The keys of the default columns.
 * @param {boolean} isPhone
 */
export const defaultColumns = (isPhone) =>
  isPhone ? PHONE : COLUMNS.filter(({ key }) => !RARE.has(key)).map(({ key }) => key);

/** @param {TablePhoto['objects']} list */
function objects(list) {
  if (!list?.length) return '';
  const groups = new Map();
  for (const { class: name, confidence } of list) {
    const group = groups.get(name) ?? { number: 0, best: 0 };
    groups.set(name, { number: group.number + 1, best: Math.max(group.best, confidence) });
  }
  return [...groups].sort(([, a], [, b]) => b.best - a.best).map(([name, { number: many, best }]) =>
    `${name}${many > 1 ? ` × ${many}` : ''} ${percent(best)}`
  ).join(', ');
}

/** @param {number} rating */
function stars(rating) {
  if (!rating) return '';
  return el(
    'span',
    { class: 'table-stars', role: 'img', 'aria-label': `${rating} of 5 stars` },
    '★'.repeat(rating),
  );
}

/** @param {TablePhoto} tablePhoto */
function warning({ warning: damaged, missing }) {
  const words = [damaged && 'damaged', missing && 'missing'].filter(Boolean).join(', ');
  return words && el('span', { class: 'badge is-warning' }, words);
}
