// Form fields: label, input, hint and error, connected for screen readers.

import { el, freshId } from '../core/dom.js';

/**
 * A field. With `options` [{value, label}] it is a select; all other `attributes` go to the
 * input. Returns {node, input, say}; `say('…')` shows an error, `say('')` removes it.
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
  // A select has the properties of an input that forms use.
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
 * Whether all checks pass; the first field that fails gets the focus. [[field, ok, sentence]]
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
