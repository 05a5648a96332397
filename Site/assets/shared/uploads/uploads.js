// The uploads of this page: each file is hashed, checked, sent and followed to its final state. The list on the
// import page and the dock on other pages both show this store.

import { api, asError } from '../../core/api.js';
import { followStored } from './follow.js';
import { hashFile } from './hashing.js';
import { pieceSize, sendFile } from './send.js';
import { isEnd, needsPage, stateOf } from './states.js';
import { Speed } from './speed.js';

const senders = 3;
// Hashing may be ahead of sending by at most so many files.
const ahead = 60;

// For answers without a sentence.
/** @type {Record<string, string>} */
const sentences = {
  unsupported: 'Meridian does not support this format.',
  damaged: 'It cannot be read.',
};

export class Uploads extends EventTarget {
  /** @type {UploadItem[]} */
  items = [];
  /** @type {Record<string, number>} */
  counts = {};
  speed = new Speed();
  // The first file of each hash; others with the same hash are its duplicates.
  /** @type {Map<string, UploadItem>} */
  #known = new Map();
  /** @type {UploadItem[]} */
  #waiting = [];
  /** @type {UploadItem[]} */
  #ready = [];
  #sending = 0;
  #preparing = false;
  /** @type {UploadItem[]} */
  #checkQueue = [];
  #checkTimer = 0;
  #announced = 0;

  /**
   * Takes in files [{file, path}].
   * @param {ChosenFile[]} files
   */
  add(files) {
    for (const { file, path } of files) {
      /** @type {UploadItem} */
      const item = {
        sha256: null,
        problem: '',
        id: this.items.length,
        file,
        name: file.name,
        path,
        size: file.size,
        state: 'waiting',
        sent: 0,
        reason: '',
        photo: null,
        retryIn: 0,
      };
      this.items.push(item);
      this.counts.waiting = (this.counts.waiting ?? 0) + 1;
      this.#waiting.push(item);
    }
    this.#changed();
    this.#prepare();
  }

  /** All bytes, sent bytes, and how many files have ended. */
  totals() {
    let bytes = 0;
    let sent = 0;
    let ended = 0;
    for (const item of this.items) {
      if (isEnd(item.state)) ended += 1;
      if (item.state === 'cancelled' || item.state === 'failed') continue;
      bytes += item.size;
      sent += needsPage(item.state) ? item.sent : item.size;
    }
    return {
      bytes,
      sent,
      ended,
      files: this.items.length,
      active: this.isActive,
      rate: this.speed.rate,
    };
  }

  /** Whether leaving the page would lose uploads. */
  get isActive() {
    return ['waiting', 'checking', 'ready', 'sending'].some((state) => this.counts[state] > 0);
  }

  /** @param {UploadItem} item */
  cancel(item) {
    if (isEnd(item.state) || item.state === 'stored') return;
    const had = item.sent > 0;
    this.#end(item, 'cancelled');
    item.abort?.abort();
    if (had && item.sha256) api.send('DELETE', `uploads/${item.sha256}`).catch(() => {});
    this.#release(item);
  }

  cancelAll() {
    // Duplicates end first, so that none of them replaces a cancelled file.
    for (const item of this.items) if (item.twin) item.twin = null;
    for (const item of this.items) this.cancel(item);
  }

  /** @param {UploadItem} item */
  retry(item) {
    if (!['failed', 'cancelled'].includes(item.state)) return;
    Object.assign(item, { sent: 0, reason: '', retryIn: 0 });
    this.#queue(item);
  }

  /** @param {UploadItem} item */
  #queue(item) {
    this.#set(item, 'waiting');
    this.#waiting.push(item);
    this.#prepare();
  }

  // A file is cancelled: another one with the same bytes takes its place.
  /** @param {UploadItem} item */
  #release(item) {
    if (this.#known.get(item.sha256 ?? '') !== item) return;
    this.#known.delete(item.sha256 ?? '');
    for (const twin of this.items) {
      if (twin.twin !== item) continue;
      twin.twin = null;
      this.#queue(twin);
    }
  }

  /** Forgets the files that have ended. */
  clearEnded() {
    this.items = this.items.filter((item) => !isEnd(item.state));
    this.items.forEach((item, index) => {
      item.id = index;
    });
    this.#recount();
    this.#changed();
  }

  // Hashing, one file after the other.
  async #prepare() {
    if (this.#preparing) return;
    this.#preparing = true;
    for (let item; (item = this.#nextWaiting());) await this.#hash(item);
    this.#preparing = false;
  }

  #nextWaiting() {
    if ((this.counts.ready ?? 0) + (this.counts.checking ?? 0) >= ahead) return null;
    return takeFirst(this.#waiting, 'waiting');
  }

  /** @param {UploadItem} item */
  async #hash(item) {
    this.#set(item, 'checking');
    if (item.size === 0) return this.#end(item, 'damaged', 'The file is empty.');
    if (!item.sha256) {
      const result = await hashFile(/** @type {File} */ (item.file));
      if (item.state !== 'checking') return;
      if (result.video) {
        return this.#end(item, 'unsupported', 'This is a video. Meridian only imports photos.');
      }
      if (result.error) {
        return this.#end(
          item,
          'failed',
          'The file can no longer be read. Was it moved or changed?',
        );
      }
      item.sha256 = result.sha256 ?? null;
    }
    const first = this.#known.get(item.sha256 ?? '');
    if (first && first !== item) {
      item.twin = first;
      return this.#end(
        item,
        'duplicate',
        `Same file as ${first.name}, which is also in this list.`,
      );
    }
    this.#known.set(item.sha256 ?? '', item);
    this.#checkQueue.push(item);
    // A short wait collects small files into one request.
    if (this.#checkQueue.length >= 40) this.#check();
    else this.#checkTimer ||= setTimeout(() => this.#check(), 120);
  }

  async #check() {
    clearTimeout(this.#checkTimer);
    this.#checkTimer = 0;
    const items = this.#checkQueue.splice(0).filter((item) => item.state === 'checking');
    if (items.length === 0) return;
    /** @type {Record<string, number>} */
    let known = {};
    // Without an answer, each file is checked again before it is sent.
    try {
      ({ known } = await api.send('POST', 'uploads/check', {
        sha256: items.map((item) => item.sha256 ?? ''),
      }));
    } catch { /* no connection */ }
    for (const item of items) {
      if (item.state !== 'checking') continue;
      const photo = known[item.sha256 ?? ''];
      if (photo !== undefined) {
        this.#end(item, 'duplicate', 'This photo is already in your library.', { photo });
      } else {
        this.#set(item, 'ready');
        this.#ready.push(item);
      }
    }
    this.#send();
    this.#prepare();
  }

  #send() {
    while (this.#sending < senders) {
      const item = takeFirst(this.#ready, 'ready');
      if (!item) return;
      this.#sending += 1;
      this.#sendOne(item).finally(() => {
        this.#sending -= 1;
        this.#send();
        this.#prepare();
      });
    }
  }

  /** @param {UploadItem} item */
  async #sendOne(item) {
    item.abort = new AbortController();
    this.#set(item, 'sending');
    try {
      const answer = await sendFile(/** @type {FileToSend} */ (item), {
        signal: item.abort.signal,
        progress: (sent) => this.#progress(item, sent),
        waiting: (seconds, why = '') => {
          item.retryIn = seconds;
          item.problem = why;
          this.#changed();
        },
      });
      if (item.state === 'sending') this.take(item, answer);
    } catch (problem) {
      if (item.state === 'sending') this.#fail(item, problem);
    }
  }

  /**
   * @param {UploadItem} item
   * @param {number} sent
   */
  #progress(item, sent) {
    if (item.state !== 'sending') return;
    // A larger step is what the server had from an earlier attempt.
    const grown = sent - item.sent;
    if (grown > 0 && grown <= pieceSize) this.speed.add(grown);
    item.sent = Math.min(sent, item.size);
    this.#changed();
  }

  /**
   * @param {UploadItem} item
   * @param {unknown} problem
   */
  #fail(item, problem) {
    this.#release(item);
    // The file has changed since it was hashed, so it is hashed again next time.
    if (asError(problem).status === 422) item.sha256 = null;
    const reason = asError(problem).status === 401
      ? 'You are signed out. Sign in in another tab, then try again.'
      : asError(problem).detail ?? 'The file can no longer be read. Was it moved or changed?';
    this.#end(item, 'failed', reason);
  }

  /**
   * Takes over the server's answer about a file that was sent.
   * @param {UploadItem} item
   * @param {Parameters<typeof stateOf>[0]} answer
   */
  take(item, answer) {
    const state = stateOf(answer, item.state === 'stored');
    if (state === item.state) return;
    if (!state) {
      return this.#end(item, 'failed', 'The server did not receive the whole file. Try again.');
    }
    if (state !== 'stored') {
      return this.#end(item, state, answer.sentence ?? sentences[state] ?? '', {
        photo: answer.photo ?? null,
      });
    }
    item.sent = item.size;
    this.#set(item, 'stored');
    followStored(this);
  }

  /**
   * @param {UploadItem} item
   * @param {string} state
   */
  #end(
    item,
    state,
    reason = '',
    { photo = /** @type {number | null | undefined} */ (undefined) } = {},
  ) {
    item.reason = reason;
    if (photo !== undefined) item.photo = photo;
    this.#set(item, state);
  }

  /**
   * @param {UploadItem} item
   * @param {string} state
   */
  #set(item, state) {
    this.counts[item.state] -= 1;
    item.state = state;
    this.counts[state] = (this.counts[state] ?? 0) + 1;
    // Releases the file once it is not needed: a thousand open files take memory.
    if (
      ['imported', 'unsupported', 'damaged'].includes(state) ||
      (state === 'duplicate' && !item.twin)
    ) item.file = null;
    this.#changed();
  }

  #recount() {
    this.counts = {};
    for (const { state } of this.items) this.counts[state] = (this.counts[state] ?? 0) + 1;
  }

  // Many things change at once, so listeners are called a few times a second.
  #changed() {
    if (this.#announced) return;
    this.#announced = setTimeout(() => {
      this.#announced = 0;
      this.dispatchEvent(new Event('change'));
    }, 150);
  }
}

// Takes the first of `queue` that is still in `state`; others were cancelled meanwhile.
/**
 * @param {UploadItem[]} queue
 * @param {string} state
 */
function takeFirst(queue, state) {
  while (queue.length) {
    const item = queue.shift();
    if (item?.state === state) return item;
  }
  return null;
}

export const uploads = new Uploads();

window.addEventListener('beforeunload', (event) => {
  if (uploads.isActive) event.preventDefault();
});
