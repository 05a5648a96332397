import { test } from 'node:test';
import { deepEqual, equal, rejects } from 'node:assert/strict';
import './support/browser.js';
import { Blocks } from '../assets/shared/blocks.js';
import { filesOfInput, isSystemFile, readEntries } from '../assets/shared/uploads/entries.js';
import { sendFile } from '../assets/shared/uploads/send.js';
import { Sha256 } from '../assets/shared/uploads/sha256.js';
import { isEnd, needsPage, stateOf, states } from '../assets/shared/uploads/states.js';

/** @type {(text: string) => Uint8Array} */
const bytes = (text) => new TextEncoder().encode(text);
/** @type {(name: string, path?: string) => File} */
const file = (name, path = '') =>
  Object.assign(new File(['x'], name), { webkitRelativePath: path });

test('SHA-256 of nothing and of three letters', () => {
  equal(new Sha256().digest(), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  equal(
    new Sha256().update(bytes('abc')).digest(),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test("SHA-256 agrees with the browser's, however the bytes are split", async () => {
  const all = Uint8Array.from({ length: 1000 }, (_, n) => (n * 37) % 256);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  const wanted = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  for (const size of [1, 55, 56, 63, 64, 65, 1000]) {
    const sum = new Sha256();
    for (let start = 0; start < all.length; start += size) {
      sum.update(all.subarray(start, start + size));
    }
    equal(sum.digest(), wanted, `in pieces of ${size}`);
  }
});

test('system files are left out', () => {
  for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '._IMG_1.jpg']) {
    equal(isSystemFile(name), true, name);
  }
  for (const name of ['IMG_1.jpg', 'thumbs.jpg', '.hidden.jpg']) {
    equal(isSystemFile(name), false, name);
  }
});

/** An entry of a dropped folder, with the members that reading it asks for. */
const fakeEntry = (
  /** @type {object} */ members,
) => /** @type {FileSystemEntry} */ (/** @type {unknown} */ (members));

test('a chosen folder gives its files their paths', () => {
  const input = {
    files: [file('a.jpg', 'trip/a.jpg'), file('.DS_Store', 'trip/.DS_Store'), file('b.jpg')],
  };
  deepEqual(filesOfInput(input).map(({ path }) => path), ['trip/a.jpg', 'b.jpg']);
});

test('dropped folders are read completely, in batches', async () => {
  /** @type {(name: string, children?: object[]) => FileSystemEntry} */
  const entry = (name, children) =>
    fakeEntry({
      name,
      fullPath: `/${name}`,
      isFile: !children,
      file: (/** @type {(file: File) => void} */ give) => give(file(name.replace(/.*\//, ''))),
      createReader() {
        const batches = children ? [children.slice(0, 1), children.slice(1), []] : [];
        return {
          readEntries: (/** @type {(batch: object[]) => void} */ give) =>
            give(batches.shift() ?? []),
        };
      },
    });
  const folder = entry('trip', [
    entry('trip/a.jpg'),
    entry('trip/day', [entry('trip/day/b.jpg'), entry('trip/day/.DS_Store')]),
  ]);
  /** @type {string[][]} */
  const portions = [];
  const found = await readEntries(
    [folder, file('c.jpg')],
    (some) => portions.push(some.map(({ path }) => path)),
    2,
  );
  equal(found, 3);
  deepEqual(portions, [['trip/a.jpg', 'trip/day/b.jpg'], ['c.jpg']]);
});

test('an entry that cannot be read is left out', async () => {
  const broken = fakeEntry({
    name: 'gone.jpg',
    fullPath: '/gone.jpg',
    isFile: true,
    file: (/** @type {unknown} */ _, /** @type {(error: Error) => void} */ fail) =>
      fail(new Error('gone')),
  });
  equal(await readEntries([broken], () => {}), 0);
});

test('every state is final, needs the page, or is with the server', () => {
  for (const state of Object.keys(states)) {
    equal(isEnd(state), !needsPage(state) && state !== 'stored', state);
  }
  equal(needsPage('sending'), true);
  equal(isEnd('imported'), true);
});

test("the server's answer becomes a state; a stored file that is gone was not a photo", () => {
  equal(stateOf({ state: 'indexed' }), 'imported');
  equal(stateOf({ state: 'set_aside' }), 'damaged');
  equal(stateOf({ state: 'partial' }), null);
  equal(stateOf({ state: 'none' }), null);
  equal(stateOf({ state: 'none' }, true), 'unsupported');
});

/** A request that answers what the test says, in turn. */
function fakeRequests(/** @type {{ status: number, body: object }[]} */ ...answers) {
  /** @type {string[]} */
  const asked = [];
  class FakeRequest extends EventTarget {
    upload = new EventTarget();
    status = 0;
    responseText = '';
    timeout = 0;
    open(/** @type {string} */ method, /** @type {string} */ address) {
      asked.push(`${method} ${address}`);
    }
    setRequestHeader() {}
    getResponseHeader() {
      return null;
    }
    abort() {}
    send() {
      const { status, body } = answers.shift() ?? { status: 500, body: {} };
      Object.assign(this, { status, responseText: JSON.stringify(body) });
      queueMicrotask(() => this.dispatchEvent(new Event('load')));
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest });
  return asked;
}

const quiet = { signal: new AbortController().signal, progress() {}, waiting() {} };
const sending = { file: new File(['12345'], 'a.jpg'), sha256: 'aa', name: 'a.jpg' };

test('a small file is sent in one piece without asking first', async () => {
  const asked = fakeRequests({ status: 200, body: { state: 'stored', received: 5 } });
  const answer = await sendFile(sending, quiet);
  equal(answer.state, 'stored');
  deepEqual(asked, ['PUT /api/v1/uploads/aa?name=a.jpg&offset=0&size=5']);
});

test("a final error has the server's sentence", async () => {
  fakeRequests({ status: 413, body: { title: 'Too large', detail: 'The file is too large.' } });
  await rejects(sendFile(sending, quiet), { status: 413, detail: 'The file is too large.' });
});

test('blocks of items are loaded once, and read by index', async () => {
  /** @type {number[][]} */
  const asked = [];
  /** @type {Blocks<{ id: number }>} */
  const blocks = new Blocks({
    total: 450,
    fetch: async (offset, limit) => {
      asked.push([offset, limit]);
      return Array.from({ length: Math.min(limit, 450 - offset) }, (_, n) => ({ id: offset + n }));
    },
    onLoad() {},
  });
  const [items] = await Promise.all([blocks.items(190, 30), blocks.items(0, 5)]);
  deepEqual([items[0].id, items.length], [190, 30]);
  deepEqual(asked, [[0, 200], [200, 200]]);
  equal(blocks.get(199)?.id, 199);
  equal(blocks.get(449), undefined);
  await blocks.items(0, 10);
  equal(asked.length, 2);
});

test('an item that changed keeps its place', async () => {
  /** @type {Blocks<{ id: number, rating: number }>} */
  const blocks = new Blocks({
    total: 2,
    fetch: async () => [{ id: 7, rating: 0 }, { id: 8, rating: 0 }],
    onLoad() {},
  });
  await blocks.items(0, 2);
  equal(blocks.update({ id: 8, rating: 5 }), 1);
  equal(blocks.get(1)?.rating, 5);
  equal(blocks.update({ id: 99 }), -1);
});
