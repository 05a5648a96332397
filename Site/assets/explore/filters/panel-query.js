// How the panel changes the query: one history entry for a click, and one for a whole drag.

import { toast } from '../../core/dialog.js';
import { store } from '../state.js';

/**
 * Asks a query that the panel wrote. An error is shown as a message, since the search box does not have
 * the text.
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
 * Asks while the user drags, one request at a time: a new one would cancel the one
 * before, and nothing would change until the pointer rests. The first answer adds a history entry,
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

  /** The drag has ended: asks its final query. */
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
    // Only an answer adds a history entry; a request that was cancelled did not.
    const isAnswered = await store.ask(text ?? '', {
      history: this.hasStep ? 'replace' : 'push',
      origin: this.origin,
    });
    this.isAsking = false;
    if (isAnswered) this.hasStep = true;
    if (this.text !== undefined) this.ask(this.text);
  }
}
