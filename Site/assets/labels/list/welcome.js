// What labels are, where there are none.

import { el, icon } from '../../core/dom.js';
import { session } from '../../core/session.js';

const STEPS = [
  ['tag', 'Mark', 'Say of some photos, or of the boxes of a class, whether it is there: yes or no, one key each. Some ten of both do for a start.'],
  ['chart', 'Train', 'Two learners try, and are measured on photos that they have not seen. The better one is proposed, and says how often it is right.'],
  ['eye', 'Review', 'Meridian asks about what it is least sure of. Each answer makes the next training better.'],
];

/** @param {Child} action the button that makes a label; viewers have none */
export function welcome(action) {
  return el('section', { class: 'labels-welcome', 'aria-labelledby': 'welcome-title' },
    el('header', {}, icon('tag'), el('h2', { id: 'welcome-title', text: 'Teach Meridian a word of your own' }),
      el('p', { class: 'muted', text: 'The networks know persons and dogs, but not you, nor yours. A personal label is learnt from your examples: me, my dog, our tent.' })),
    el('ol', { class: 'labels-steps' }, STEPS.map(([image, title, text]) =>
      el('li', { class: 'panel' }, icon(image), el('h3', { text: title }), el('p', { class: 'muted', text })))),
    el('p', { class: 'labels-welcome-example' }, 'From then on ', el('code', { text: 'me @ 90% and beach' }), ' is a search like any other. Nothing leaves this machine.'),
    session.isEditor ? action : el('p', { class: 'muted', text: 'Editors and administrators can make labels.' }));
}
