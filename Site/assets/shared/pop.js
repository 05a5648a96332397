// A small panel that a button opens beside itself. The browser closes it by Esc or a click elsewhere.

import { el } from '../core/dom.js';

const GAP = 8;

/**
 * Makes `button` open `content`; returns the panel.
 * @param {HTMLButtonElement} button
 * @param {Child} content
 */
export function popPanel(button, content, attributes = /** @type {Attributes} */ ({})) {
  const panel = el('div', {
    ...attributes,
    class: `menu pop ${attributes.class ?? ''}`,
    popover: 'auto',
  }, content);
  button.setAttribute('aria-expanded', 'false');
  button.popoverTargetElement = panel;
  panel.addEventListener('toggle', (event) => {
    const open = event.newState === 'open';
    button.setAttribute('aria-expanded', String(open));
    if (open) place(panel, button);
  });
  return panel;
}

/**
 * Below the button, or above where there is more room; never outside the window.
 * @param {HTMLElement} panel
 * @param {HTMLButtonElement} button
 */
function place(panel, button) {
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = innerHeight - anchor.bottom;
  const top = below >= height + GAP || below > anchor.top
    ? anchor.bottom + GAP
    : anchor.top - height - GAP;
  const left = Math.min(Math.max(GAP, anchor.right - width), innerWidth - width - GAP);
  panel.style.inset = 'auto';
  panel.style.top = `${Math.max(GAP, top)}px`;
  panel.style.left = `${Math.max(GAP, left)}px`;
}
