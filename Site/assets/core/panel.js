// What panels share: a spinner while loading, and errors with a retry button.

import { clear, el, icon } from './dom.js';
import { api, sentenceOf } from './api.js';
import { toast } from './dialog.js';

/**
 * Loads `path` and passes the answer to `draw`; `place` shows a spinner meanwhile, or the error.
 * @template {string} Path
 * @param {HTMLElement} place
 * @param {Known<'GET', Path>} path
 * @param {(answer: Answer<Path, QueryOf<Path>>) => unknown} draw
 * @returns {Promise<void>}
 */
export async function load(place, path, draw, { waiting = 'Loading…' } = {}) {
  // The old content stays until the answer arrives, to avoid flicker.
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
 * Redraws without losing the focus: it goes to the element with the same key,
 * or to the panel.
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
 * A spinner.
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
 * An error message with a retry button.
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
 * Runs something for a button, which cannot be pressed twice, and shows errors. The button
 * is only marked as disabled, since a disabled button would lose the focus.
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
 * The head of a panel: title, description and actions.
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
