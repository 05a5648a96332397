// Pictures of examples: the part of a photo in a box, or the photo with the box drawn on it.
// Boxes are fractions of the upright photo before its rotation; they are rotated here.

import { el } from '../core/dom.js';
import { large, small, turnedSize } from '../core/media.js';
import { turnedBox } from './geometry.js';

// Smaller boxes would be blurred if they were cut from the small picture.
const SMALL_PICTURE_SHARE = 0.5;

/**
 * A square with the box and a little around it, or with the whole photo if `box` is null.
 * `around` is how much of the box's longer side is shown on each side of it.
 * @param {{ photo: GridPhoto, box: Box | null }} options
 */
export function crop({ photo, box }, { around = 0.15 } = {}) {
  const size = turnedSize(photo);
  const [left, top, width, height] = box ? turnedBox(box, photo.turn ?? 0) : [0, 0, 1, 1];
  // In pixels of the photo: a square around the middle of the box.
  const side = Math.max(width * size.width, height * size.height) * (box ? 1 + 2 * around : 1);
  const middle = [(left + width / 2) * size.width, (top + height / 2) * size.height];
  const share = side / Math.max(size.width, size.height);
  const source = share < SMALL_PICTURE_SHARE ? large(photo) : small(photo);
  const frame = el(
    'span',
    { class: 'label-crop' },
    picture(photo, source, {
      left: (side / 2 - middle[0]) / side,
      top: (side / 2 - middle[1]) / side,
      width: size.width / side,
      height: size.height / side,
    }),
  );
  if (photo.colour) frame.style.backgroundColor = photo.colour;
  return frame;
}

/**
 * The whole photo with its box, and other boxes in thin lines. Its width follows the available room.
 * @param {{ photo: GridPhoto, box: Box | null }} options
 * @param {(Box | null)[]} others
 */
export function framed({ photo, box }, others = []) {
  const size = turnedSize(photo);
  const frame = el(
    'span',
    { class: 'label-framed' },
    picture(photo, large(photo), { left: 0, top: 0, width: 1, height: 1 }),
    others.map((other) => other && outline(other, photo, 'is-other')),
    box ? outline(box, photo, '') : null,
  );
  frame.style.aspectRatio = `${size.width} / ${size.height}`;
  frame.style.setProperty('--ratio', size.width / size.height);
  if (photo.colour) frame.style.backgroundColor = photo.colour;
  return frame;
}

/**
 * The image, placed so that the rotated photo fills this part of the frame (fractions).
 * @param {GridPhoto} photo
 * @param {string} source
 * @param {{ left: number, top: number, width: number, height: number }} place
 */
function picture(photo, source, place) {
  const holder = el('span', { class: 'label-picture' });
  Object.assign(holder.style, {
    left: percent(place.left),
    top: percent(place.top),
    width: percent(place.width),
    height: percent(place.height),
  });
  const image = el('img', { src: source, alt: '', decoding: 'async', draggable: 'false' });
  const { width, height, turn = 0 } = photo;
  if (turn) image.style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
  // A quarter turn swaps the sides of the image, but not those of its frame.
  if (turn % 180 !== 0) {
    Object.assign(image.style, { width: percent(width / height), height: percent(height / width) });
  }
  holder.append(image);
  return holder;
}

/**
 * @param {Box} box
 * @param {GridPhoto} photo
 * @param {string} kind
 */
function outline(box, photo, kind) {
  const [left, top, width, height] = turnedBox(box, photo.turn ?? 0);
  const node = el('span', { class: `label-box ${kind}` });
  Object.assign(node.style, {
    left: percent(left),
    top: percent(top),
    width: percent(width),
    height: percent(height),
  });
  return node;
}

/** @param {number} fraction */
const percent = (fraction) => `${fraction * 100}%`;
