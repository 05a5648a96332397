// The pieces the information panel is made of.

import { el } from '../../core/dom.js';
import { query } from '../../core/query.js';

/**
 * A section with a heading; null if it would be empty.
 * @param {string} title
 * @param {...Child} children
 */
export function section(title, ...children) {
  const content = /** @type {unknown[]} */ (children).flat(Infinity).filter(Boolean);
  return content.length
    ? el(
      'section',
      { class: 'viewer-section' },
      el('h3', {}, title),
      /** @type {Child[]} */ (content),
    )
    : null;
}

/**
 * A list of [term, value] pairs; pairs without a value are left out.
 * @param {[string, Child][]} pairs
 */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return el(
    'dl',
    { class: 'viewer-facts' },
    known.map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value))),
  );
}

/**
 * A link to all photos that match `term`.
 * @param {string} term
 * @param {string} text
 */
export const searchLink = (term, text, attributes = {}) =>
  el('a', { ...attributes, href: query.link('/', term) }, text);
