import { test } from 'node:test';
import { equal } from 'node:assert/strict';
import { address } from './support/browser.js';
import {
  hasLooseOr,
  joinClauses,
  negated,
  query,
  quoteName,
  replaceClause,
  withClause,
  withoutClause,
} from '../assets/core/query.js';

/** @type {(text: string) => QueryClause} */
const term = (text) => ({ op: 'term', text });

test('clauses are joined by and', () => {
  equal(joinClauses([term('dog'), term('city:"New York"')]), 'dog and city:"New York"');
  equal(joinClauses([]), '');
});

test('an alternative gets brackets among other clauses, but not alone', () => {
  /** @type {QueryClause} */
  const either = { op: 'or', text: 'dog or cat' };
  equal(joinClauses([either, term('beach')]), '(dog or cat) and beach');
  equal(joinClauses([either]), 'dog or cat');
});

test('a clause that is there already is not repeated', () => {
  equal(withClause([term('dog')], 'dog'), 'dog');
  equal(withClause([term('dog')], 'cat'), 'dog and cat');
});

test('a clause can be removed or replaced by its index', () => {
  equal(withoutClause([term('a'), term('b')], 0), 'b');
  equal(replaceClause([term('a'), term('b')], 1, 'c or d'), 'a and (c or d)');
});

test('the negation of a clause', () => {
  equal(negated(term('dog')), 'not dog');
  equal(negated({ op: 'not', text: 'not dog', operands: [term('dog')] }), 'dog');
  equal(negated({ op: 'or', text: 'dog or cat' }), 'not (dog or cat)');
});

test('or counts only outside quotes and brackets', () => {
  equal(hasLooseOr('dog or cat'), true);
  equal(hasLooseOr('dog|cat'), true);
  equal(hasLooseOr('(dog or cat) and beach'), false);
  equal(hasLooseOr('"this or that"'), false);
  equal(hasLooseOr('"an \\" or'), false);
  equal(hasLooseOr('orchid and doctor'), false);
});

test('a name is quoted unless it is a plain word that is not reserved', () => {
  equal(quoteName('dog'), 'dog');
  equal(quoteName('Zürich'), 'Zürich');
  equal(quoteName('New York'), '"New York"');
  equal(quoteName('or'), '"or"');
  equal(quoteName('say "hi"'), '"say \\"hi\\""');
  equal(quoteName('3D'), '"3D"');
});

test('the state is read from the address, with defaults', () => {
  address.search = '?q=dog%20and%20city%3ARome&view=map';
  const state = query.read();
  equal(state.q, 'dog and city:Rome');
  equal(state.order, 'oldest');
  equal(state.view, 'map');
  address.search = '';
});

test('a link keeps punctuation readable', () => {
  equal(query.link('/', 'near:1.5,2,3km @ 80%'), '/?q=near:1.5,2,3km%20@%2080%25');
  equal(query.link('/table', ''), '/table');
});
