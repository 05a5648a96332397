// Fields of forms: label, input, hint and error, tied together.

import { el, freshId } from '../core/dom.js';

/**
 * A field. `options` [{value, label}] make it a choice; everything else in `attributes` goes to the
 * input. Gives {node, input, say}; `say('…')` shows an error, `say('')` takes it away.
 * @param {string} label
 * @param {FieldOptions} options
 * @returns {Field}
 */
export function field(label, { hint = null, options = null, ...attributes } = {}) {
  const id = freshId('field');
  const error = el('p', { class: 'error', id: `${id}-error`, role: 'alert' });
  const described = [hint ? `${id}-hint` : null, error.id].filter(Boolean).join(' ');
  const common = { id, 'aria-describedby': described };
  const { value, ...others } = attributes;
  // A choice has what forms read and set of an input.
  const input = /** @type {HTMLInputElement} */ (options
    ? el(
      'select',
      { ...common, ...others },
      options.map((each) => el('option', { value: each.value, text: each.label })),
    )
    : el('input', { ...common, ...others }));
  if (value !== undefined && value !== null) input.value = String(value);
  const node = el(
    'div',
    { class: 'field' },
    el('label', { for: id, text: label }),
    input,
    hint ? el('p', { class: 'hint', id: `${id}-hint`, text: hint }) : null,
    error,
  );

  /** @param {string} text */
  function say(text) {
    error.textContent = text;
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }

  input.addEventListener('input', () => say(''));
  return { node, input, say };
}

/**
 * Whether all of the checks hold; the first field that fails has the focus. [[field, ok, sentence]]
 * @param {...[Field, unknown, string]} checks
 */
export function check(...checks) {
  const failed = checks.filter(([, ok]) => !ok);
  for (const [each] of checks) each.say('');
  for (const [each, , sentence] of failed.reverse()) {
    each.say(sentence);
    each.input.focus();
  }
  return failed.length === 0;
}
