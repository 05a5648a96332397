// Corrections of clocks and positions, each of which can be undone.

import { clear, el, icon } from '../core/dom.js';
import { api } from '../core/api.js';
import { openDialog, toast } from '../core/dialog.js';
import { ago, count, number } from '../core/format.js';
import { dataTable } from '../shared/data-table.js';
import { button, head, load } from '../core/panel.js';

/** @type {Record<string, string>} */
const kinds = { clock: 'Clock', position: 'Position' };

/** @param {HTMLElement} panel */
export function show(panel) {
  const list = el('div');
  const reload = () => load(list, 'changes', ({ changes }) => draw(list, changes, reload));
  panel.append(
    head(
      'Corrections',
      'Corrected clocks and positions. They are stored in the catalogue; no file was changed. You can undo each one.',
    ),
    list,
  );
  reload();
}

/**
 * @param {HTMLElement} list
 * @param {Change[]} changes
 * @param {Callback} reload
 */
function draw(list, changes, reload) {
  clear(list);
  if (changes.length === 0) {
    list.append(
      el(
        'div',
        { class: 'empty-state' },
        icon('clock'),
        el('h3', { text: 'No corrections' }),
        el(
          'p',
          {},
          'The commands ',
          el('code', { text: 'meridian time' }),
          ' and ',
          el('code', { text: 'meridian geotag' }),
          ' correct clocks and positions of many photos. To set the position of one photo, use the viewer.',
        ),
      ),
    );
    return;
  }
  const columns = [
    { title: 'Correction' },
    { title: 'What' },
    { title: 'Photos', kind: 'number' },
    { title: 'Created' },
    { title: 'Undo', kind: 'actions' },
  ];
  list.append(
    dataTable({
      caption: 'Corrections',
      columns,
      rows: changes.map((change) => row(change, reload)),
    }),
  );
}

/**
 * @param {Change} change
 * @param {Callback} reload
 */
function row(change, reload) {
  return [
    change.summary,
    kinds[change.kind] ?? change.kind,
    number(change.photos),
    ago(change.made_ms),
    button('Undo', () => undo(change, reload), {
      kind: 'small',
      image: 'undo',
      label: `Undo: ${change.summary}`,
    }),
  ];
}

/**
 * @param {Change} change
 * @param {Callback} reload
 */
function undo(change, reload) {
  openDialog({
    title: 'Undo this correction?',
    content: el('p', {
      text: `${change.summary}. ${count(change.photos, 'photo')} will be restored.`,
    }),
    actions: [{ label: 'Cancel', class: 'quiet' }, {
      label: 'Undo correction',
      class: 'primary',
      async run() {
        const { photos } = await api.send('POST', `changes/${change.id}/undo`);
        toast(`${count(photos, 'photo')} restored.`, { kind: 'ok' });
        reload();
      },
    }],
  });
}
