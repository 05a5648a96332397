// The menu that marks photos of the grid as examples of a label.

import { api, sentenceOf } from '../../core/api.js';
import { el, icon } from '../../core/dom.js';
import { aboutText } from '../../shared/label-text.js';
import { lastFirst } from '../../viewer/labelling/last-label.js';
import { markPhotos } from './label-marks.js';

const ANSWERS = [
  { answer: true, image: 'check', word: 'yes', keys: ['y'] },
  { answer: false, image: 'close', word: 'no', keys: ['n'] },
  { answer: null, image: 'undo', word: 'remove', keys: ['Delete', 'Backspace'] },
];

/**
 * Items for `attachMenu`: the labels, each with its answers, for the photos that `idsOf` gives.
 * @param {() => number[]} idsOf
 * @param {{ close: Callback }} options
 */
export async function labelItems(idsOf, { close }) {
  try {
    const { labels } = await api.get('labels');
    const title = el('div', {
      class: 'menu-title',
      role: 'presentation',
      text: 'Mark as examples',
    });
    const rows = lastFirst(labels).map((label) => row(label, idsOf, close));
    return [...rows.length ? [title, ...rows] : [], link('/labels', 'New label …')];
  } catch (problem) {
    return [
      el('p', { class: 'menu-empty hint', text: sentenceOf(problem) }),
      link('/labels', 'All labels'),
    ];
  }
}

/**
 * @param {string} href
 * @param {string} text
 */
const link = (href, text) =>
  el('a', { href, role: 'menuitem', class: 'menu-new' }, icon('plus'), el('span', { text }));

/**
 * @param {Label} label
 * @param {() => number[]} idsOf
 * @param {Callback} close
 */
function row(label, idsOf, close) {
  /** @param {{ answer: boolean | null }} options */
  const give = ({ answer }) => {
    close();
    markPhotos(label, idsOf(), answer);
  };
  /** @param {typeof ANSWERS[number]} each */
  const item = (each) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        title: `${each.word} (${each.keys[0] === 'Delete' ? 'Del' : each.keys[0].toUpperCase()})`,
        'aria-label': `${label.name}: ${each.word}`,
        on: { click: () => give(each) },
      },
      icon(each.image),
      each.answer === null ? null : each.word,
    );
  const node = el(
    'div',
    { class: 'menu-label', role: 'group', 'aria-label': label.name },
    el(
      'span',
      { class: 'menu-name', title: label.name },
      label.name,
      el('span', { class: 'hint', text: aboutText(label) }),
    ),
    ANSWERS.map(item),
  );
  // On a label, one key answers.
  node.addEventListener('keydown', (event) => {
    const each = ANSWERS.find(({ keys }) => keys.includes(event.key));
    if (!each || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    give(each);
  });
  return node;
}
