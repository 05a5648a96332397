// Storage: how much space the library uses, and the states of its files.

import { clear, el, icon } from '../core/dom.js';
import { bytes, count, number } from '../core/format.js';
import { button, head, load } from '../core/panel.js';

/** @param {HTMLElement} panel */
export function show(panel) {
  const place = el('div', { class: 'stack' });
  const reload = () => load(place, 'storage', (storage) => draw(clear(place), storage));
  panel.append(
    head(
      'Storage',
      'Disk space used by the library, and where the photos come from.',
      button('Refresh', reload, { image: 'refresh' }),
    ),
    place,
  );
  reload();
}

/**
 * @param {HTMLElement} place
 * @param {StorageReport} storage
 */
function draw(place, storage) {
  place.append(disk(storage), files(storage), sources(storage));
}

/** @param {StorageReport} storage */
function disk(storage) {
  /** @type {[string, number, string][]} */
  const own = [
    ['Originals', storage.originals_bytes, 'part-originals'],
    ['Thumbnails', storage.thumbnails_bytes, 'part-thumbnails'],
    ['Catalogue', storage.catalogue_bytes, 'part-catalogue'],
    ['Backups', storage.backups_bytes ?? 0, 'part-backups'],
    ['Uploads in progress', storage.uploads_bytes, 'part-uploads'],
  ];
  const ownBytes = own.reduce((sum, [, n]) => sum + n, 0);
  const { free_bytes: freeBytes, total_bytes: totalBytes } = storage;
  // The server does not know both of every disk.
  const free = freeBytes === null || totalBytes === null
    ? ''
    : `; ${bytes(freeBytes)} of ${bytes(totalBytes)} are free`;
  const others = Math.max(0, (totalBytes ?? 0) - (freeBytes ?? 0) - ownBytes);
  /** @type {[string, number, string][]} */
  const parts = [...own, ['Other files on this disk', others, 'part-others'], [
    'Free',
    freeBytes ?? 0,
    'part-free',
  ]];
  return el(
    'section',
    { class: 'panel', 'aria-labelledby': 'disk-title' },
    el('h3', { id: 'disk-title', text: 'Disk' }),
    el('p', {}, el('code', { text: storage.library })),
    el('p', {
      class: 'muted',
      text: `The library uses ${bytes(ownBytes)}${free}.`,
    }),
    nearlyFull(storage),
    el(
      'div',
      { class: 'disk-bar', 'aria-hidden': true },
      parts.map(([, n, kind]) => (
        n > 0
          ? el('span', { class: kind, style: { flexGrow: n / (totalBytes ?? ownBytes) } })
          : null
      )),
    ),
    el(
      'dl',
      { class: 'disk-parts' },
      parts.map(([name, n, kind]) =>
        el(
          'div',
          {},
          el('dt', {}, el('span', { class: `swatch ${kind}`, 'aria-hidden': true }), name),
          el('dd', { text: bytes(n) }),
        )
      ),
    ),
  );
}

/** @param {StorageReport} storageReport */
function nearlyFull({ free_bytes: free, total_bytes: total }) {
  if (free === null || total === null || free > 2e9 || free > total * 0.05) return null;
  return el(
    'div',
    { class: 'notice is-warning' },
    icon('warning'),
    el('p', { text: 'The disk is nearly full. Imports stop with a message when it is full.' }),
  );
}

/** @type {[keyof StorageReport['files'], string, string][]} */
const states = [
  ['indexed', 'Photos', 'files that each hold one photo'],
  ['duplicate', 'Duplicates', 'same content in another place'],
  ['set_aside', 'Set aside', 'damaged or unreadable'],
  ['unsupported', 'Unsupported', 'videos, documents and so on'],
  ['missing', 'Missing', 'indexed before, no longer there'],
  ['pending', 'Pending', 'waiting to be read by a running or interrupted job'],
];

/** @param {StorageReport} storageReport */
function files({ files: counts, photos }) {
  const most = Math.max(1, ...states.map(([state]) => counts[state] ?? 0));
  /** @param {typeof states[number]} state */
  const row = ([state, name, description]) =>
    el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row' },
        state === 'set_aside' && counts[state] > 0
          ? el('a', { href: '/set-aside', text: name })
          : name,
        el('span', { class: 'hint', text: description }),
      ),
      el('td', { class: 'number', text: number(counts[state] ?? 0) }),
      el(
        'td',
        { class: 'share' },
        counts[state] > 0
          ? el('span', { class: 'share-bar', style: { width: `${(100 * counts[state]) / most}%` } })
          : null,
      ),
    );
  return el(
    'section',
    { class: 'panel', 'aria-labelledby': 'files-title' },
    el('h3', { id: 'files-title', text: 'Files' }),
    el('p', { class: 'muted', text: `${count(photos, 'photo')} in the catalogue.` }),
    el(
      'table',
      { class: 'table file-states' },
      el('caption', { class: 'visually-hidden', text: 'Files by state' }),
      el(
        'thead',
        { class: 'visually-hidden' },
        el(
          'tr',
          {},
          el('th', { scope: 'col', text: 'State' }),
          el('th', { scope: 'col', text: 'Files' }),
          el('th', { scope: 'col', text: 'Share' }),
        ),
      ),
      el('tbody', {}, states.map(row)),
    ),
  );
}

/** @param {StorageReport} storageReport */
function sources({ sources: list }) {
  return el(
    'section',
    { class: 'panel', 'aria-labelledby': 'sources-title' },
    el('h3', { id: 'sources-title', text: 'Folders' }),
    list.length > 0
      ? [
        el('p', {
          class: 'muted',
          text: 'Photos in these folders stay where they are; Meridian only reads them.',
        }),
        el(
          'ul',
          { class: 'source-list' },
          list.map((path) => el('li', {}, icon('folder'), el('code', { text: path }))),
        ),
      ]
      : el('p', {
        class: 'muted',
        text: 'No folders added. All photos were imported or uploaded into the library.',
      }),
  );
}
