// Retries files: the selected ones, or all that are listed.

import { $, clear, el, icon } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { toast } from '../core/dialog.js';
import { count } from '../core/format.js';
import { reasonName } from './reasons.js';

/** @typedef {{ reason: string | null, shown: number, reasons: Reason[] }} SetAsideState */

/**
 * Makes the buttons above the list; calls `done` after the server has accepted files.
 * @param {HTMLElement} place
 * @param {{ selected: Set<number>, done: Callback }} options
 */
export function createActions(place, { selected, done }) {
  const some = button('', () => retry({ ids: [...selected] }, some));
  const every = button('', () => retry(scope(), every));
  /** @type {SetAsideState} */
  let state = { reason: null, shown: 0, reasons: [] };
  clear(place).append(every, some);

  // The reason in the address may be unknown; the server then refuses it.
  const scope = () => ({
    reasons: state.reason
      ? [/** @type {Reason['reason']} */ (state.reason)]
      : state.reasons.map((each) => each.reason),
  });

  /** @param {SetAsideState} next */
  function show(next) {
    state = next;
    place.hidden = state.shown === 0;
    changed();
  }

  function changed() {
    label(
      some,
      selected.size > 0
        ? `Try ${count(selected.size, 'chosen file')} again`
        : 'Retry selected files',
    );
    some.disabled = selected.size === 0;
    label(every, state.reason ? `Try all “${reasonName(state.reason)}” again` : 'Try all again');
  }

  /**
   * @param {BodyOf<'POST', 'set-aside/retry'>} which
   * @param {HTMLButtonElement} pressed
   */
  async function retry(which, pressed) {
    // A disabled button would lose the focus, so this one is only marked as disabled.
    if (pressed.getAttribute('aria-disabled') === 'true') return;
    pressed.setAttribute('aria-disabled', 'true');
    try {
      const { retried } = await api.send('POST', 'set-aside/retry', which);
      toast(`${count(retried, 'file')} will be read again.`, { kind: 'ok' });
      selected.clear();
      await done();
    } catch (problem) {
      toast(sentenceOf(problem), { kind: 'error' });
    } finally {
      pressed.removeAttribute('aria-disabled');
      changed();
      if (pressed === some && some.disabled) every.focus();
    }
  }

  return { show, changed, retry };
}

/**
 * @param {string} text
 * @param {() => unknown} run
 */
const button = (text, run) =>
  el(
    'button',
    { type: 'button', class: 'button', on: { click: run } },
    icon('refresh'),
    el('span', { text }),
  );

/**
 * @param {HTMLElement} node
 * @param {string} text
 */
function label(node, text) {
  $('span', node).textContent = text;
}
