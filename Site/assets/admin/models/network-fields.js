// The fields of every form that adds a model.

import { field } from '../../shared/fields.js';

/** @param {Preset[]} presets */
export const presetField = (presets) =>
  field('Family', {
    hint: 'How pictures are prepared for the model, and how its output is decoded.',
    options: [
      { value: '', label: 'Detect automatically' },
      ...presets.map(({ id, summary }) => ({ value: id, label: `${id} – ${summary}` })),
    ],
  });

export const identifierField = () =>
  field('Identifier', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'none',
    maxlength: 64,
    hint: 'Leave it empty to use the file name.',
  });

export const licenceField = () =>
  field('Licence', {
    type: 'text',
    autocomplete: 'off',
    maxlength: 200,
    hint: 'The licence of the weights, if you know it.',
  });

/**
 * The values of the fields that are filled in, by name.
 * @param {Record<string, Field>} fields
 */
export function valuesOf(fields) {
  const values = Object.entries(fields).map(([name, { input }]) => [name, input.value.trim()]);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
