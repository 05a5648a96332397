// Building and finding elements. Pages never put data into innerHTML: every file name, EXIF text, label
// and search comes from outside, so text only becomes text nodes and attributes.

export { icon } from './icons.js';

/**
 * The element that a selector names, or null. A selector with a tag, `input#name`, gives its type.
 * @template {string} S
 * @param {S} selector
 * @param {ParentNode} root
 */
export const find = (selector, root = document) => root.querySelector(selector);

/**
 * The element that a selector names. Throws if there is none, since our templates must have it.
 * @template {string} S
 * @param {S} selector
 * @param {ParentNode} root
 */
export function $(selector, root = document) {
  const node = find(selector, root);
  if (!node) throw new Error(`This page has no ${selector}.`);
  return node;
}

/**
 * The inputs of a form with these names.
 * @param {HTMLFormElement} form
 * @param {...string} names
 */
export const inputsOf = (form, ...names) => names.map((name) => $(`input[name="${name}"]`, form));

/** The element with the focus. */
export const focusedNode = () => /** @type {HTMLElement | null} */ (document.activeElement);

/**
 * All elements that a selector names.
 * @template {string} S
 * @param {S} selector
 * @param {ParentNode} root
 */
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/**
 * The target of an event, which is always an element for what users do.
 * @param {Event} event
 */
export const targetOf = (event) => /** @type {HTMLElement} */ (event.target);

// These are properties: as attributes they would only set the initial value.
const properties = new Set(['value', 'checked', 'indeterminate', 'muted', 'scrollTop']);

/**
 * An element. `attrs` holds class, text, dataset {}, style {}, on {event: listener} and any attribute.
 * true sets an empty attribute; null, undefined and false set none. For aria-*, true and false are
 * written as words, because a missing attribute does not mean "false" there.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes | null} attrs
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attrs = {}, ...children) {
  const node = document.createElement(tag);
  const { class: names, text, dataset, style, on, ...rest } = attrs ?? {};
  if (isGiven(names)) {
    node.className = Array.isArray(names) ? names.filter(Boolean).join(' ') : names;
  }
  if (isGiven(text)) node.textContent = String(text);
  if (dataset) Object.assign(node.dataset, dataset);
  for (const [key, value] of Object.entries(style ?? {})) setStyle(node, key, value);
  for (const [type, run] of Object.entries(on ?? {})) {
    if (run) node.addEventListener(type, /** @type {EventListener} */ (run));
  }
  for (const [name, value] of Object.entries(rest)) setAttribute(node, name, value);
  append(node, children);
  return node;
}

/**
 * @template T
 * @param {T} value
 * @returns {value is NonNullable<T>}
 */
const isGiven = (value) => value !== null && value !== undefined;

/**
 * @param {HTMLElement} node
 * @param {string} name
 * @param {unknown} value
 */
function setAttribute(node, name, value) {
  if (!isGiven(value)) return;
  if (properties.has(name)) Object.assign(node, { [name]: value });
  else if (name.startsWith('aria-')) node.setAttribute(name, String(value));
  else if (value === true) node.setAttribute(name, '');
  else if (value !== false) node.setAttribute(name, String(value));
}

// The content security policy forbids style attributes but allows the style object.
/**
 * @param {HTMLElement} node
 * @param {string} key
 * @param {unknown} text
 */
function setStyle(node, key, text) {
  if (key.startsWith('--')) node.style.setProperty(key, String(text));
  else Object.assign(node.style, { [key]: text });
}

/**
 * Adds strings, nodes and (nested) arrays of them; leaves out null, undefined and booleans.
 * @template {Element} N
 * @param {N} node
 * @param {...Child} children
 */
export function append(node, ...children) {
  for (const child of /** @type {unknown[]} */ (children).flat(Infinity)) {
    if (child === null || child === undefined || typeof child === 'boolean') continue;
    node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

/**
 * Removes everything in `node` and returns it.
 * @template {Element} N
 * @param {N} node
 */
export function clear(node) {
  node.replaceChildren();
  return node;
}

let identifiers = 0;

/** A new id, to connect labels, hints and errors with their inputs. */
export const freshId = (prefix = 'm') => `${prefix}-${++identifiers}`;
