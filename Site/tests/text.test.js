import { test } from 'node:test';
import { deepEqual, equal, match } from 'node:assert/strict';
import { address } from './support/browser.js';
import { deviceOf } from '../assets/account/agent.js';
import { Problem, sentenceOf, url } from '../assets/core/api.js';
import { large, original, small, turnedSize } from '../assets/core/media.js';
import { safeNext } from '../assets/core/next.js';
import { strength } from '../assets/core/password.js';
import * as job from '../assets/shared/job-text.js';
import { figureText } from '../assets/shared/label-text.js';
import * as words from '../assets/shared/photo-text.js';

test('an address of the API leaves out missing parameters', () => {
  equal(
    url('photos', { q: 'a b', offset: 0, order: null, draft: undefined }),
    '/api/v1/photos?q=a%20b&offset=0',
  );
  equal(url('/jobs'), '/api/v1/jobs');
});

test("a problem has the server's sentence", () => {
  equal(
    sentenceOf(new Problem(404, 'Not found', 'There is no such photo.')),
    'There is no such photo.',
  );
  equal(sentenceOf(new Problem(500, 'Error')), 'Error');
  equal(sentenceOf(new Error('broken')), 'broken');
});

test('pictures have addresses by their content, originals by their photo', () => {
  equal(small({ sha256: 'aa' }), '/media/small/aa.jpg');
  equal(large({ sha256: 'aa' }), '/media/large/aa.jpg');
  equal(original({ id: 3 }, { download: true }), '/media/original/3?download=1');
  deepEqual(turnedSize({ width: 3, height: 2, turn: 270 }), { width: 2, height: 3 });
});

test('signing in never leads to another server', () => {
  equal(safeNext('/table?q=dog#row'), '/table?q=dog#row');
  for (
    const evil of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example/',
      '/\t/evil.example/photo',
      null,
      '',
    ]
  ) {
    equal(safeNext(evil), '/', String(evil));
  }
  equal(address.origin, 'http://127.0.0.1:8080');
});

test('long and varied passwords are strong, repeated and short ones are not', () => {
  equal(strength('short'), 0);
  equal(strength('aaaaaaaaaaaaaaaa'), 1);
  equal(strength('abcdefghijklmnop'), 1);
  equal(strength('correct horse battery staple'), 4);
});

test('browsers are recognised by their user agent', () => {
  equal(
    deviceOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36').name,
    'Chrome on Linux',
  );
  equal(deviceOf('curl/8.0').name, 'curl');
  equal(deviceOf('').name, 'An unknown browser');
});

test('coordinates have their hemisphere', () => {
  equal(words.coordinates({ latitude: -13.517, longitude: -71.9785 }), '13.51700° S, 71.97850° W');
});

test('offsets from UTC, with half hours', () => {
  equal(words.utcOffset(0), 'UTC');
  equal(words.utcOffset(120), 'UTC+02:00');
  equal(words.utcOffset(-210), 'UTC−03:30');
});

test('a direction is one of eight compass points', () => {
  equal(words.compass(48), 'north-east (48°)');
  equal(words.compass(359), 'north (359°)');
});

test('a figure has its interval, and a dash where there is none', () => {
  match(figureText({ value: 0.9, low: 0.8, high: 0.95 }), /90 %.*80.*95/);
  match(figureText(null), /–/);
});

/** @type {JobSummary} */
const nothing = {
  analysed: 0,
  copied: 0,
  duplicates: 0,
  failed: 0,
  indexed: 0,
  missing: 0,
  moved: 0,
  scanned: 0,
  seconds: 0,
  set_aside: {},
  skipped: 0,
  training: null,
  unchanged: 0,
  unreadable_folders: {},
  unsupported: 0,
};

/** @type {(members: object) => Job} */
const jobOf = (members) => ({
  id: 1,
  kind: 'add',
  state: 'running',
  stage: null,
  done: 0,
  total: null,
  rate: null,
  remaining_seconds: null,
  title: '',
  folders: [],
  created_ms: 0,
  finished_ms: null,
  label: null,
  learns: null,
  model: null,
  query: null,
  teaching: null,
  thorough: false,
  summary: nothing,
  message: null,
  ...members,
});

test('a job is active until it is done, failed or cancelled', () => {
  for (const state of ['waiting', 'running', 'paused']) {
    equal(job.isActive(jobOf({ state })), true, state);
  }
  for (const state of ['done', 'failed', 'cancelled']) {
    equal(job.isActive(jobOf({ state })), false, state);
  }
});

test('the outcome of a job counts what happened to its files', () => {
  const summary = {
    ...nothing,
    indexed: 3,
    duplicates: 1,
    set_aside: { truncated: 2 },
    seconds: 65,
  };
  const outcome = job.outcomeOf(jobOf({ state: 'done', summary }));
  match(outcome, /3 photos added/);
  match(outcome, /1 duplicate/);
  match(outcome, /2 set aside/);
  match(outcome, /1 min 5 s/);
});

test('a job that failed without a result says why', () => {
  equal(
    job.outcomeOf(jobOf({ state: 'failed', message: 'The folder is gone.' })),
    'The folder is gone.',
  );
});
