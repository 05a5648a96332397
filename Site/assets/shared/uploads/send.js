// Sends one file in pieces. A lost connection costs at most one piece, since the server knows how much it
// has.

import { asError, csrfToken, Problem, sentenceOf, url } from '../../core/api.js';

export const pieceSize = 8 * 1024 * 1024;
const longestWait = 30_000;
// Waits for a lost connection as long as it takes, but not for a server that keeps failing.
const answerLimit = 7;
/** @param {CaughtError} error */
const isAnswer = ({ status = 0 }) => status === 409 || status >= 500;

/**
 * Sends `file` until the server has all of it, and returns its last answer. `progress(bytes)` gets how
 * much has arrived, `waiting(seconds, why)` the time until the next attempt and its reason.
 * @param {FileToSend} sending
 * @param {{ signal: AbortSignal, progress: (bytes: number) => void, waiting: (seconds: number, why?: string) => void }} options
 */
export async function sendFile({ file, sha256, name }, { signal, progress, waiting }) {
  let failures = 0;
  let answer = null;
  let offset = 0;
  // A file of one piece is sent without asking: the server answers if it has part of it already.
  let known = file.size <= pieceSize;
  for (;;) {
    try {
      if (!known) {
        answer = await ask(sha256, signal);
        offset = answer.received ?? 0;
        known = true;
      }
      progress(offset);
      if (answer && !['none', 'partial'].includes(answer.state)) return answer;
      answer = await put({ file, sha256, name, offset }, signal, progress);
      offset = answer.received ?? Math.min(file.size, offset + pieceSize);
      failures = 0;
    } catch (problem) {
      if (asError(problem).name === 'AbortError') throw problem;
      known = false;
      failures += 1;
      if (
        !isPassing(asError(problem)) || (isAnswer(asError(problem)) && failures > answerLimit)
      ) throw problem;
      const { retry_after: seconds } = asError(problem).extra ?? {};
      const wait = seconds ? seconds * 1000 : Math.min(longestWait, 500 * 2 ** failures);
      if (asError(problem).status !== 409) {
        waiting(
          wait / 1000,
          asError(problem).status === 0 ? 'Connection lost; retrying' : sentenceOf(problem),
        );
      }
      await pause(wait, signal);
      waiting(0);
    }
  }
}

// A lost connection, a busy server or one that is just restarting, or (409) somebody who sends the same file;
// all other errors are final.
/** @param {CaughtError} error */
const isPassing = ({ status = -1 }) =>
  status === 0 || status === 408 || status === 409 || status === 429 ||
  (status >= 500 && status !== 501 && status !== 507);

/**
 * @param {string} sha256
 * @param {AbortSignal} signal
 */
async function ask(sha256, signal) {
  let response;
  try {
    response = await fetch(url(`uploads/${sha256}`), { signal, cache: 'no-store' });
  } catch (error) {
    if (asError(error).name === 'AbortError') throw error;
    throw new Problem(0, 'No connection');
  }
  if (response.status === 404) return { state: 'none', received: 0 };
  if (!response.ok) {
    throw problemOf(response.status, await response.text(), response.headers.get('Retry-After'));
  }
  return response.json();
}

// XMLHttpRequest, since fetch does not report upload progress.
/**
 * @param {FileToSend & { offset: number }} sending
 * @param {AbortSignal} signal
 * @param {(bytes: number) => void} progress
 */
function put({ file, sha256, name, offset }, signal, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url(`uploads/${sha256}`, { name, offset, size: file.size }));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-CSRF-Token', csrfToken());
    request.upload.addEventListener('progress', (event) => progress(offset + event.loaded));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText));
      else {reject(
          problemOf(request.status, request.responseText, request.getResponseHeader('Retry-After')),
        );}
    });
    request.addEventListener('error', () => reject(new Problem(0, 'No connection')));
    request.addEventListener('timeout', () => reject(new Problem(0, 'No connection')));
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) return reject(new DOMException('Cancelled', 'AbortError'));
    // Long enough for one piece on a slow connection; dead connections must end some time.
    request.timeout = 180_000;
    request.send(file.slice(offset, offset + pieceSize));
  });
}

/**
 * @param {number} status
 * @param {string} text
 * @param {string | null} retryAfter
 */
function problemOf(status, text, retryAfter) {
  try {
    const { title, detail, status: _status, type: _type, ...extra } = JSON.parse(text);
    if (retryAfter && !extra.retry_after) extra.retry_after = Number(retryAfter);
    return new Problem(status, title ?? 'Error', detail, extra);
  } catch {
    return new Problem(
      status,
      'Error',
      `The server answered ${status}.`,
      retryAfter ? { retry_after: Number(retryAfter) } : {},
    );
  }
}

// Waits, but not longer than until the browser is online again.
/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 */
function pause(milliseconds, signal) {
  return /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
    const done = () => {
      cleanUp();
      resolve();
    };
    const cancelled = () => {
      cleanUp();
      reject(new DOMException('Cancelled', 'AbortError'));
    };
    const timer = setTimeout(done, milliseconds);
    const cleanUp = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', cancelled);
    };
    window.addEventListener('online', done);
    signal.addEventListener('abort', cancelled);
  }));
}
