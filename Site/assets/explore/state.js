// The state of the page: one query, its order and view, and the last good answer. The address has the
// state; each change asks the server, and events report what happened:
//   answer   there is a new result and layout; detail {soft, restore}: whether to keep the position
//   problem  the query is not understood, or is understood again; see `problem`
//   failure  the server did not answer, or answers again; see `failure`
//   busy     a request has started or ended
//   view     grid, map or both

import { api, asError, Problem } from '../core/api.js';
import { query } from '../core/query.js';
import { readLayout } from './grid/layout-data.js';

/** @type {View[]} */
export const VIEWS = ['grid', 'both', 'map'];
/** @param {string} text */
const viewOf = (text) => VIEWS.find((view) => view === text) ?? 'grid';
const ORDERS = ['oldest', 'newest', 'nearest', 'surest'];

const wide = matchMedia('(width >= 1100px)');

/**
 * Its events, and what comes with them.
 * @typedef {{ answer: { soft: boolean, restore: boolean }, problem: null, failure: null, view: null, busy: null }} StoreEvents
 */

export class Store extends EventTarget {
  /** @type {AbortController} */
  controller;

  constructor() {
    super();
    const { q, order, view } = query.read();
    this.query = q;
    this.order = order;
    /** @type {View} */
    this.view = viewOf(view);
    /** @type {SearchAnswer | null} */
    this.result = null;
    /** @type {ResultLayout | null} */
    this.layout = null;
    /** @type {(QueryProblem & { text: string }) | null} */
    this.problem = null;
    /** @type {{ error: unknown, text: string, order: string, history: HistoryStep } | null} */
    this.failure = null;
    this.isBusy = false;
    this.text = q;
    this.isOutdated = false;
    this.turn = 0;
    /** @type {string | null} */
    this.origin = null;
  }

  /** Asks what the address says, and follows it from now on. */
  start() {
    window.addEventListener('querychange', () => this.follow());
    wide.addEventListener('change', () => this.emit('view'));
    return this.ask(this.query, { history: null, restore: true });
  }

  /** What is shown: both halves only where there is room for them. */
  get shownView() {
    return this.view === 'both' && !wide.matches ? 'grid' : this.view;
  }

  get clauses() {
    return this.result?.clauses ?? [];
  }

  /**
   * Asks a query. `history` is push, replace or null (the address says it already); `origin` names who
   * asked, so that the map need not move for its own circle; `isTyped` says that the text may be unfinished.
   * Resolves to whether there is an answer.
   * @param {string} text
   * @param {AskOptions} options
   */
  async ask(
    text,
    {
      order = this.order,
      history = 'push',
      soft = false,
      restore = false,
      origin = null,
      isTyped = false,
    } = {},
  ) {
    order = possible(order, text);
    const turn = ++this.turn;
    this.controller?.abort();
    this.controller = new AbortController();
    this.text = text;
    this.setBusy(true);
    const isStale = () => turn !== this.turn;
    try {
      const [result, layout] = await this.fetch(text, order, isTyped, this.controller.signal);
      if (isStale()) return false;
      this.origin = origin;
      this.accept(result, layout, order);
      this.write(history);
      this.emit('answer', { soft, restore });
      return true;
    } catch (error) {
      if (isStale() || asError(error).name === 'AbortError') return false;
      this.refuse(error, { order, history });
      return false;
    } finally {
      if (!isStale()) this.rest();
    }
  }

  /** Nothing is awaited any more. */
  rest() {
    this.setBusy(false);
    if (this.isOutdated) this.refresh();
  }

  /**
   * @param {string} text
   * @param {string} order
   * @param {boolean} isTyped
   * @param {AbortSignal} signal
   * @returns {Promise<[SearchAnswer, ResultLayout]>}
   */
  async fetch(text, order, isTyped, signal) {
    const params = { q: text, order };
    const askLayout = () => api.bytes('layout', { params: { ...params, draft: true }, signal });
    // A text that was typed is often not understood: then only one question is in vain.
    const early = isTyped ? null : askLayout();
    // Its failure is the failure of the search, which is reported once.
    early?.catch(() => {});
    // A draft that is not understood is an answer and not a failed request.
    const result = await api.get('search', { params: { ...params, draft: true }, signal });
    if (result.problem) {
      throw new Problem(400, 'Not understood', result.problem.detail, result.problem);
    }
    return [result, readLayout(await (early ?? askLayout()))];
  }

  /**
   * @param {SearchAnswer} result
   * @param {ResultLayout} layout
   * @param {string} order
   */
  accept(result, layout, order) {
    this.result = result;
    this.layout = layout;
    this.order = order;
    this.query = result.query;
    if (this.problem) this.set('problem', null);
    if (this.failure) this.set('failure', null);
  }

  /**
   * @param {unknown} error
   * @param {{ order: string, history: HistoryStep }} options
   */
  refuse(error, { order, history }) {
    const { status, detail = '', extra } = asError(error);
    if (status === 400) {
      this.set('problem', {
        text: this.text,
        detail,
        offset: extra?.offset ?? null,
        suggestions: extra?.suggestions ?? [],
      });
      return;
    }
    this.set('failure', { error, text: this.text, order, history });
  }

  /** Asks again after a failure. */
  retry() {
    const { text = this.query, order = this.order, history = null } = this.failure ?? {};
    return this.ask(text, { order, history });
  }

  /** Asks the same again, since the catalogue has changed; nothing may jump. */
  async refresh() {
    // What somebody has just asked must not be overtaken by what they asked before.
    this.isOutdated = this.isBusy;
    if (this.isBusy) return false;
    return this.ask(this.query, { history: null, soft: true });
  }

  /** @param {HistoryStep} history */
  write(history) {
    const changes = { q: this.query, order: this.order };
    if (history === 'push' && this.differs()) {
      query.write(changes);
      // The new step begins at its top, whatever place the last one kept.
      window.history.replaceState({ ...window.history.state, anchor: 0 }, '');
    } else {
      query.write(changes, { replace: true });
    }
  }

  differs() {
    const { q, order } = query.read();
    return q !== this.query || order !== this.order;
  }

  follow() {
    const { q, order, view } = query.read();
    this.setView(viewOf(view));
    if (q !== this.query || order !== this.order) {
      this.ask(q, { order, history: null, restore: true });
    }
  }

  /** @param {View} view */
  showView(view) {
    query.write({ view: view === 'grid' ? '' : view });
    this.setView(view);
  }

  /** @param {View} view */
  setView(view) {
    if (view !== this.view) this.set('view', view);
  }

  /** @param {boolean} isBusy */
  setBusy(isBusy) {
    if (isBusy === this.isBusy) return;
    this.isBusy = isBusy;
    this.emit('busy');
  }

  /**
   * Changes a part of the state and dispatches the event with its name.
   * @template {'problem' | 'failure' | 'view'} Name
   * @param {Name} name
   * @param {Store[Name]} value
   */
  set(name, value) {
    /** @type {Store} */ (this)[name] = value;
    this.emit(name);
  }

  /** @param {keyof StoreEvents} name */
  emit(name, /** @type {unknown} */ detail = null) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /**
   * @template {keyof StoreEvents} Name
   * @param {Name} name
   * @param {(detail: StoreEvents[Name]) => void} run
   */
  on(name, run) {
    this.addEventListener(name, (event) => run(/** @type {CustomEvent} */ (event).detail));
  }
}

/**
 * The order that can be asked: "nearest" needs a place to measure from.
 * @param {string} order
 * @param {string} text
 */
function possible(order, text) {
  if (!ORDERS.includes(order) || (order === 'nearest' && !/\bnear:/i.test(text))) return 'oldest';
  return order;
}

export const store = new Store();
