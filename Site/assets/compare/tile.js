// One picture with what both models found in it.

import { el } from '../core/dom.js';
import { percent } from '../core/format.js';
import * as media from '../core/media.js';
import { turnedBox } from '../shared/geometry.js';
import { letter } from './choice.js';

const SCENES = 3;
/** @type {('a' | 'b')[]} */
const SIDES = ['a', 'b'];

/**
 * A list item with a picture.
 * @param {TileOptions} options the class is null for scenes that differ
 * @param {ComparedPhoto} photo
 * @param {Callback} open
 */
export function tile(photo, options, open) {
  /** @param {'a' | 'b'} side */
  const sees = (side) =>
    options.task === 'detection'
      ? boxWords(photo[side], options.class ?? '')
      : sceneWords(photo[side], options.class ?? '');
  const frame = el(
    'span',
    { class: 'compare-frame' },
    image(photo),
    options.task === 'detection' ? SIDES.flatMap((side) => boxes(photo, side, options)) : null,
  );
  const { width, height } = media.turnedSize(photo);
  frame.style.aspectRatio = `${width} / ${height}`;
  if (photo.colour) frame.style.backgroundColor = photo.colour;
  return el(
    'li',
    { class: 'compare-photo' },
    el('a', {
      href: `/photo/${photo.id}`,
      'aria-label': photo.label || photo.name,
      on: {
        click: (event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            open();
          }
        },
      },
    }, frame),
    el(
      'dl',
      { class: 'compare-sees' },
      SIDES.map((side) =>
        el(
          'div',
          {},
          el(
            'dt',
            {},
            letter(side),
            el('span', { class: 'visually-hidden', text: options.pair[side].name }),
            el('span', { 'aria-hidden': 'true', text: side.toUpperCase() }),
          ),
          el('dd', {}, sees(side)),
        )
      ),
    ),
  );
}

/** @param {ComparedPhoto} photo */
function image(photo) {
  const node = el('img', { src: media.small(photo), alt: '', loading: 'lazy', decoding: 'async' });
  const { width, height, turn = 0 } = photo;
  if (turn) node.style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
  if (turn % 180 !== 0) {
    node.style.width = `${100 * width / height}%`;
    node.style.height = `${100 * height / width}%`;
  }
  return node;
}

/**
 * @param {ComparedPhoto} photo
 * @param {'a' | 'b'} side
 * @param {Pick<TileOptions, 'class' | 'showsAll'>} options
 */
function boxes(photo, side, { class: name, showsAll }) {
  const objects = photo[side]?.objects ?? [];
  return objects.filter((object) =>
    showsAll ? object.counts || object.class === name : object.class === name
  )
    .map((object) => box(object, side, photo.turn ?? 0, object.class !== name));
}

/**
 * @param {FoundObject} object
 * @param {string} side
 * @param {Turn} turn
 * @param {boolean} isOther
 */
function box(object, side, turn, isOther) {
  const [left, top, width, height] = turnedBox(object.box, turn);
  const name = isOther ? `${object.class} ` : '';
  const node = el(
    'span',
    {
      class: [
        'compare-box',
        `is-${side}`,
        object.counts ? '' : 'is-unsure',
        isOther ? 'is-other' : '',
      ],
    },
    el('span', {
      class: 'compare-box-label',
      text: `${side.toUpperCase()} ${name}${percent(object.confidence)}`,
    }),
  );
  Object.assign(node.style, {
    left: `${left * 100}%`,
    top: `${top * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  });
  return node;
}

/**
 * "2 × dog, best 83 %", "below threshold, 31 %", "not found".
 * @param {Seen | null} seen
 * @param {string} name
 */
function boxWords(seen, name) {
  const own = (seen?.objects ?? []).filter((object) => object.class === name);
  const sure = own.filter((object) => object.counts);
  /** @param {FoundObject[]} objects */
  const best = (objects) => percent(Math.max(...objects.map((object) => object.confidence)));
  if (sure.length > 1) return `${sure.length} × ${name}, best ${best(sure)}`;
  if (sure.length === 1) return `${name}, ${best(sure)}`;
  return own.length > 0 ? `below threshold, ${best(own)}` : 'not found';
}

/**
 * @param {Seen | null} seen
 * @param {string} name
 */
function sceneWords(seen, name) {
  const scenes = [...seen?.scenes ?? []].sort((x, y) => y.probability - x.probability).slice(
    0,
    SCENES,
  );
  if (scenes.length === 0) return 'nothing';
  return scenes.flatMap((scene, index) => {
    const words = `${scene.class} ${percent(scene.probability)}`;
    return [
      index > 0 ? ', ' : '',
      scene.class === name || (name === null && index === 0)
        ? el('strong', { text: words })
        : words,
    ];
  });
}
