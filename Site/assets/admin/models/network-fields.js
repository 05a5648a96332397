// What is asked of a network wherever it comes from.

import { field } from '../../shared/fields.js';

/** @param {Preset[]} presets */
export const presetField = (presets) => field('Family', {
  hint: 'How pictures are given to it, and how its answer is read.',
  options: [{ value: '', label: 'Told from the network itself' }, ...presets.map(({ id, summary }) => ({ value: id, label: `${id} – ${summary}` }))],
});

export const identifierField = () => field('Identifier', { type: 'text', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none', maxlength: 64, hint: 'Left empty, it is made of the file’s name.' });

export const licenceField = () => field('Licence', { type: 'text', autocomplete: 'off', maxlength: 200, hint: 'Of the weights, where you know it.' });

/**
 * The fields that are filled in, by name.
 * @param {Record<string, Field>} fields
 */
export function valuesOf(fields) {
  const values = Object.entries(fields).map(([name, { input }]) => [name, input.value.trim()]);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
