// How the panel asks: one step of the history for a press, and one for a whole drag.

import { toast } from '../core/dialog.js';
import { store } from './state.js';

/**
 * Asks a query that the panel wrote. A refusal is told, since no text is being typed that could show it.
 * @param {string} text
 */
export async function askFromPanel(text, options = {}) {
  const isDone = await store.ask(text, { origin: 'panel', ...options });
  if (!isDone && store.problem?.text === text) {
    toast(store.problem.detail, { kind: 'error' });
    store.ask(store.query, { history: null, soft: true, origin: 'panel' });
  }
  return isDone;
}

/**
 * Asks while something is dragged, one question at a time: a next one that came too early would end the one
 * before, and nothing would be seen until the hand rests. The first answer is a new step of the history,
 * later ones replace it.
 */
export class Drag {
  constructor(origin = 'panel', pause = 100) {
    this.origin = origin;
    this.pause = pause;
    this.hasStep = false;
    this.text = undefined;
    this.isAsking = false;
    this.timer = 0;
  }

  /** @param {string} text */
  ask(text) {
    this.text = text;
    if (!this.timer && !this.isAsking) this.timer = setTimeout(() => this.send(), this.pause);
  }

  /** The drag is over: what it led to is asked now. */
  end(text = this.text) {
    clearTimeout(this.timer);
    const history = this.hasStep ? 'replace' : 'push';
    this.timer = 0;
    this.hasStep = false;
    this.text = undefined;
    return text === undefined
      ? Promise.resolve(false)
      : askFromPanel(text, { history, origin: this.origin });
  }

  async send() {
    const { text } = this;
    this.timer = 0;
    this.text = undefined;
    this.isAsking = true;
    // Only an answer makes a step: a question that another one overtook has made none.
    const isAnswered = await store.ask(text ?? '', {
      history: this.hasStep ? 'replace' : 'push',
      origin: this.origin,
    });
    this.isAsking = false;
    if (isAnswered) this.hasStep = true;
    if (this.text !== undefined) this.ask(this.text);
  }
}
