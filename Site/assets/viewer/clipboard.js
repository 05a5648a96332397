// Copies text also where the page is not in a secure context (plain HTTP in the home network), in which
// browsers have no clipboard API.

import { el, focusedNode } from '../core/dom.js';

/**
 * @param host where the temporary field can have the focus: inside the topmost dialog
 * @param {string} text
 */
export async function copyText(text, host = document.body) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, host);
  }
}

/**
 * @param {string} text
 * @param {HTMLElement} host
 */
function copyBySelection(text, host) {
  const before = focusedNode();
  const field = el('textarea', { class: 'visually-hidden', readonly: true, value: text });
  host.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  before?.focus?.();
  return copied;
}
