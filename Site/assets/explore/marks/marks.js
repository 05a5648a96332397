// Favourites and ratings: shown at once, sent to the server, undone if it refuses.

import { api, sentenceOf } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { announce } from '../../core/live.js';
import { count } from '../../core/format.js';

/**
 * @param {GridPhoto} photo
 * @param {boolean} favourite
 * @param {(photo: GridPhoto) => void} update
 */
export async function setFavourite(photo, favourite, update) {
  await mark(
    photo,
    { favourite },
    update,
    () => api.send('PUT', `photos/${photo.id}/favourite`, { favourite }),
  );
  announce(favourite ? 'Favourite' : 'Removed from favourites');
}

/**
 * @param {GridPhoto} photo
 * @param {number} stars
 * @param {(photo: GridPhoto) => void} update
 */
export async function setRating(photo, stars, update) {
  await mark(
    photo,
    { rating: stars },
    update,
    () => api.send('PUT', `photos/${photo.id}/rating`, { stars }),
  );
  announce(stars ? `Rated ${count(stars, 'star')}` : 'Rating removed');
}

/**
 * @param {GridPhoto} photo
 * @param {PhotoChange} change
 * @param {(photo: GridPhoto) => void} update
 * @param {() => Promise<GridPhoto | null>} send
 */
async function mark(photo, change, update, send) {
  update({ ...photo, ...change });
  try {
    const saved = await send();
    if (saved) update(saved);
  } catch (problem) {
    update(photo);
    toast(sentenceOf(problem), { kind: 'error' });
  }
}

/**
 * Marks many photos; resolves to whether it succeeded.
 * @param {number[]} ids
 * @param {PhotoChange} change
 */
export async function markAll(ids, change) {
  try {
    // Batches keep each request small.
    for (let start = 0; start < ids.length; start += 5000) {
      await api.send('POST', 'marks', { ids: ids.slice(start, start + 5000), ...change });
    }
    toast(`${count(ids.length, 'photo')} marked.`, { kind: 'ok' });
    return true;
  } catch (problem) {
    toast(sentenceOf(problem), { kind: 'error' });
    return false;
  }
}
