// The personal labels of a photo: how probable each is, whether it counts, and the box it is about.

import { el, icon } from '../../core/dom.js';
import { percent } from '../../core/format.js';
import { quoteName } from '../../core/query.js';
import { session } from '../../core/session.js';
import { section } from './parts.js';
import { disclosure, thing } from './things.js';

/** @type {[boolean, string, string][]} */
const ANSWERS = [[true, 'check', 'yes'], [false, 'close', 'no']];

/**
 * `act.point` gets the index of an object, or null; `act.mark` resolves to whether it succeeded.
 * @param {Photo} details
 * @param {LabelActions} act
 */
export function labels(details, act) {
  const all = [...details.labels ?? []].sort((a, b) => b.probability - a.probability);
  /** @param {LabelScore} label */
  const item = (label) => labelItem(label, objectOf(label, details), act);
  /** @param {LabelScore[]} some */
  const list = (some) =>
    some.length ? el('ul', { class: 'viewer-things viewer-labels' }, some.map(item)) : null;
  const sure = all.filter(({ counts }) => counts);
  const unsure = all.filter(({ counts }) => !counts);
  return section(
    'Your labels',
    list(sure),
    unsure.length
      ? disclosure(
        `${unsure.length} below ${unsure.length === 1 ? 'its' : 'their'} threshold`,
        list(unsure),
      )
      : null,
  );
}

/**
 * The detected object with the label's box; its place among all objects.
 * @param {LabelScore} labelScore
 * @param {Photo} photoDetails
 */
function objectOf({ box }, { objects = [] }) {
  if (!box) return -1;
  return objects.findIndex((object) =>
    object.box?.every((edge, place) => Math.abs(edge - box[place]) < 1e-6)
  );
}

/**
 * @param {LabelScore} label
 * @param {number} object its place among the objects; -1 for none
 * @param {LabelActions} act
 */
function labelItem(label, object, act) {
  const point = (/** @type {number | null} */ index) => object >= 0 ? () => act.point(index) : null;
  const node = thing(label.name, label.probability, {
    class: label.counts ? '' : 'is-unsure',
    title: `${label.counts ? 'At or above' : 'Below'} its threshold, ${percent(label.threshold)}${
      label.counts ? '' : ': not counted in searches'
    }`,
    on: {
      pointerenter: point(object),
      pointerleave: point(null),
      focusin: point(object),
      focusout: point(null),
    },
  }, `label:${quoteName(label.name)}`);
  if (session.isEditor) node.append(answers(label, act));
  return node;
}

/**
 * @param {LabelScore} label
 * @param {LabelActions} act
 */
function answers(label, act) {
  const buttons = ANSWERS.map(([answer, image, word]) =>
    el('button', {
      type: 'button',
      class: `is-${word}`,
      'aria-pressed': label.answer === answer,
      title: `Mark as ${word}`,
      'aria-label': `Mark as ${word} for ${label.name}`,
      on: {
        click: async () => {
          if (!await act.mark(label, answer)) return;
          buttons.forEach((button, place) =>
            button.setAttribute('aria-pressed', String(ANSWERS[place][0] === answer))
          );
        },
      },
    }, icon(image))
  );
  return el('span', {
    class: 'segmented viewer-label-answers',
    role: 'group',
    'aria-label': `Examples for ${label.name}`,
  }, buttons);
}
