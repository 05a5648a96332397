// Types say what a value is: `any` would switch the type checker off, unseen, for all that is made of it.

import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url).pathname;
const filesOf = (/** @type {string} */ folder, /** @type {string} */ end) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end)).map((name) => `${folder}/${name}`);

/** The types of a script's comments, and all of a file of declarations but its comments. */
function typesOf(/** @type {string} */ name) {
  const text = readFileSync(root + name, 'utf8');
  if (name.endsWith('.d.ts')) return [text.replace(/\/\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g, '')];
  return [...text.matchAll(/@\w+\s+(\{.*)/g)].map(([, rest]) =>
    braced(rest).replace(/'[^']*'/g, '')
  );
}

/** A text up to the brace that closes its first one; all of it where that is on another line. */
function braced(/** @type {string} */ text) {
  let depth = 0;
  for (const [place, character] of [...text].entries()) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    if (depth === 0) return text.slice(0, place + 1);
  }
  return text;
}

const files = [...filesOf('assets', '.js'), ...filesOf('tests', '.js'), ...filesOf('types', '.ts')];

test('there are types to look at', () => {
  equal(files.length > 200, true);
  equal(files.flatMap(typesOf).length > 1000, true);
});

test('no type is any: unknown and a check, a type parameter or a type of the API say more', () => {
  deepEqual(files.filter((name) => typesOf(name).some((type) => /\bany\b/.test(type))), []);
});
