// The camera, the file, the models and why the photo was found.

import { el } from '../../core/dom.js';
import { bytes, number } from '../../core/format.js';
import { quoteName } from '../../core/query.js';
import { facts, searchLink, section } from './parts.js';
import { cameraName, fileState, formatName } from '../../shared/photo-text.js';

/** @param {Photo} details */
export function file(details) {
  const { width, height } = details;
  const camera = cameraName(details.camera);
  const megapixels = width * height / 1e6;
  return section(
    'Camera and file',
    facts([
      [
        'Camera',
        camera ? searchLink(`camera:"${camera.replace(/["\\]/g, '\\$&')}"`, camera) : null,
      ],
      ['Picture', `${number(width)} × ${number(height)} (${number(megapixels)} megapixels)`],
      ['File', [formatName(details.format), bytes(details.bytes)].filter(Boolean).join(', ')],
    ]),
    paths(details),
  );
}

/** @param {Photo} photoDetails */
function paths({ files, path }) {
  const all = files?.length ? files : [{ path, state: 'indexed' }];
  return el(
    'ul',
    { class: 'viewer-paths' },
    all.map((each) => {
      const state = fileState(each.state);
      return el(
        'li',
        {},
        el('span', { class: 'mono' }, each.path),
        state
          ? [
            ' ',
            el('span', { class: each.state === 'missing' ? 'badge is-warning' : 'badge' }, state),
          ]
          : null,
      );
    }),
  );
}

/** @param {Photo} photoDetails */
export function models({ models: all }) {
  const names = (all ?? []).map((model) => model);
  return section(
    'Recognised by',
    names.length
      ? el(
        'p',
        { class: 'hint' },
        names.flatMap((
          name,
          index,
        ) => [index ? ', ' : null, searchLink(`model:${quoteName(name)}`, name)]),
      )
      : null,
  );
}

/** @param {Photo} photoDetails */
export function why({ why: reasons }) {
  return section(
    'Why it is in this result',
    reasons?.length
      ? el(
        'ul',
        { class: 'viewer-why' },
        reasons.map((/** @type {string} */ reason) => el('li', {}, reason)),
      )
      : null,
  );
}
