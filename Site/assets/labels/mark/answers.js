// Sends answers to the server. They are shown at once; one that fails is
// undone. They are sent one after the other, so that "undo" undoes the right one.

import { api } from '../../core/api.js';
import { keyOf } from '../examples/example-text.js';

export class Answers {
  /**
   * @param {'page' | 'review'} origin 'page' or 'review'
   * @param {{ changed: Callback, failed: (entry: AnswerEntry, problem: unknown) => void, answeredElsewhere: Callback }} on something changed; an answer did not
   *   arrive; an undo took back what was not answered here
   * @param {LabelContext} context
   */
  constructor(context, origin, on) {
    this.context = context;
    this.origin = origin;
    this.on = on;
    /** @type {AnswerEntry[]} */
    this.history = [];
    /** @type {Set<AnswerEntry>} */
    this.pending = new Set();
    /** @type {Promise<unknown>} */
    this.line = Promise.resolve();
    // A single answer has probably arrived; of several, the rest has not been sent yet.
    this.warn = (/** @type {BeforeUnloadEvent} */ event) => {
      if (this.pending.size > 1) event.preventDefault();
    };
  }

  /**
   * Answers for items; returns the entry, or null if all have this answer already.
   * @param {MarkItem[]} items
   * @param {boolean | null} answer
   */
  give(items, answer) {
    const changing = items.filter((item) => item.answer !== answer);
    if (changing.length === 0) return null;
    const entry = {
      items: changing,
      before: changing.map((item) => item.answer),
      answer,
      now: [],
      hasFailed: false,
    };
    for (const item of changing) item.answer = answer;
    this.history.push(entry);
    const marks = changing.map(({ photo, box }) => ({ photo: photo.id, box }));
    const body = { marks, answer, origin: this.origin };
    this.send(
      entry,
      () => api.send('POST', `labels/${this.context.id}/examples`, body),
      ({ changed }) => {
        if (changed === 0) this.forget(entry);
      },
    );
    return entry;
  }

  /** Undoes the last answer given here; returns its entry, or null if there is none. */
  undo() {
    const entry = this.history.pop();
    if (!entry) return null;
    /** @type {AnswerEntry} */
    const taking = {
      items: entry.items,
      before: entry.items.map((item) => item.answer),
      isUndo: true,
      now: [],
      hasFailed: false,
    };
    entry.items.forEach((item, index) => {
      item.answer = entry.before[index];
    });
    const ask = () => api.send('POST', `labels/${this.context.id}/examples/undo`, {});
    this.send(taking, ask, ({ marks }) => {
      const keys = new Set(entry.items.map((item) => item.key));
      if (
        !marks.every((mark) => keys.has(keyOf({ photo: { id: mark.photo }, box: mark.box })))
      ) this.on.answeredElsewhere();
    }, () => entry.hasFailed);
    return entry;
  }

  /** Undoes the last answer from before this page was opened; returns its marks. */
  async undoEarlier() {
    await this.line;
    const { marks, label } = await api.send('POST', `labels/${this.context.id}/examples/undo`, {});
    this.context.take(label);
    return marks;
  }

  /** How many answers the label has, including those being sent. */
  get counts() {
    const { positives, negatives } = this.context.label;
    const counts = { yes: positives, no: negatives };
    for (const { items, before, now } of this.pending) {
      items.forEach((_, index) => {
        if (before[index] !== null) counts[before[index] ? 'yes' : 'no'] -= 1;
        if (now[index] !== null) counts[now[index] ? 'yes' : 'no'] += 1;
      });
    }
    return counts;
  }

  /**
   * @param {AnswerEntry} entry
   * @template {{ label: Label }} Answered
   * @param {() => Promise<Answered>} ask
   * @param {(answer: Answered) => void} arrived
   */
  send(entry, ask, arrived, isNeedless = () => false) {
    entry.now = entry.items.map((item) => item.answer);
    this.pending.add(entry);
    window.addEventListener('beforeunload', this.warn);
    this.line = this.line.then(async () => {
      if (isNeedless()) return this.pending.delete(entry);
      try {
        const answer = await ask();
        this.pending.delete(entry);
        arrived(answer);
        this.context.take(answer.label);
      } catch (problem) {
        this.pending.delete(entry);
        this.takeBack(entry, problem);
      }
      if (this.pending.size === 0) window.removeEventListener('beforeunload', this.warn);
    });
    this.on.changed();
  }

  /**
   * @param {AnswerEntry} entry
   * @param {unknown} problem
   */
  takeBack(entry, problem) {
    entry.hasFailed = true;
    this.forget(entry);
    // Items that were answered again since then keep their new answer.
    entry.items.forEach((item, index) => {
      if (item.answer === entry.now[index]) item.answer = entry.before[index];
    });
    this.on.failed(entry, problem);
    this.on.changed();
  }

  /** @param {AnswerEntry} entry */
  forget(entry) {
    this.history = this.history.filter((each) => each !== entry);
  }
}
