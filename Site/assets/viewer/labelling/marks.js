// What can be answered for a label on one photo, and the answers.

import { api } from '../../core/api.js';

/** All labels, and the name of each class that they may be about. */
export const allLabels = async () => (await api.get('labels')).labels;

/**
 * What can be marked on a photo: [{box, answer}], the photo itself with the box null.
 * The server tells it for the photos of a query; the file's whole path asks for this one.
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
 * Gives one answer, or takes it away with null; resolves to the label as it is now.
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
 * Takes the label's last answer back, of whichever photos: {marks, label}.
 * @param {{ id: number, name: string }} label
 */
export const undoAnswer = (label) => api.send('POST', `labels/${label.id}/examples/undo`, {});
