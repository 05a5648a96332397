// The states an upload can be in, what they are called, and what they mean for the totals.

/** @type {Record<string, { label: string, icon: string, phase: string, tone?: string }>} */
export const states = {
  waiting: { label: 'Waiting', icon: 'clock', phase: 'waiting' },
  checking: { label: 'Checking', icon: 'search', phase: 'active' },
  ready: { label: 'Waiting', icon: 'clock', phase: 'waiting' },
  sending: { label: 'Uploading', icon: 'upload', phase: 'active' },
  stored: { label: 'Analysing', icon: 'eye', phase: 'stored' },
  imported: { label: 'Imported', icon: 'check', phase: 'done', tone: 'ok' },
  duplicate: { label: 'Already here', icon: 'copy', phase: 'done', tone: 'accent' },
  unsupported: { label: 'Not a photo', icon: 'box', phase: 'done', tone: 'warning' },
  damaged: { label: 'Damaged', icon: 'warning', phase: 'problem', tone: 'error' },
  failed: { label: 'Not uploaded', icon: 'warning', phase: 'problem', tone: 'error' },
  cancelled: { label: 'Cancelled', icon: 'close', phase: 'done' },
};

/**
 * Whether the file still needs this page: leaving it would lose the upload.
 * @param {string} state
 */
export const needsPage = (state) => ['waiting', 'checking', 'ready', 'sending'].includes(state);

/**
 * Whether the file has reached a final state.
 * @param {string} state
 */
export const isEnd = (state) => !needsPage(state) && state !== 'stored';

// The server's final states, and their names here.
/** @type {Record<string, string>} */
const ends = {
  indexed: 'imported',
  duplicate: 'duplicate',
  unsupported: 'unsupported',
  set_aside: 'damaged',
  stored: 'stored',
};

/**
 * The state for the server's answer about a file, or null if it needs more bytes. The server keeps
 * photos and files that it sets aside: a stored file that is gone (`wasStored`) was not a photo.
 * @param {Partial<UploadAnswer> & { state: UploadAnswer['state'] }} answer
 */
export const stateOf = (answer, wasStored = false) =>
  ends[answer.state] ?? (wasStored && answer.state === 'none' ? 'unsupported' : null);
