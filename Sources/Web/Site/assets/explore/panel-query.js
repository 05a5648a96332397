// How the panel asks: one step of the history for a press, and one for a whole drag.

import { toast } from '/assets/core/dialog.js';
import { store } from './state.js';

/** Asks a query that the panel wrote. A refusal is told, since no text is being typed that could show it. */
export async function askFromPanel(text, options = {}) {
  const isDone = await store.ask(text, { origin: 'panel', ...options });
  if (!isDone && store.problem?.text === text) {
    toast(store.problem.detail, { kind: 'error' });
    store.ask(store.query, { history: null, soft: true, origin: 'panel' });
  }
  return isDone;
}

/** Asks while something is dragged: the first answer is a new step of the history, later ones replace it. */
export class Drag {
  constructor(origin = 'panel', pause = 100) {
    Object.assign(this, { origin, pause, isMoving: false });
  }

  ask(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(text), this.pause);
    this.text = text;
  }

  /** The drag is over: what it led to is asked now. */
  end(text = this.text) {
    clearTimeout(this.timer);
    const history = this.isMoving ? 'replace' : 'push';
    this.isMoving = false;
    this.text = undefined;
    if (text === undefined) return Promise.resolve(false);
    return askFromPanel(text, { history, origin: this.origin });
  }

  async send(text) {
    const history = this.isMoving ? 'replace' : 'push';
    // Only an answer makes a step: one that a later question overtook has made none.
    if (await store.ask(text, { history, origin: this.origin })) this.isMoving = true;
  }
}
