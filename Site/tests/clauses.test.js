import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import './support/browser.js';
import * as edit from '../assets/explore/filters/clause-edit.js';
import * as text from '../assets/explore/filters/clause-text.js';

/** @type {(text: string, kind?: string) => QueryClause} */
const term = (text, kind = 'name') => ({ op: 'term', kind, text });
/** @type {(...texts: string[]) => QueryClause} */
const either = (...texts) => ({
  op: 'or',
  text: texts.join(' or '),
  operands: texts.map((each) => term(each)),
});
/** @type {(text: string) => QueryClause} */
const without = (text) => ({ op: 'not', text: `not ${text}`, operands: [term(text)] });

test('a name is read with its settings', () => {
  deepEqual(text.readName('coco:dog >= 2 @ 80% larger 5%'), {
    base: 'coco:dog',
    comparison: '>=',
    number: 2,
    confidence: 0.8,
    larger: 0.05,
  });
  deepEqual(text.readName('"hot dog"'), {
    base: '"hot dog"',
    comparison: null,
    number: null,
    confidence: null,
    larger: null,
  });
});

test('a name is written as it was read', () => {
  for (
    const each of [
      'dog',
      'coco:dog >= 2',
      'dog @ 80%',
      'dog >= 2 @ 12.5% larger 5%',
      '"hot dog" = 1',
    ]
  ) {
    const read = text.readName(each);
    equal(read && text.writeName(read), each);
  }
});

test('a bare name has no quotes and no prefix', () => {
  equal(text.bareName('coco:dog'), 'dog');
  equal(text.bareName('label:"at \\"sport\\""'), 'at "sport"');
});

test('a label is shown by its name', () => {
  equal(text.labelText('label:"at sport" @ 90%'), 'at sport @ 90%');
  equal(text.labelText('not label:me'), 'not me');
});

test('near is read with a point or a place, in metres', () => {
  deepEqual(text.readNear('near:55.86,-4.25,25km'), {
    place: '55.86,-4.25',
    point: { latitude: 55.86, longitude: -4.25 },
    metres: 25_000,
  });
  deepEqual(text.readNear('near:"Rome",2mi'), { place: '"Rome"', point: null, metres: 3218.688 });
  equal(text.readNear('near:Rome'), null);
});

test('near is written in metres below a kilometre, with three digits', () => {
  equal(text.writeNear('1,2', 512.4), 'near:1,2,512m');
  equal(text.writeNear('1,2', 12_345), 'near:1,2,12.3km');
});

test('an area is read and written with its corners', () => {
  const corners = [
    { latitude: 1, longitude: 2 },
    { latitude: 3, longitude: 4 },
    { latitude: 5.123456, longitude: -6 },
  ];
  equal(text.writeWithin(corners), 'within:"1,2 3,4 5.12346,-6"');
  deepEqual(text.readWithin('within:"1,2 3,4 5,-6"')?.length, 3);
  equal(text.readWithin('within:"1,2 3,4"'), null);
  equal(text.readWithin('within:"1,2 3,4 x,y"'), null);
});

test('a long area is described by the number of its corners', () => {
  equal(text.readable('within:"1,2 3,4 5,6" and dog'), 'within: area of 3 corners and dog');
});

test('a chosen term has its mode and place', () => {
  const picked = edit.pickedIn([term('dog @ 80%'), either('cat', 'bird'), without('car')]);
  deepEqual([...picked].map(([key, { mode, index }]) => [key, mode, index]), [
    ['dog', 'all', 0],
    ['cat', 'any', 1],
    ['bird', 'any', 1],
    ['car', 'without', 2],
  ]);
});

test('one click adds a term and a second one removes it', () => {
  equal(edit.toggled([term('dog')], 'cat', { kinds: ['name'] }), 'dog and cat');
  equal(edit.toggled([term('dog'), term('cat')], 'cat', { kinds: ['name'] }), 'dog');
});

test('any adds to the last alternative of these kinds', () => {
  equal(edit.toggled([term('dog')], 'cat', { mode: 'any', kinds: ['name'] }), 'dog or cat');
  equal(edit.toggled([either('a', 'b')], 'c', { mode: 'any', kinds: ['name'] }), 'a or b or c');
  equal(
    edit.toggled([term('city:Rome', 'city')], 'dog', { mode: 'any', kinds: ['name'] }),
    'city:Rome and dog',
  );
});

test('without negates a clause, and takes an alternative out of its group', () => {
  equal(edit.toggled([term('dog')], 'dog', { mode: 'without', kinds: ['name'] }), 'not dog');
  equal(edit.toggled([either('a', 'b')], 'a', { mode: 'without', kinds: ['name'] }), 'b and not a');
});

test('one alternative can be replaced by another text', () => {
  equal(
    edit.replacePicked(
      [either('a', 'b')],
      { mode: 'any', index: 0, operand: 1, clause: term('b') },
      'b @ 50%',
    ),
    'a or b @ 50%',
  );
});

test('there is only one clause of a kind', () => {
  equal(edit.withOnly([term('2014', 'date'), term('dog')], 'date', '2015'), '2015 and dog');
  equal(edit.withOnly([term('2014', 'date'), term('dog')], 'date', ''), 'dog');
  equal(edit.withOnly([term('dog')], 'date', '2015'), 'dog and 2015');
});

test('a chip can mean an exclusion', () => {
  const picked = edit.pickedIn([without('has:time')]);
  equal(edit.absentIn(picked, 'has:time').get('not has:time')?.mode, 'all');
  equal(edit.absentIn(edit.pickedIn([term('dog')]), 'has:time').size, 0);
});
