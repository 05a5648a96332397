// What panels share on several pages: loading with a sign that something happens, and errors with another try.

import { clear, el, icon } from './dom.js';
import { api, sentenceOf } from './api.js';
import { toast } from './dialog.js';

/**
 * Loads `path` and gives the answer to `draw`; meanwhile and after an error, `place` says so.
 * @template {string} Path
 * @param {HTMLElement} place
 * @param {Known<'GET', Path>} path
 * @param {(answer: Answer<Path, QueryOf<Path>>) => unknown} draw
 * @returns {Promise<void>}
 */
export async function load(place, path, draw, { waiting = 'Loading…' } = {}) {
  // What is there stays until the new answer is, so that nothing flickers.
  if (place.childElementCount === 0) place.append(spinner(waiting));
  try {
    const answer = await api.get(path);
    keepFocus(place, () => draw(answer));
  } catch (problem) {
    clear(place).append(failure(problem, () => {
      clear(place);
      load(place, path, draw, { waiting });
    }));
  }
}

/**
 * Redraws without losing the place of the keyboard: what has the same key as what had the focus gets
 * it, or else the panel.
 * @param {HTMLElement} place
 * @param {() => unknown} draw
 */
function keepFocus(place, draw) {
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && place.contains(active) ? active : null;
  draw();
  if (!focused || focused.isConnected) return;
  const { key } = focused.dataset;
  const same = key ? place.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
  (same ?? place.closest('[role="tabpanel"]'))?.focus();
}

/**
 * A sign that something is on its way.
 * @param {string} text
 */
export function spinner(text) {
  return el(
    'p',
    { class: 'row muted', role: 'status' },
    el('span', { class: 'spinner', 'aria-hidden': true }),
    text,
  );
}

/**
 * What went wrong, with another try.
 * @param {unknown} problem
 * @param {Callback} again
 */
export function failure(problem, again) {
  return el(
    'div',
    { class: 'notice is-error', role: 'alert' },
    icon('warning'),
    el(
      'div',
      { class: 'stack' },
      el('p', { text: sentenceOf(problem) }),
      el(
        'div',
        {},
        el('button', { type: 'button', class: 'button', text: 'Try again', on: { click: again } }),
      ),
    ),
  );
}

/**
 * Runs something for a button: it cannot be pressed twice, and an error is shown. Meanwhile the button
 * only says that it is disabled; one that is would lose the focus.
 * @param {HTMLElement} button
 * @param {() => unknown} run
 */
export async function press(button, run) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await run();
  } catch (problem) {
    toast(sentenceOf(problem), { kind: 'error' });
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

/**
 * The head of a panel: its title, a sentence, and what can be done.
 * @param {string} title
 * @param {string | null} text
 * @param {...Child} actions
 */
export function head(title, text, ...actions) {
  return el(
    'header',
    { class: 'panel-top' },
    el('div', {}, el('h2', { text: title }), text ? el('p', { class: 'muted', text }) : null),
    actions.length > 0 ? el('div', { class: 'toolbar' }, actions) : null,
  );
}

/**
 * A button that runs something.
 * @param {string} text
 * @param {(node: HTMLButtonElement) => unknown} run
 * @param {{ kind?: string, image?: string | null, label?: string | null, key?: string | null }} options
 */
export function button(text, run, { kind = '', image = null, label = null, key = null } = {}) {
  const node = el(
    'button',
    { type: 'button', class: `button ${kind}`, 'aria-label': label, dataset: key ? { key } : {} },
    image ? icon(image) : null,
    text,
  );
  node.addEventListener('click', () => run(node));
  return node;
}
