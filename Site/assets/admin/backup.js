// Backups of the catalogue: create, download, delete, and how to restore one.

import { clear, el, icon } from '../core/dom.js';
import { api, url } from '../core/api.js';
import { openDialog, toast } from '../core/dialog.js';
import { bytes, moment } from '../core/format.js';
import { dataTable } from '../shared/data-table.js';
import { button, head, load, press } from '../core/panel.js';

/** @param {HTMLElement} panel */
export function show(panel) {
  const list = el('div');
  const reload = () => load(list, 'backups', ({ backups }) => draw(list, backups, reload));
  const make = button('Create backup', (node) =>
    press(node, async () => {
      const { name } = await api.send('POST', 'backups');
      toast(`${name} created.`, { kind: 'ok' });
      await reload();
    }), { kind: 'primary', image: 'save' });
  panel.append(
    head(
      'Backup',
      'A consistent copy of the catalogue: findings, marks, ratings, corrections and users. You can create one at any time.',
      make,
    ),
    list,
    contents(),
    restoring(),
  );
  reload();
}

/**
 * @param {HTMLElement} list
 * @param {Backup[]} backups
 * @param {Callback} reload
 */
function draw(list, backups, reload) {
  clear(list);
  if (backups.length === 0) {
    list.append(el('p', { class: 'panel muted', text: 'No backups yet.' }));
    return;
  }
  const columns = [{ title: 'Backup' }, { title: 'Created' }, { title: 'Size', kind: 'number' }, {
    title: 'Actions',
    kind: 'actions',
  }];
  list.append(
    dataTable({ caption: 'Backups', columns, rows: backups.map((backup) => row(backup, reload)) }),
  );
}

/**
 * @param {Backup} backup
 * @param {Callback} reload
 */
function row(backup, reload) {
  const { name } = backup;
  return [
    el('span', { class: 'mono', text: name }),
    moment(backup.made_ms),
    bytes(backup.bytes),
    el(
      'div',
      { class: 'toolbar' },
      el(
        'a',
        {
          class: 'button small',
          href: url(`backups/${encodeURIComponent(name)}`),
          download: name,
          'aria-label': `Download ${name}`,
        },
        icon('download'),
        'Download',
      ),
      el('button', {
        type: 'button',
        class: 'button small quiet danger icon-button',
        'aria-label': `Delete ${name}`,
        on: { click: () => remove(backup, reload) },
      }, icon('trash')),
    ),
  ];
}

/**
 * @param {Backup} backup
 * @param {Callback} reload
 */
function remove(backup, reload) {
  openDialog({
    title: 'Delete this backup?',
    content: el('p', {
      text: `This permanently deletes ${backup.name}, created ${moment(backup.made_ms)}.`,
    }),
    actions: [{ label: 'Cancel', class: 'quiet' }, {
      label: 'Delete backup',
      class: 'danger',
      async run() {
        await api.send('DELETE', `backups/${encodeURIComponent(backup.name)}`);
        reload();
      },
    }],
  });
}

function contents() {
  return el(
    'div',
    { class: 'notice' },
    icon('info'),
    el('p', {
      text:
        'A backup does not contain photos. Back up your photo folders and the library’s “originals” folder with your usual file backup. Keep downloaded backups on another disk and keep them safe: they include the accounts.',
    }),
  );
}

function restoring() {
  const steps = [
    ['Stop Meridian.'],
    [
      'In the library’s folder, replace ',
      el('code', { text: 'catalogue.sqlite' }),
      ' with the backup, and delete ',
      el('code', { text: 'catalogue.sqlite-wal' }),
      ' and ',
      el('code', { text: 'catalogue.sqlite-shm' }),
      ' if they exist.',
    ],
    ['Start Meridian again. Photos added after the backup are found the next time their folders are scanned.'],
  ];
  return el(
    'section',
    { class: 'panel', 'aria-labelledby': 'restore-title' },
    el('h3', { id: 'restore-title', text: 'Restore a backup' }),
    el('ol', {}, steps.map((step) => el('li', {}, step))),
  );
}
