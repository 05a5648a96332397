// Dialogs, questions and short messages.

import { sentenceOf } from './api.js';
import { append, clear, el, freshId, icon } from './dom.js';
import { announce } from './live.js';

/**
 * A button of a dialog; without `run` it only closes the dialog.
 * @typedef {{ label: string, class?: string, run?: () => unknown }} DialogAction
 */

/**
 * A button or a link in a message.
 * @typedef {{ label: string, href?: string, run?: Callback }} ToastAction
 */

/**
 * Opens a modal dialog. Actions [{label, class, run}] become its buttons; `run` may be asynchronous, and
 * the dialog stays open if it returns false or throws, in which case the error is shown. `wide` suits tables.
 * @param {{ title: string, content: Child, actions?: DialogAction[], onClose?: (answer: string) => void, wide?: boolean }} dialog
 */
export function openDialog({ title, content, actions = [], onClose, wide = false }) {
  const titleId = freshId('dialog');
  const error = el('p', { class: 'dialog-error', role: 'alert' });
  const node = el('dialog', {
    class: wide ? 'dialog dialog-wide' : 'dialog',
    'aria-labelledby': titleId,
  });
  const close = () => node.open && node.close();
  const body = el('div', { class: 'dialog-body' }, content);
  const form = el(
    'form',
    { method: 'dialog', novalidate: true },
    el(
      'header',
      { class: 'dialog-head' },
      el('h2', { id: titleId, text: title }),
      el('button', {
        type: 'button',
        class: 'button quiet icon-button',
        'aria-label': 'Close',
        on: { click: close },
      }, icon('close')),
    ),
    body,
    error,
    actions.length
      ? el(
        'footer',
        { class: 'dialog-foot' },
        actions.map((action) => actionButton(action, node, error)),
      )
      : null,
  );
  node.append(form);
  form.addEventListener('submit', (event) => event.preventDefault());
  node.addEventListener('pointerdown', (event) => closeOnBackdrop(event, node, close));
  node.addEventListener('close', () => {
    keepToasts(node);
    node.remove();
    onClose?.(node.returnValue);
  });
  document.body.append(node);
  node.showModal();
  focusFirst(body, node);
  return { close, node, body };
}

// Focuses the first field rather than the close button, but not on phones, where that would open the keyboard.
/**
 * @param {HTMLElement} body
 * @param {HTMLElement} node
 */
function focusFirst(body, node) {
  const field = matchMedia('(pointer: coarse)').matches
    ? null
    : body.querySelector('input, select, textarea');
  (field ?? node.querySelector('.dialog-foot .primary'))?.focus();
}

/**
 * @param {DialogAction} action
 * @param {HTMLDialogElement} node
 * @param {HTMLElement} error
 */
function actionButton({ label, class: kind = '', run }, node, error) {
  const button = el('button', {
    type: kind.includes('primary') || kind.includes('danger') ? 'submit' : 'button',
    class: `button ${kind}`,
    text: label,
  });
  button.addEventListener('click', async () => {
    clear(error);
    button.disabled = true;
    try {
      if (await run?.() !== false) node.close(label);
    } catch (problem) {
      error.textContent = sentenceOf(problem);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

// A click on the backdrop targets the dialog itself, outside its box.
/**
 * @param {PointerEvent} event
 * @param {HTMLDialogElement} node
 * @param {Callback} close
 */
function closeOnBackdrop(event, node, close) {
  if (event.target !== node) return;
  const box = node.getBoundingClientRect();
  const inside = event.clientX >= box.left && event.clientX <= box.right &&
    event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside) close();
}

/**
 * Asks for confirmation; true if the user confirmed.
 * @param {{ title: string, text?: string, confirm?: string, danger?: boolean }} question
 * @returns {Promise<boolean>}
 */
export function confirmDialog({ title, text, confirm = 'OK', danger = false }) {
  return new Promise((resolve) => {
    let answer = false;
    const { node } = openDialog({
      title,
      content: text ? el('p', { text }) : null,
      actions: [
        { label: 'Cancel', class: 'quiet' },
        {
          label: confirm,
          class: danger ? 'danger' : 'primary',
          run: () => {
            answer = true;
          },
        },
      ],
      onClose: () => resolve(answer),
    });
    // Enter must not delete anything by accident.
    node.querySelector(danger ? '.dialog-foot .quiet' : '.dialog-foot .primary')?.focus();
  });
}

const toastIcons = { info: 'info', ok: 'check', error: 'warning' };
/** @type {HTMLElement | null} */
let stack = null;

/**
 * Shows a short message; kind is info, ok or error. `action`, {label, run} or {label, href} or several of
 * them, become its buttons.
 * @param {string} text
 * @param {{ kind?: 'info' | 'ok' | 'error', action?: ToastAction | ToastAction[] | null, seconds?: number }} options
 */
export function toast(text, { kind = 'info', action, seconds } = {}) {
  announce(text, { assertive: kind === 'error' });
  const node = el(
    'div',
    { class: `toast toast-${kind}` },
    icon(toastIcons[kind] ?? 'info'),
    el('p', { text }),
  );
  const remove = () => {
    node.remove();
    if (stack && !stack.children.length) stack.hidePopover?.();
  };
  append(
    node,
    [action ?? []].flat().map(({ label, href, run }) =>
      href ? el('a', { class: 'button quiet', href, text: label }) : el('button', {
        type: 'button',
        class: 'button quiet',
        text: label,
        on: {
          click: () => {
            remove();
            run?.();
          },
        },
      })
    ),
  );
  append(
    node,
    el('button', {
      type: 'button',
      class: 'button quiet icon-button',
      'aria-label': 'Dismiss',
      on: { click: remove },
    }, icon('close')),
  );
  showToast(node);
  leaveLater(node, remove, (seconds ?? (action || kind === 'error' ? 10 : 5)) * 1000);
  return { close: remove };
}

// As a popover the messages stand above open dialogs; showing it again brings it to the top.
/** @param {HTMLElement} node */
function showToast(node) {
  stack ??= el('div', {
    class: 'toasts',
    popover: 'manual',
    role: 'region',
    'aria-label': 'Messages',
  });
  const host = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (stack.parentNode !== host) host.append(stack);
  stack.append(node);
  if (stack.matches(':popover-open')) stack.hidePopover();
  stack.showPopover();
  while (stack.children.length > 4) stack.firstChild?.remove();
}

// Messages outlive their dialog: they often report its result.
/** @param {HTMLDialogElement} dialog */
function keepToasts(dialog) {
  if (!stack || !dialog.contains(stack)) return;
  document.body.append(stack);
  if (stack.children.length) stack.showPopover();
}

/**
 * @param {HTMLElement} node
 * @param {Callback} remove
 * @param {number} milliseconds
 */
function leaveLater(node, remove, milliseconds) {
  let timer = setTimeout(remove, milliseconds);
  node.addEventListener('pointerenter', () => clearTimeout(timer));
  node.addEventListener('focusin', () => clearTimeout(timer));
  node.addEventListener('pointerleave', () => {
    timer = setTimeout(remove, milliseconds);
  });
}
