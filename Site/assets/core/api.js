// The JSON API of this server. Everything the pages do goes through here, so that the token against
// forged requests, errors and an ended session are dealt with in one place.

const root = '/api/v1/';

/** An error that the server explained (problem+json), or a connection that failed (status 0). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} title
   * @param {string} [detail]
   * @param {ProblemExtra} extra the answer's other members
   */
  constructor(status, title, detail, extra = {}) {
    super(detail || title);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.detail = detail || title;
    this.extra = extra;
  }
}

/** @typedef {Record<string, Parameter>} Params */

/**
 * The address of `path` below the API, with the parameters that are not null.
 * @param {string} path
 * @param {Params | null} params
 */
export function url(path, params = {}) {
  const pairs = Object.entries(params ?? {}).filter(([, value]) =>
    value !== null && value !== undefined
  );
  const text = pairs.map(([key, value]) =>
    `${encodeURIComponent(key)}=${encodeURIComponent(/** @type {string} */ (value))}`
  ).join('&');
  return root + path.replace(/^\/+/, '') + (text ? `?${text}` : '');
}

/**
 * The error of a catch clause. Everything that these pages and the browser throw is an error.
 * @param {unknown} error
 */
export const asError = (error) => /** @type {CaughtError} */ (error);

/**
 * The message to show to people.
 * @param {unknown} error
 */
export const sentenceOf = (error) => asError(error).detail ?? asError(error).message;

export const api = {
  /**
   * Reads the JSON at `path`.
   * @template {string} Path
   * @template {QueryOf<Path>} Query
   * @param {Known<'GET', Path>} path
   * @param {{ params?: Given<Query, Path>, signal?: AbortSignal }} options
   * @returns {Promise<Answer<Path, Query>>}
   */
  async get(path, { params, signal } = {}) {
    return json(await request(url(path, params), { signal }));
  },
  /**
   * Reads the bytes at `path`.
   * @template {string} Path
   * @param {Known<'GET', Path>} path
   * @param {{ params?: QueryOf<Path>, signal?: AbortSignal }} options
   */
  async bytes(path, { params, signal } = {}) {
    return (await request(url(path, params), { signal })).arrayBuffer();
  },
  /**
   * Sends `body` as JSON with `method`; null for an answer without content.
   * @template {string} Method
   * @template {string} Path
   * @param {Method} method
   * @param {Known<Method, Path>} path
   * @param {BodyOf<Method, Path>} [body]
   * @param {{ signal?: AbortSignal }} options
   * @returns {Promise<Sent<Method, Path>>}
   */
  async send(method, path, body, { signal } = {}) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const attempt = () =>
      request(url(path), { method, headers: headersFor(text), body: text, signal });
    try {
      return json(await attempt());
    } catch (problem) {
      if (!asError(problem).extra?.csrf || !await renewToken()) throw problem;
      return json(await attempt());
    }
  },
};

/** @param {string | undefined} text */
function headersFor(text) {
  /** @type {Record<string, string>} */
  const headers = { 'X-CSRF-Token': csrfToken() };
  if (text !== undefined) headers['Content-Type'] = 'application/json';
  return headers;
}

// A user who signs in again in another tab leaves this page with an old token. It gets the new one if the
// person is the same; for another person the page must be loaded again.
async function renewToken() {
  const { user, csrf } = await api.get('session');
  const meta = document.querySelector('meta[name=csrf-token]');
  const same =
    (user?.name ?? '') === (document.querySelector('meta[name=meridian-user]')?.content ?? '');
  if (!same || !meta || meta.content === csrf) return false;
  meta.content = csrf;
  return true;
}

export const csrfToken = () => document.querySelector('meta[name=csrf-token]')?.content ?? '';

/**
 * @param {string} address
 * @param {RequestInit} options
 */
async function request(address, options) {
  let response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...options });
  } catch (error) {
    if (asError(error).name === 'AbortError') throw error;
    throw new Problem(
      0,
      'No connection',
      'The server is not responding. Is Meridian still running?',
    );
  }
  if (response.ok || response.status === 304) return response;
  const problem = await readProblem(response);
  if (problem.status === 401) signInAgain();
  throw problem;
}

/** @param {Response} response */
async function json(response) {
  if (response.status === 204) return null;
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

/** @param {Response} response */
async function readProblem(response) {
  try {
    const { type: _type, title, status: _status, detail, ...extra } = await response.json();
    const wait = response.headers.get('Retry-After');
    if (wait && extra.retry_after === undefined) extra.retry_after = Number(wait);
    return new Problem(response.status, title ?? response.statusText, detail, extra);
  } catch {
    return new Problem(
      response.status,
      response.statusText || 'Error',
      `The server answered ${response.status}.`,
    );
  }
}

/** The session has ended: goes to the sign-in page, which leads back here. */
export function signInAgain() {
  // On these pages, 401 means a wrong name, password or code.
  if (['sign-in', 'welcome'].includes(document.body.dataset.page ?? '')) return;
  const here = location.pathname + location.search + location.hash;
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
