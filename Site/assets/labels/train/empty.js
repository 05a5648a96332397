// What stands where nothing has been learnt yet.

import { el } from '../../core/dom.js';
import { LEAST } from '../list/state.js';
import { learners } from '../../shared/label-words.js';
import { GOOD, NEEDS } from './words.js';

/** What happens when it is trained, in steps. */
export const whatHappens = () => el('section', { class: 'panel', 'aria-labelledby': 'what-happens' },
  el('h3', { id: 'what-happens', text: 'What training does' }),
  el('ol', { class: 'labels-what' },
    el('li', {}, el('strong', { text: 'It looks at your examples. ' }), 'All on this machine, while you go on.'),
    el('li', {}, el('strong', { text: 'Two learners learn. ' }), el('em', { text: 'transfer' }), ` learns ${learners.transfer.text}; `, el('em', { text: 'cnn3' }), ` is ${learners.cnn3.text}. Their curves can be watched here.`),
    el('li', {}, el('strong', { text: 'Both are judged. ' }), 'A part of the examples is left aside in turn: so they are measured by what they have not seen, and the better one is proposed.'),
    el('li', {}, el('strong', { text: 'The label answers. ' }), 'It looks at all photos, and can be searched for.')),
  el('p', { class: 'muted', text: `At least ${LEAST} yes and ${LEAST} no are needed, ${NEEDS.cnn3} of each for cnn3. About ${GOOD} of each are good: from then on more help less and less. Mark as no what is easily taken for yes: that teaches the most.` }));
