// The query of the page is in its address. Only the server understands the language; this module only
// joins clauses and knows where brackets and quotes are needed.

/** @type {Record<string, string>} */
const defaults = { q: '', order: 'oldest' };

export const query = {
  /**
   * The state in the address: q, order and whatever else the page keeps there.
   * @returns {{ q: string, order: string } & Record<string, string>}
   */
  read() {
    return {
      q: '',
      order: 'oldest',
      ...defaults,
      ...Object.fromEntries(new URLSearchParams(location.search)),
    };
  },
  /**
   * Changes the address and dispatches `querychange` on window. Empty values and defaults are left
   * out. `replace` adds no history entry; `path` is another path of the same page.
   * @param {Record<string, unknown>} changes
   */
  write(changes, { replace = false, path = location.pathname } = {}) {
    const state = { ...query.read(), ...changes };
    const target = path + search(state);
    if (target === location.pathname + location.search) return;
    history[replace ? 'replaceState' : 'pushState'](history.state, '', target);
    dispatchChange();
  },
  /**
   * The address of `path` with the query text `q`; default: the current one.
   * @param {string} path
   */
  link(path, q = query.read().q) {
    return path + search({ q });
  },
};

function dispatchChange() {
  window.dispatchEvent(new CustomEvent('querychange', { detail: query.read() }));
}
window.addEventListener('popstate', dispatchChange);

// %20 instead of +, and readable punctuation: people share these addresses.
/** @param {string} text */
const encode = (text) =>
  encodeURIComponent(text).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%40/g, '@').replace(
    /%2F/g,
    '/',
  );

/** @param {Record<string, unknown>} state */
function search(state) {
  const pairs = Object.entries(state).filter(([key, value]) =>
    value !== null && value !== undefined && value !== '' && value !== defaults[key]
  );
  return pairs.length
    ? `?${pairs.map(([key, value]) => `${encode(key)}=${encode(String(value))}`).join('&')}`
    : '';
}

/**
 * The text of a query with all clauses [{text, op}].
 * @param {QueryClause[]} clauses
 */
export function joinClauses(clauses) {
  if (clauses.length === 1) return clauses[0].text;
  return clauses.map(({ text, op }) =>
    op === 'or' || (op === undefined && hasLooseOr(text)) ? `(${text})` : text
  ).join(' and ');
}

/**
 * The query with the clause `text` added, unless it is there already.
 * @param {QueryClause[]} clauses
 * @param {string} text
 */
export function withClause(clauses, text) {
  if (clauses.some((clause) => clause.text === text)) return joinClauses(clauses);
  return joinClauses([...clauses, { text }]);
}

/**
 * The query without the clause at `index`.
 * @param {QueryClause[]} clauses
 * @param {number} index
 */
export const withoutClause = (clauses, index) =>
  joinClauses(clauses.filter((_, each) => each !== index));

/**
 * The query with `text` in place of the clause at `index`.
 * @param {QueryClause[]} clauses
 * @param {number} index
 * @param {string} text
 */
export const replaceClause = (clauses, index, text) =>
  joinClauses(clauses.map((clause, each) => each === index ? { text } : clause));

/**
 * The negation of a clause.
 * @param {QueryClause} clause
 */
export function negated(clause) {
  if (clause.op === 'not' && clause.operands) return clause.operands[0].text;
  return clause.op === 'term' ? `not ${clause.text}` : `not (${clause.text})`;
}

/**
 * Whether `text` has an "or" outside quotes and brackets.
 * @param {string} text
 */
export function hasLooseOr(text) {
  let depth = 0;
  for (const [piece] of text.matchAll(/"(?:\\.|[^"\\])*"?|[()|]|[^\s"()|]+/g)) {
    if (piece === '(') depth += 1;
    else if (piece === ')') depth -= 1;
    else if (depth === 0 && (piece === '|' || piece.toLowerCase() === 'or')) return true;
  }
  return false;
}

const reserved = new Set(['and', 'or', 'not', 'larger', 'rating', 'favourite', 'favorite']);
const plainWord = /^[\p{Alphabetic}_][\p{Alphabetic}\p{M}\p{Nd}_\-'’]*$/u;

/**
 * A name in the query language: quoted unless it is a plain word that is not reserved.
 * @param {string} name
 */
export function quoteName(name) {
  if (plainWord.test(name) && !reserved.has(name.toLowerCase())) return name;
  return `"${name.replace(/["\\]/g, '\\$&')}"`;
}
