// Explains labels if there are none.

import { el, icon } from '../../core/dom.js';
import { session } from '../../core/session.js';

const STEPS = [
  [
    'tag',
    'Mark',
    'Answer yes or no for some photos or boxes, with one key each. About ten of each are enough to start.',
  ],
  [
    'chart',
    'Train',
    'Two learners are trained and tested on photos they have not seen. The better one is proposed, with its accuracy.',
  ],
  [
    'eye',
    'Review',
    'Meridian asks about the photos it is least certain about. Each answer improves the next training.',
  ],
];

/** @param {Child} action the button that creates a label; not for viewers */
export function welcome(action) {
  return el(
    'section',
    { class: 'labels-welcome', 'aria-labelledby': 'welcome-title' },
    el(
      'header',
      {},
      icon('tag'),
      el('h2', { id: 'welcome-title', text: 'Teach Meridian a word of your own' }),
      el('p', {
        class: 'muted',
        text:
          'The models know persons and dogs, but not you or your dog. A personal label is learnt from your examples: me, my dog, our tent.',
      }),
    ),
    el(
      'ol',
      { class: 'labels-steps' },
      STEPS.map(([image, title, text]) =>
        el(
          'li',
          { class: 'panel' },
          icon(image),
          el('h3', { text: title }),
          el('p', { class: 'muted', text }),
        )
      ),
    ),
    el(
      'p',
      { class: 'labels-welcome-example' },
      'After that, ',
      el('code', { text: 'me @ 90% and beach' }),
      ' works like any other search. Nothing leaves this machine.',
    ),
    session.isEditor
      ? action
      : el('p', { class: 'muted', text: 'Editors and administrators can create labels.' }),
  );
}
