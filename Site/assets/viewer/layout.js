// The elements of the viewer and how they are nested.

import { el, icon, targetOf } from '../core/dom.js';

/**
 * @typedef {{
 *   stage: import('./picture/stage.js').Stage, info: { node: HTMLElement }, labelling: { node: HTMLElement },
 *   buttons: import('./buttons.js').Buttons, confidence: import('./controls.js').Confidence, settings: Settings,
 * }} ViewerParts
 * @typedef {ReturnType<typeof import('./controls.js').slideshowSettings>} Settings
 */

/** @param {ViewerParts} parts */
export function layOut({ stage, info, labelling, buttons, confidence, settings }) {
  const counter = el('p', { class: 'viewer-counter tabular' });
  const progress = el('div', { class: 'viewer-progress', hidden: true }, el('span'));
  const flash = el('p', { class: 'viewer-flash', 'aria-hidden': 'true' });
  const waiting = el(
    'div',
    { class: 'viewer-waiting', hidden: true },
    el('span', { class: 'spinner' }),
  );
  const problem = el('div', { class: 'viewer-problem', role: 'alert' });
  const live = el('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const more = moreGroup(buttons);
  const main = el(
    'div',
    { class: 'viewer-main', dataset: { theme: 'dark' } },
    topBar(buttons, counter, more),
    stage.node,
    buttons.make(['previous', 'next'], 'viewer-side viewer-controls'),
    bottomBar(buttons, confidence, settings),
    settings.panel,
    progress,
    waiting,
    problem,
    flash,
  );
  main.addEventListener('pointerdown', (event) => {
    if (!more.node.contains(targetOf(event))) more.open(false);
  });
  const frame = el('div', { class: 'viewer-frame' }, labelling.node, main, info.node, live);
  const node = el('dialog', {
    class: 'viewer',
    'aria-modal': 'true',
    'aria-label': 'Photo viewer',
    tabindex: '-1',
  }, frame);
  return { node, frame, counter, progress, flash, waiting, problem, live };
}

/**
 * @param {import('./buttons.js').Buttons} buttons
 * @param {HTMLElement} counter
 * @param {ReturnType<typeof moreGroup>} more
 */
const topBar = (buttons, counter, more) =>
  el(
    'div',
    { class: 'viewer-top viewer-controls' },
    buttons.make(['close']),
    counter,
    el('span', { class: 'grow' }),
    more.node,
    buttons.make(['favourite', 'label', 'boxes', 'info']),
  );

/**
 * @param {import('./buttons.js').Buttons} buttons
 * @param {import('./controls.js').Confidence} confidence
 * @param {Settings} settings
 */
const bottomBar = (buttons, confidence, settings) =>
  el(
    'div',
    { class: 'viewer-bottom viewer-controls' },
    confidence.node,
    el(
      'div',
      { class: 'viewer-bar-bottom', role: 'group', 'aria-label': 'Zoom and slideshow' },
      buttons.make(['zoom-out', 'fit', 'zoom-in']),
      el('span', { class: 'viewer-bar-gap' }),
      buttons.make(['previous', 'play', 'next']),
      settings.button,
    ),
  );

/**
 * The less used buttons: in the bar if there is room, behind a button on phones.
 * @param {import('./buttons.js').Buttons} buttons
 */
function moreGroup(buttons) {
  const group = el('div', {
    class: 'viewer-more-group',
    role: 'group',
    'aria-label': 'More actions',
  }, buttons.make(['turn-left', 'turn-right', 'copy', 'download', 'fullscreen']));
  const toggle = el('button', {
    type: 'button',
    class: 'button quiet icon-button viewer-more-button',
    title: 'More',
    'aria-label': 'More actions',
    'aria-expanded': 'false',
    on: { click: () => open(!group.classList.contains('is-open')) },
  }, icon('more'));
  /** @param {boolean} isOpen */
  const open = (isOpen) => {
    group.classList.toggle('is-open', isOpen);
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  group.addEventListener('click', () => open(false));
  const wrap = el('div', { class: 'viewer-more-wrap' }, toggle, group);
  wrap.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !wrap.contains(/** @type {Node} */ (event.relatedTarget))) {
      open(false);
    }
  });
  wrap.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !group.classList.contains('is-open')) return;
    event.preventDefault();
    open(false);
    toggle.focus();
  });
  return { node: wrap, open };
}
