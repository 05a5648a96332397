// Models: which are installed, which are active, and how many photos each
// has analysed; installing, verifying and removing them.

import { clear, el, icon } from '../core/dom.js';
import { api } from '../core/api.js';
import { onServer } from '../core/events.js';
import { addressForm } from './models/address-form.js';
import { filesForm } from './models/files-form.js';
import { catalogue } from './models/catalogue.js';
import { ModelTasks } from './models/model-tasks.js';
import { ModelGroups } from './models/groups.js';
import { head, load } from '../core/panel.js';

/** The catalogue changes with every photo of a job; the numbers are updated at most this often. */
const REST = 2000;

/** @param {HTMLElement} panel */
export function show(panel) {
  const installed = el('div', { class: 'model-groups' });
  const more = el('div', { class: 'stack' });
  const groups = new ModelGroups(installed, { reload, verify: (id) => modelTasks.verify(id) });
  const modelTasks = new ModelTasks({
    ended: () => {
      reload();
      reloadCatalogue();
    },
    changed: (busy) => setBusy(busy),
  });
  /** @type {{ node: HTMLElement, setBusy: (busy: boolean) => void }[]} */
  let offers = [];
  let timer = 0;

  panel.append(
    head(
      'Models',
      'The models that analyse photos. You can run several of a kind on the same photos. The active model’s results count in searches.',
      el('a', { class: 'button', href: '/compare' }, icon('table'), 'Compare'),
    ),
    modelTasks.node,
    installed,
    el('h3', { class: 'admin-subhead', text: 'More models' }),
    more,
  );

  function reload() {
    return load(installed, 'models', (answer) => groups.draw(answer));
  }

  function reloadCatalogue() {
    return load(more, 'models/installable', ({ installable, presets }) => {
      offers = [
        catalogue(installable, modelTasks),
        addressForm(presets, modelTasks),
        filesForm(presets, modelTasks),
      ];
      clear(more).append(...offers.map((each) => each.node));
      setBusy(modelTasks.isBusy);
    });
  }

  /**
   * Only one model is installed or verified at a time.
   * @param {boolean} busy
   */
  function setBusy(busy) {
    groups.setBusy(busy);
    for (const offer of offers) offer.setBusy(busy);
  }

  function reloadSoon() {
    timer ||= setTimeout(() => {
      timer = 0;
      reload();
    }, REST);
  }

  reload().then(async () => {
    for (const job of (await api.get('jobs')).jobs) groups.takeJob(job);
  }).catch(() => {});
  reloadCatalogue();
  modelTasks.begin();
  const ends = [
    onServer('models', (task) => modelTasks.take(task)),
    onServer('job', (job) => {
      if (groups.takeJob(job)) reloadSoon();
    }),
    onServer('catalogue', reloadSoon),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
