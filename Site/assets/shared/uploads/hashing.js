// Files are hashed one after the other in a Worker, so that the page stays responsive.

/** @type {Worker | null} */
let worker = null;
/** @type {Map<number, { resolve: (answer: Hashed) => void, progress?: (hashed: number) => void }>} */
const waiting = new Map();
let next = 0;

/**
 * Hashes `file`: {sha256}, {video: true} for a video, or {error} if it cannot be read.
 * @param {File} file
 * @param {(hashed: number) => void} [progress]
 * @returns {Promise<Hashed>}
 */
export function hashFile(file, progress) {
  const here = worker ??= start();
  const id = ++next;
  return new Promise((resolve) => {
    waiting.set(id, { resolve, progress });
    here.postMessage({ id, file });
  });
}

function start() {
  const started = new Worker('/assets/shared/uploads/hash-worker.js', { type: 'module' });
  started.addEventListener('message', ({ data }) => {
    const entry = waiting.get(data.id);
    if (!entry) return;
    if (data.hashed !== undefined) return entry.progress?.(data.hashed);
    waiting.delete(data.id);
    entry.resolve(data);
  });
  started.addEventListener('error', () => {
    for (const { resolve } of waiting.values()) resolve({ error: 'WorkerError' });
    waiting.clear();
    worker = null;
  });
  return started;
}
