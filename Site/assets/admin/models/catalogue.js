// The models that can be installed with one click.

import { el } from '../../core/dom.js';
import { bytes } from '../../core/format.js';
import { dataTable } from '../../shared/data-table.js';
import { button, press } from '../../core/panel.js';
import { accuracyOf, TASKS } from './model-text.js';

/**
 * Their table; call `setBusy(true)` while another model is being installed or verified.
 * @param {InstallableModel[]} installable
 * @param {import('./model-tasks.js').ModelTasks} modelTasks
 */
export function catalogue(installable, modelTasks) {
  /** @type {HTMLButtonElement[]} */
  const buttons = [];
  const columns = [
    { title: 'Model' },
    { title: 'Task' },
    { title: 'Accuracy' },
    { title: 'Licence' },
    { title: 'Size', kind: 'number' },
    { title: 'Install', kind: 'actions' },
  ];
  const rows = installable.map((network) => row(network, modelTasks, buttons));
  const node = el(
    'div',
    {},
    el('p', {
      class: 'muted admin-note',
      text:
        'The server downloads the model from its publisher, checks its SHA-256 and stores it in the library.',
    }),
    installable.length > 0
      ? dataTable({ caption: 'Available models', columns, rows })
      : el('p', { class: 'panel muted', text: 'This version of Meridian offers no more models.' }),
  );
  return {
    node,
    /** @param {boolean} busy */
    setBusy(busy) {
      for (const each of buttons) each.disabled = busy;
    },
  };
}

/**
 * @param {InstallableModel} network
 * @param {import('./model-tasks.js').ModelTasks} modelTasks
 * @param {HTMLButtonElement[]} buttons
 */
function row(network, modelTasks, buttons) {
  const { id, name, task, published, licence, bytes: size, note, is_installed: isInstalled } =
    network;
  const install = isInstalled
    ? null
    : button('Install', (node) => press(node, () => modelTasks.install({ id })), {
      kind: 'small',
      image: 'download',
      label: `Install ${name}`,
      key: `install-${id}`,
    });
  if (install) buttons.push(install);
  return [
    [
      name,
      el('span', { class: 'hint mono', text: id }),
      note ? el('span', { class: 'hint', text: note }) : null,
    ],
    TASKS[task]?.does ?? task,
    accuracyOf(published) || (note ? 'see note' : '–'),
    licence,
    bytes(size),
    install ?? el('span', { class: 'badge is-ok', text: 'installed' }),
  ];
}
