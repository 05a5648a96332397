// How the vocabularies of the networks are called, and which of them count boxes.

import { api } from '../core/api.js';

/** @type {Record<string, string>} */
const NAMES = { coco: 'Objects', imagenet: 'Scenes' };
const counting = new Set(['coco']);

/** @param {string | undefined} vocabulary */
export const labelFor = (vocabulary) => NAMES[vocabulary ?? ''] ?? `Classes of ${vocabulary}`;

/**
 * Whether names of this vocabulary stand for boxes, which can be counted.
 * @param {string | undefined} vocabulary
 */
export const hasBoxes = (vocabulary) => counting.has(vocabulary ?? '');

/** Learns which other networks are installed; without an answer the usual two are known. */
export async function learnVocabularies() {
  try {
    const { models } = await api.get('models');
    for (const { task, vocabulary } of models) {
      if (/detect|object/i.test(task ?? '')) counting.add(vocabulary ?? '');
    }
  } catch {
    // Only a help for the panel.
  }
}
