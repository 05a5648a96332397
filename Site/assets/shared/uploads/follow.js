// Follows the uploaded files: a job analyses them, and then the page asks for the result of each.

import { api } from '../../core/api.js';
import { onServer } from '../../core/events.js';

const pace = 3000;
// While every answer brings something new, there is more to come.
const soon = 150;
// If there is no job by then, the server is asked to start one.
const patience = 12_000;

/** @type {import('./uploads.js').Uploads | null} */
let store = null;
let timer = 0;
let lastJob = 0;
let asked = 0;

/**
 * Follows the stored files of `uploads` until all have a result.
 * @param {import('./uploads.js').Uploads} uploads
 */
export function followStored(uploads) {
  if (!store) {
    store = uploads;
    lastJob = performance.now();
    onServer('job', (job) => {
      if (job.kind !== 'upload') return;
      lastJob = performance.now();
      schedule(['done', 'failed', 'cancelled'].includes(job.state) ? 100 : pace);
    });
  }
  schedule(pace);
}

const stored = () => (store?.items ?? []).filter((item) => item.state === 'stored');

/** @param {number} wait */
function schedule(wait) {
  if (timer && wait >= pace) return;
  clearTimeout(timer);
  timer = setTimeout(look, wait);
}

async function look() {
  timer = 0;
  const items = stored();
  if (items.length === 0) return;
  let quick = false;
  try {
    quick = await askAbout(items);
    if (
      !store?.isActive && performance.now() - lastJob > patience &&
      performance.now() - asked > patience
    ) {
      asked = performance.now();
      await api.send('POST', 'uploads/import', {});
    }
  } catch { /* asked again soon */ }
  if (stored().length) schedule(quick ? soon : pace);
}

// One request finds which files have become photos; for the others, oldest first, one request each,
// since only that has the reason. True if every answer was new.
/** @param {UploadItem[]} items */
async function askAbout(items) {
  const batch = items.slice(0, 500);
  const { known } = await api.send('POST', 'uploads/check', {
    sha256: batch.map((item) => item.sha256 ?? ''),
  });
  for (const item of batch) {
    const photo = known[item.sha256 ?? ''];
    if (photo !== undefined) store?.take(item, { state: 'indexed', photo });
  }
  const rest = batch.filter((item) => item.state === 'stored').slice(0, 24);
  for (const item of rest) store?.take(item, await api.get(`uploads/${item.sha256}`));
  return rest.length > 0 && rest.every((item) => item.state !== 'stored');
}
