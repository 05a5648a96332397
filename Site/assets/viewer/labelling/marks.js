// The items to answer for a label on one photo, and the answers.

import { api } from '../../core/api.js';

/** All labels. */
export const allLabels = async () => (await api.get('labels')).labels;

/**
 * What can be marked on a photo: [{box, answer}], the photo itself with the box null.
 * The server lists this for the photos of a query; the query for the file's path finds this one.
 * @param {{ id: number, name: string }} label
 * @param {{ id: number, path: string }} options
 */
export async function marksOf(label, { id, path }) {
  const q = `file:"${path.replace(/["\\]/g, '\\$&')}"`;
  const { photos } = await api.get(`labels/${label.id}/photos`, { params: { q, limit: 200 } });
  const found = photos.find((/** @type {{ photo: GridPhoto }} */ { photo }) => photo.id === id);
  if (!found) throw new Error('Cannot tell what can be marked on this photo.');
  return found.marks;
}

/**
 * Gives one answer, or removes it with null; resolves to the updated label.
 * @param {{ id: number, name: string }} label
 * @param {number} photo
 * @param {Box | null} box
 * @param {boolean | null} answer
 */
export async function giveAnswer(label, photo, box, answer) {
  const mark = box ? { photo, box } : { photo };
  return (await api.send('POST', `labels/${label.id}/examples`, {
    marks: [mark],
    answer,
    origin: 'viewer',
  })).label;
}

/**
 * Undoes the label's last answer, whichever photos it was for: {marks, label}.
 * @param {{ id: number, name: string }} label
 */
export const undoAnswer = (label) => api.send('POST', `labels/${label.id}/examples/undo`, {});
