// Downloads the original, and copies the address of a photo.

import { toast } from '../core/dialog.js';
import { el } from '../core/dom.js';
import { original } from '../core/media.js';
import { copyText } from './clipboard.js';

/** @param {GridPhoto} photo */
export function download(photo) {
  el('a', { href: original(photo, { download: true }), download: '' }).click();
}

/**
 * @param {HTMLElement} host inside the topmost dialog, for browsers that copy only selected text
 * @param {string} path
 */
export async function copyLink(path, host) {
  const copied = await copyText(location.origin + path, host);
  toast(copied ? 'Link copied.' : 'The browser did not allow copying.', {
    kind: copied ? 'ok' : 'error',
  });
}
