// Forgetting a label.

import { el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { openDialog } from '../../core/dialog.js';
import { count, number } from '../../core/format.js';
import { button } from '../../core/panel.js';
import { leaveFarewell } from '../list/farewell.js';

/** @param {LabelContext} context */
export function deletion(context) {
  return el('section', { class: 'panel labels-setting', 'aria-labelledby': 'delete-title' },
    el('h2', { id: 'delete-title', text: 'Delete' }),
    el('p', { class: 'muted', text: 'The label with all that was learnt is forgotten, without a trace. Photos stay.' }),
    el('div', { class: 'toolbar' }, button('Delete the label…', () => ask(context), { kind: 'danger', image: 'trash', key: 'delete' })));
}

/** @param {LabelContext} labelContext */
function ask({ id, label }) {
  const examples = label.positives + label.negatives;
  const { node } = openDialog({
    title: `Delete “${label.name}”?`,
    content: [
      el('p', { text: 'This cannot be undone. It takes away:' }),
      el('ul', {},
        examples > 0 ? el('li', { text: `${count(examples, 'example')}, which you can export before` }) : null,
        el('li', { text: 'all versions, with what was measured of them' }),
        el('li', { text: label.photos > 0 ? `what it says of photos: it is found on ${number(label.photos)} now` : 'what it says of photos' })),
      el('p', { class: 'muted', text: 'Where it was in the catalogue is overwritten. Saved searches that name it will not be understood any more. Photos stay as they are.' }),
    ],
    actions: [{ label: 'Cancel', class: 'quiet' }, {
      label: 'Delete for good',
      class: 'danger',
      async run() {
        await api.send('DELETE', `labels/${id}`);
        leaveFarewell(label.name);
        location.assign('/labels');
      },
    }],
  });
  node.classList.add('labels-delete');
  // Enter must not destroy anything by accident.
  node.querySelector('.dialog-foot .quiet')?.focus();
}
