// Which modules may import which. A page is a folder of assets with a main.js.

import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const root = new URL('../assets/', import.meta.url).pathname;
const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js')
);
const pages = new Set(readdirSync(root).filter((name) => existsSync(`${root}${name}/main.js`)));
const folderOf = (/** @type {string} */ name) => name.split('/')[0];

/** What a module imports, statically or later, as it is written. */
function importsOf(/** @type {string} */ name) {
  const text = readFileSync(root + name, 'utf8');
  return [
    ...text.matchAll(
      /^(?:import|export) [^;]*?from '([^']+)'|^import '([^']+)'|\bimport\(\s*['`]([^'`]+)['`]/gms,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? match[3]);
}

/** Every import: the module, and its target below the folder of assets. */
const edges = modules.flatMap((name) =>
  importsOf(name)
    .map((written) => ({
      name,
      written,
      target: posix.normalize(posix.join(posix.dirname(name), written)),
    }))
);

test('there are pages and imports to look at', () => {
  equal(pages.has('explore') && pages.has('labels') && !pages.has('shared'), true);
  equal(edges.length > 500, true);
});

test('every import is relative', () => {
  deepEqual(
    edges.filter(({ written }) => !written.startsWith('.')).map(({ name, written }) =>
      `${name}: ${written}`
    ),
    [],
  );
});

test('every import leads to a module', () => {
  const missing = edges.filter(({ target }) =>
    !target.includes('${') && !existsSync(root + target)
  );
  deepEqual(missing.map(({ name, written }) => `${name}: ${written}`), []);
});

test('no page imports from another page: what several use belongs in shared', () => {
  const foreign = edges.filter(({ name, target }) =>
    pages.has(folderOf(target)) && folderOf(target) !== folderOf(name)
  );
  deepEqual(foreign.map(({ name, target }) => `${name} imports ${target}`), []);
});

test('core imports only core, except for the shell of every page', () => {
  const upward = edges.filter(({ name, target }) =>
    folderOf(name) === 'core' && name !== 'core/shell.js' && folderOf(target) !== 'core'
  );
  deepEqual(upward.map(({ name, target }) => `${name} imports ${target}`), []);
});

test('shared imports only core and shared', () => {
  const upward = edges.filter(({ name, target }) =>
    folderOf(name) === 'shared' && !['core', 'shared'].includes(folderOf(target))
  );
  deepEqual(upward.map(({ name, target }) => `${name} imports ${target}`), []);
});

test('no folder has more than 25 files', () => {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css)$/.test(name)) continue;
    const folder = posix.dirname(name);
    counts[folder] = (counts[folder] ?? 0) + 1;
  }
  equal(Object.keys(counts).length > 10, true);
  deepEqual(Object.entries(counts).filter(([, count]) => count > 25), []);
});
