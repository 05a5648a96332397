// A Worker that hashes files: {id, file} in; {id, hashed} on the way; {id, sha256, video} or {id, error} out.

import { Sha256 } from './sha256.js';

const piece = 4 * 1024 * 1024;
// Files up to this size fit in memory; the browser's own hash is several times as fast.
const atOnce = 8 * 1024 * 1024;

let queue = Promise.resolve();

self.addEventListener('message', ({ data: { id, file } }) => {
  queue = queue.then(() => hash(id, file)).catch((error) =>
    self.postMessage({ id, error: error.name })
  );
});

/**
 * @param {number} id
 * @param {File} file
 */
async function hash(id, file) {
  if (isVideo(new Uint8Array(await file.slice(0, 16).arrayBuffer()))) {
    self.postMessage({ id, video: true });
    return;
  }
  const sha256 = file.size <= atOnce && self.crypto?.subtle
    ? await hashAtOnce(file)
    : await hashInPieces(id, file);
  self.postMessage({ id, sha256 });
}

/** @param {File} file */
async function hashAtOnce(file) {
  const digest = new Uint8Array(
    await self.crypto.subtle.digest('SHA-256', await file.arrayBuffer()),
  );
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param {number} id
 * @param {File} file
 */
async function hashInPieces(id, file) {
  const sum = new Sha256();
  for (let start = 0; start < file.size; start += piece) {
    sum.update(new Uint8Array(await file.slice(start, start + piece).arrayBuffer()));
    self.postMessage({ id, hashed: Math.min(file.size, start + piece) });
  }
  return sum.digest();
}

// Phones keep large videos beside photos: files that are certainly videos by their
// content are not sent. The server decides about all others.
/** @param {Uint8Array} head */
function isVideo(head) {
  /**
   * @param {number} from
   * @param {number} to
   */
  const text = (from, to) => String.fromCharCode(...head.subarray(from, to));
  if (text(4, 8) === 'ftyp') {
    return [
      'isom',
      'iso2',
      'iso4',
      'iso5',
      'iso6',
      'mp41',
      'mp42',
      'avc1',
      'qt  ',
      'M4V ',
      'MSNV',
      '3gp4',
      '3gp5',
      '3gp6',
      'mmp4',
    ].includes(text(8, 12));
  }
  if (text(0, 4) === 'RIFF') return text(8, 12) === 'AVI ';
  return head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3;
}
