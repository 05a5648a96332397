// Health: the checks of `meridian doctor`, run by the server.

import { clear, el, icon } from '../core/dom.js';
import { announce } from '../core/live.js';
import { count } from '../core/format.js';
import { button, head, load, press } from '../core/panel.js';

/** @param {HTMLElement} panel */
export function show(panel) {
  const list = el('div');
  const run = () =>
    load(clear(list), 'health', (answer) => draw(clear(list), answer), {
      waiting: 'Checking. This takes a few seconds…',
    });
  const again = button('Check again', (node) => press(node, run), { image: 'refresh' });
  panel.append(
    head('Health', 'Checks the installation, the models, the catalogue and the index.', again),
    list,
  );
  run();
}

/**
 * @param {HTMLElement} list
 * @param {{ checks: Check[], ok: boolean }} options
 */
function draw(list, { checks, ok }) {
  const bad = checks.filter((check) => !check.ok).length;
  const verdict = ok ? 'No problems found.' : `${count(bad, 'check')} failed.`;
  list.append(
    el(
      'div',
      { class: `notice ${ok ? 'is-ok' : 'is-error'}` },
      icon(ok ? 'check' : 'warning'),
      el('p', { text: verdict }),
    ),
    el('ul', { class: 'check-list panel' }, checks.map(line)),
  );
  announce(verdict);
}

/** @param {Check} check */
function line({ name, ok, detail }) {
  return el(
    'li',
    { class: ok ? 'is-ok' : 'is-error' },
    icon(ok ? 'check' : 'warning'),
    el(
      'div',
      {},
      el(
        'strong',
        {},
        name,
        el('span', { class: 'visually-hidden', text: ok ? ': good' : ': not good' }),
      ),
      el('p', { class: ok ? 'muted' : null, text: detail }),
    ),
  );
}
