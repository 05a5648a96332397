// Help: examples to try, and the keys of all pages.

import { $, el } from '../core/dom.js';
import { keyList } from '../core/keys.js';
import { query } from '../core/query.js';
import { session } from '../core/session.js';
import { exampleGroups } from './examples.js';
import { keyGroups } from './keys.js';

/** @param {string[]} options */
const example = ([text, meaning]) =>
  el(
    'div',
    {},
    el('dt', {}, el('a', { href: query.link('/', text) }, el('code', { text }))),
    el('dd', { text: meaning }),
  );

$('#examples').append(
  el(
    'div',
    { class: 'example-groups' },
    exampleGroups.map(([title, examples]) =>
      el(
        'section',
        {},
        el('h3', { text: title }),
        el('dl', { class: 'examples' }, examples.map(example)),
      )
    ),
  ),
);

/** @param {{ editors?: boolean }} options */
const may = ({ editors }) => !editors || session.isEditor;
$('#key-groups').append(
  ...keyGroups.map(([title, keys]) =>
    el('section', {}, el('h3', { text: title }), keyList(keys.filter(may)))
  ),
);

$('[data-origin]').textContent = location.origin;
