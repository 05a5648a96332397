// Deletes a label.

import { el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { openDialog } from '../../core/dialog.js';
import { count, number } from '../../core/format.js';
import { button } from '../../core/panel.js';
import { rememberDeleted } from '../list/deleted-label.js';

/** @param {LabelContext} context */
export function deletion(context) {
  return el(
    'section',
    { class: 'panel labels-setting', 'aria-labelledby': 'delete-title' },
    el('h2', { id: 'delete-title', text: 'Delete' }),
    el('p', {
      class: 'muted',
      text: 'Permanently deletes the label and everything learnt. Photos are not affected.',
    }),
    el(
      'div',
      { class: 'toolbar' },
      button('Delete label…', () => ask(context), {
        kind: 'danger',
        image: 'trash',
        key: 'delete',
      }),
    ),
  );
}

/** @param {LabelContext} labelContext */
function ask({ id, label }) {
  const examples = label.positives + label.negatives;
  const { node } = openDialog({
    title: `Delete “${label.name}”?`,
    content: [
      el('p', { text: 'This cannot be undone. It deletes:' }),
      el(
        'ul',
        {},
        examples > 0
          ? el('li', { text: `${count(examples, 'example')}, which you can export first` })
          : null,
        el('li', { text: 'all versions and their measurements' }),
        el('li', {
          text: label.photos > 0
            ? `its results: the label is now on ${number(label.photos)} photos`
            : 'its results',
        }),
      ),
      el('p', {
        class: 'muted',
        text:
          'The space in the catalogue is overwritten. Saved searches that use the label will stop working. Photos are not affected.',
      }),
    ],
    actions: [{ label: 'Cancel', class: 'quiet' }, {
      label: 'Delete permanently',
      class: 'danger',
      async run() {
        await api.send('DELETE', `labels/${id}`);
        rememberDeleted(label.name);
        location.assign('/labels');
      },
    }],
  });
  node.classList.add('labels-delete');
  // Enter must not delete anything by accident.
  node.querySelector('.dialog-foot .quiet')?.focus();
}
