// The names of the models' vocabularies, and which of them have boxes.

import { api } from '../../core/api.js';

/** @type {Record<string, string>} */
const NAMES = { coco: 'Objects', imagenet: 'Scenes' };
const counting = new Set(['coco']);

/** @param {string | undefined} vocabulary */
export const labelFor = (vocabulary) => NAMES[vocabulary ?? ''] ?? `Classes of ${vocabulary}`;

/**
 * Whether names of this vocabulary mean boxes, which can be counted.
 * @param {string | undefined} vocabulary
 */
export const hasBoxes = (vocabulary) => counting.has(vocabulary ?? '');

/** Loads which other models are installed; without an answer, the two default ones are known. */
export async function learnVocabularies() {
  try {
    const { models } = await api.get('models');
    for (const { task, vocabulary } of models) {
      if (/detect|object/i.test(task ?? '')) counting.add(vocabulary ?? '');
    }
  } catch {
    // The panel works without it.
  }
}
