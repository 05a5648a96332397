// What is shown before the first training.

import { el } from '../../core/dom.js';
import { LEAST } from '../list/state.js';
import { learners } from '../../shared/label-text.js';
import { GOOD, NEEDS } from './training-text.js';

/** What happens during training, in steps. */
export const whatHappens = () =>
  el(
    'section',
    { class: 'panel', 'aria-labelledby': 'what-happens' },
    el('h3', { id: 'what-happens', text: 'What training does' }),
    el(
      'ol',
      { class: 'labels-what' },
      el(
        'li',
        {},
        el('strong', { text: 'Your examples are analysed. ' }),
        'This happens on this machine, in the background.',
      ),
      el(
        'li',
        {},
        el('strong', { text: 'Two learners are trained. ' }),
        el('em', { text: 'transfer' }),
        ` learns ${learners.transfer.text}; `,
        el('em', { text: 'cnn3' }),
        ` is ${learners.cnn3.text}. You can watch their curves here.`,
      ),
      el(
        'li',
        {},
        el('strong', { text: 'Both are measured. ' }),
        'Each part of the examples is held out in turn, so learners are tested on photos they have not seen. The better one is proposed.',
      ),
      el(
        'li',
        {},
        el('strong', { text: 'The label is applied. ' }),
        'It runs on all photos, and you can search for it.',
      ),
    ),
    el('p', {
      class: 'muted',
      text:
        `At least ${LEAST} yes and ${LEAST} no are needed, ${NEEDS.cnn3} of each for cnn3. About ${GOOD} of each work well; beyond that, more examples help less. Marking no for photos that are easily mistaken for yes helps the most.`,
    }),
  );
