// How the panel changes the query: chips add, remove and negate clauses. Pure: from clauses
// to the new text. Clauses that the panel does not know stay as they are.

import {
  joinClauses,
  negated,
  replaceClause,
  withClause,
  withoutClause,
} from '../../core/query.js';
import { keyOf } from './clause-text.js';

/** @type {Mode} */
export const ALL = 'all';
/** @type {Mode} */
export const ANY = 'any';
/** @type {Mode} */
export const WITHOUT = 'without';

/** @param {QueryClause} clause */
const operandsOf = (clause) => clause.operands ?? [];

/**
 * The terms at the top level: a map from a chip's key to {mode, index, operand, clause}.
 * @param {QueryClause[]} clauses
 */
export function pickedIn(clauses) {
  /** @type {PickedMap} */
  const picked = new Map();
  clauses.forEach((clause, index) => {
    if (clause.op === 'term') picked.set(keyOf(clause), { mode: ALL, index, clause });
    else if (clause.op === 'not' && operandsOf(clause)[0].op === 'term') {
      picked.set(keyOf(operandsOf(clause)[0]), {
        mode: WITHOUT,
        index,
        clause: operandsOf(clause)[0],
      });
    } else if (isGroup(clause)) {
      operandsOf(clause).forEach((term, operand) =>
        picked.set(keyOf(term), { mode: ANY, index, operand, clause: term })
      );
    }
  });
  return picked;
}

/** @param {QueryClause} clause */
const isGroup = (clause) =>
  clause.op === 'or' && operandsOf(clause).every(({ op }) => op === 'term');

/**
 * The last clause that another alternative of these kinds can join; -1 if there is none.
 * @param {QueryClause[]} clauses
 * @param {string[]} kinds
 */
export function groupIndex(clauses, kinds) {
  return clauses.findLastIndex((clause) =>
    clause.op === 'term'
      ? kinds.includes(clause.kind ?? '')
      : isGroup(clause) && operandsOf(clause).every(({ kind }) => kinds.includes(kind ?? ''))
  );
}

/**
 * The query after a click on the chip `term` of `kinds`.
 * @param {QueryClause[]} clauses
 * @param {string} term
 * @param {{ mode?: Mode, kinds: string[] }} options
 */
export function toggled(clauses, term, { mode = ALL, kinds }) {
  const found = pickedIn(clauses).get(term);
  if (found) return turned(clauses, term, found, mode);
  if (mode === WITHOUT) return withClause(clauses, `not ${term}`);
  const group = mode === ANY ? groupIndex(clauses, kinds) : -1;
  if (group < 0) return withClause(clauses, term);
  const { op, operands = [], text } = clauses[group];
  const texts = op === 'or' ? operands.map((operand) => operand.text) : [text];
  return replaceClause(clauses, group, [...texts, term].join(' or '));
}

/**
 * @param {QueryClause[]} clauses
 * @param {string} term
 * @param {Picked} found
 * @param {Mode} mode
 */
function turned(clauses, term, found, mode) {
  const { index } = found;
  const isContrary = (mode === WITHOUT) !== (found.mode === WITHOUT);
  if (!isContrary) return withoutPicked(clauses, found);
  if (found.mode !== ANY) return replaceClause(clauses, index, negated(clauses[index]));
  // An alternative becomes an exclusion: it leaves its group and gets a clause of its own.
  const rest = joined(operandsOf(clauses[index]).toSpliced(found.operand ?? 0, 1));
  return withClause(clauses.with(index, { text: rest }), `not ${term}`);
}

/**
 * The query without a chosen chip, which is a clause or one of several alternatives.
 * @param {QueryClause[]} clauses
 * @param {Picked} picked
 */
export function withoutPicked(clauses, { mode, index, operand }) {
  if (mode !== ANY) return withoutClause(clauses, index);
  return replaceClause(
    clauses,
    index,
    joined(operandsOf(clauses[index]).toSpliced(operand ?? 0, 1)),
  );
}

/**
 * The query with another text for a chosen chip.
 * @param {QueryClause[]} clauses
 * @param {Picked} picked
 * @param {string} text
 */
export function replacePicked(clauses, { mode, index, operand }, text) {
  if (mode === WITHOUT) return replaceClause(clauses, index, `not ${text}`);
  if (mode === ALL) return replaceClause(clauses, index, text);
  return replaceClause(
    clauses,
    index,
    joined(operandsOf(clauses[index]).with(operand ?? 0, { text })),
  );
}

/** @param {QueryClause[]} operands */
const joined = (operands) => operands.map(({ text }) => text).join(' or ');

/**
 * The query with `text` instead of its clause of this kind; without that clause if `text` is empty.
 * @param {QueryClause[]} clauses
 * @param {string} kind
 * @param {string | null} text
 */
export function withOnly(clauses, kind, text) {
  const index = clauses.findIndex((clause) => clause.op === 'term' && clause.kind === kind);
  if (index < 0) return text ? withClause(clauses, text) : joinClauses(clauses);
  return text ? replaceClause(clauses, index, text) : withoutClause(clauses, index);
}

/**
 * The first top-level term of a kind.
 * @param {QueryClause[]} clauses
 * @param {string} kind
 */
export const termOf = (clauses, kind) =>
  clauses.find((clause) => clause.op === 'term' && clause.kind === kind) ?? null;

/**
 * The picked map of a chip that means an exclusion: "Undated" is "not has:time".
 * @param {PickedMap} picked
 * @param {string} term
 * @returns {PickedMap}
 */
export function absentIn(picked, term) {
  const found = picked.get(term);
  return new Map(found?.mode === WITHOUT ? [[`not ${term}`, { ...found, mode: ALL }]] : []);
}
