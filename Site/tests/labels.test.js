import { test } from 'node:test';
import { deepEqual, equal, match } from 'node:assert/strict';
import './support/browser.js';
import { cleanName, isSameName, nameProblem } from '../assets/labels/list/name.js';
import { LEAST, missingText } from '../assets/labels/list/state.js';
import { keyOf } from '../assets/labels/examples/example-text.js';
import { measure } from '../assets/labels/train/measure.js';
import { partName, TrainingProgress } from '../assets/labels/train/progress.js';

test('a name is composed and has single spaces', () => {
  equal(cleanName('  at \t sport '), 'at sport');
  equal(cleanName('Zu\u0308rich'), 'Zürich');
});

test('names are the same in any case and with any apostrophe', () => {
  equal(isSameName('Mum’s car', "mum's  CAR"), true);
  equal(isSameName('car', 'cars'), false);
});

test('a text that cannot be a name is refused with a sentence', () => {
  const known = [{ name: 'me' }];
  equal(nameProblem('somebody', known), '');
  match(nameProblem('  ', known), /Enter a name/);
  match(nameProblem('ME', known), /already/);
  match(nameProblem('a'.repeat(101), known), /101/);
  match(nameProblem('a\u202Eb', known), /marks/);
});

test('what is missing for a training', () => {
  equal(missingText({ positives: LEAST, negatives: LEAST }), '');
  equal(missingText({ positives: LEAST - 5, negatives: 0 }), `5 more yes and ${LEAST} no`);
});

test('an example is identified by its photo and box', () => {
  equal(keyOf({ photo: { id: 3 }, box: null }), '3:');
  equal(keyOf({ photo: { id: 3 }, box: [0.1, 0.2, 0.3, 0.4] }), '3:0.1,0.2,0.3,0.4');
});

const scored = [
  { probability: 0.9, answer: true },
  { probability: 0.5, answer: true },
  { probability: 0.5, answer: false },
  { probability: 0.1, answer: false },
];

test('a probability equal to the threshold is yes', () => {
  const { confusion } = measure(scored, 0.5);
  deepEqual(confusion, {
    true_positives: 2,
    false_positives: 1,
    false_negatives: 0,
    true_negatives: 1,
  });
});

test('a share of nothing is null', () => {
  const none = measure(scored, 1);
  deepEqual([none.precision, none.recall, none.accuracy], [null, 0, 0.5]);
  equal(measure([], 0.5).accuracy, null);
});

test('precision, recall and F1 agree with their definitions', () => {
  const { precision, recall, f1 } = measure(scored, 0.5);
  equal(precision, 2 / 3);
  equal(recall, 1);
  equal(f1, 2 * (2 / 3) / (2 / 3 + 1));
});

/** @type {(part: number, epochs: number) => LabelProgress} */
const teaching = (part, epochs) => ({
  stage: 'training',
  done: 0,
  total: 0,
  epoch: null,
  epochs: null,
  learner: 'cnn3',
  part,
  parts: 6,
  curve: Array.from(
    { length: epochs },
    () => ({ training_loss: 1, validation_loss: 1, validation_accuracy: 0.5 }),
  ),
});

test('the curves of earlier parts are kept', () => {
  const progress = new TrainingProgress();
  equal(progress.take(null), false);
  equal(progress.take(teaching(0, 1)), true);
  equal(progress.take(teaching(0, 1)), false, 'no new point');
  equal(progress.take(teaching(0, 2)), true);
  equal(progress.take(teaching(1, 1)), true);
  deepEqual(progress.parts.map(({ part, curve }) => [part, curve.length]), [[0, 2], [1, 1]]);
});

test('the last part learns from all examples', () => {
  equal(partName({ part: 1, parts: 6 }), 'fold 2 of 5');
  equal(partName({ part: 5, parts: 6 }), 'all examples');
});
