// The objects and scenes of a photo: names with their confidence, linked to all photos that
// have them, and connected with the boxes on the picture.

import { el } from '../../core/dom.js';
import { percent } from '../../core/format.js';
import { quoteName } from '../../core/query.js';
import { huesOf } from '../picture/hues.js';
import { searchLink, section } from './parts.js';

/**
 * The list of objects; calls `onPoint(index)` for the one under the pointer, and null afterwards.
 * @param {Photo} details
 * @param {(index: number | null) => void} onPoint
 */
export function objects(details, onPoint) {
  const all = (details.objects ?? []).map((object, index) => ({ object, index }))
    .sort((a, b) => b.object.confidence - a.object.confidence);
  const sure = all.filter(({ object }) => object.counts !== false);
  const unsure = all.filter(({ object }) => object.counts === false);
  const hues = huesOf(all.map(({ object }) => object.class));
  /** @param {{ object: FoundObject, index: number }} options */
  const item = ({ object, index }) => objectItem(object, index, hues.get(object.class), onPoint);
  return section(
    'Objects',
    all.length === 0 ? el('p', { class: 'muted' }, 'No objects found.') : null,
    sure.length ? el('ul', { class: 'viewer-things' }, sure.map(item)) : null,
    unsure.length
      ? disclosure(
        `${unsure.length} below the threshold of ${percent(details.thresholds?.detection ?? 0.5)}`,
        el('ul', { class: 'viewer-things' }, unsure.map(item)),
      )
      : null,
  );
}

/** @param {Photo} details */
export function scenes(details) {
  const all = [...details.scenes ?? []].sort((a, b) => b.probability - a.probability);
  const limit = details.thresholds?.classification;
  return section(
    'Scenes',
    all.length
      ? el(
        'ul',
        { class: 'viewer-things' },
        all.map((scene) =>
          thing(scene.class, scene.probability, {
            class: scene.counts === false ? 'is-unsure' : '',
            title: scene.counts === false && limit
              ? `Below ${percent(limit)}: not counted in searches`
              : null,
          })
        ),
      )
      : null,
  );
}

/**
 * @param {string} summary
 * @param {Child} content
 */
export const disclosure = (summary, content) =>
  el('details', {}, el('summary', {}, summary), content);

/**
 * @param {FoundObject} object
 * @param {number} index
 * @param {string} hue
 * @param {(index: number | null) => void} onPoint
 */
function objectItem(object, index, hue, onPoint) {
  const node = thing(object.class, object.confidence, {
    class: object.counts === false ? 'is-unsure has-hue' : 'has-hue',
    dataset: { index },
    on: {
      pointerenter: () => onPoint(index),
      pointerleave: () => onPoint(null),
      focusin: () => onPoint(index),
      focusout: () => onPoint(null),
    },
  });
  node.style.setProperty('--hue', hue);
  return node;
}

/**
 * A name with its confidence; `term` is what its link asks for.
 * @param {string} name
 * @param {number} confidence
 * @param {Attributes} attributes
 */
export function thing(name, confidence, attributes, term = quoteName(name)) {
  const bar = el('span', { class: 'viewer-bar', 'aria-hidden': 'true' }, el('span'));
  /** @type {HTMLElement} */ (bar.firstElementChild).style.width = `${
    Math.round(confidence * 100)
  }%`;
  return el(
    'li',
    attributes,
    searchLink(term, name),
    bar,
    el('span', { class: 'tabular viewer-thing-value' }, percent(confidence)),
  );
}

/**
 * Highlights the object at `index` in a list and scrolls to it; null for none.
 * @param {HTMLElement} root
 * @param {number | null} index
 */
export function pointInList(root, index) {
  for (const node of root.querySelectorAll('.viewer-things li[data-index]')) {
    const own = Number(node.dataset.index) === index;
    node.classList.toggle('is-pointed', own);
    if (own) node.scrollIntoView({ block: 'nearest' });
  }
}
