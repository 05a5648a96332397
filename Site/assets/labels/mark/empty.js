// What is shown if there is nothing to answer: why, and what users can do.

import { el, icon } from '../../core/dom.js';
import { count, number } from '../../core/format.js';
import { button } from '../../core/panel.js';
import { missingText } from '../list/state.js';

/**
 * What is shown instead of items to answer; `act` is
 * { keepSearching(), again(), search(q), showAnswered(), train() }.
 * @param {EmptyMarking} nothing
 */
export function nothingLeft({ label, counts, source, skipped = 0, act }) {
  if (!source.isDone) {
    return state(
      'search',
      `Nothing in the first ${count(source.asked, 'photo')}`,
      `They have no ${label.class} to answer. Try another query.`,
      [
        button('Keep searching', act.keepSearching, { kind: 'primary' }),
        classButton(label, source, act),
      ],
    );
  }
  if (source.total === 0) {
    return state('search', 'No photo matches', 'Choose other photos to mark.', [
      button('All photos', () => act.search(''), { kind: 'primary' }),
      classButton(label, source, act),
    ]);
  }
  if (source.photosWithMarks === 0) {
    return state(
      'box',
      `No ${label.class} to answer`,
      `The detector found no box of ${label.class} above its threshold on ${
        source.total === 1 ? 'this photo' : `these ${number(source.total ?? 0)} photos`
      }.`,
      [
        classButton(label, source, act),
        source.q === '' ? null : button('All photos', () => act.search('')),
      ],
    );
  }
  if (skipped > 0) {
    return state(
      'check',
      `${number(skipped)} skipped, all others answered`,
      'You can leave difficult ones unanswered.',
      [button('Go through skipped ones', act.again), trainButton(counts, act)],
    );
  }
  return allAnswered({ label, counts, source, act });
}

/** @param {EmptyMarking} nothing */
function allAnswered({ label, counts, source, act }) {
  const missing = missingText({ positives: counts.yes, negatives: counts.no });
  const photos = source.total === 1 ? 'this photo' : `these ${number(source.total ?? 0)} photos`;
  const what = label.class
    ? `Everything on ${photos} is answered.`
    : `You have answered all of ${photos}.`;
  return state(
    'check',
    'All answered',
    missing ? `${what} Still needed before training: ${missing}. Choose other photos.` : what,
    [
      trainButton(counts, act),
      button('Show answered', act.showAnswered),
      source.q === '' ? null : button('All photos', () => act.search(''), { kind: 'quiet' }),
    ],
  );
}

/** The query was not understood; the field shows why. */
export const notUnderstood = () =>
  state('search', 'Invalid query', 'See the message below the field.', []);

/**
 * @param {Label} label
 * @param {import('./source.js').Source} source
 * @param {EmptyMarking['act']} act
 */
const classButton = (label, source, act) =>
  label.class && source.q !== act.ownQuery
    ? button(`Photos with ${label.class}`, () => act.search(act.ownQuery), {
      kind: source.isDone ? 'primary' : '',
    })
    : null;

/**
 * @param {EmptyMarking['counts']} counts
 * @param {EmptyMarking['act']} act
 */
const trainButton = (counts, act) =>
  missingText({ positives: counts.yes, negatives: counts.no }) === ''
    ? button('Train', act.train, { kind: 'primary', image: 'chart' })
    : null;

/**
 * @param {string} image
 * @param {string} title
 * @param {string} text
 * @param {Child[]} actions
 */
const state = (image, title, text, actions) =>
  el(
    'div',
    { class: 'empty-state' },
    icon(image),
    el('h2', { text: title }),
    el('p', { text }),
    el('div', { class: 'row' }, actions),
  );
