// Marking the photos of a query, one at a time or many as tiles: yes, no, skip, undo.

import { asError, sentenceOf } from '../../core/api.js';
import { clear, el } from '../../core/dom.js';
import { toast } from '../../core/dialog.js';
import { count } from '../../core/format.js';
import { announce } from '../../core/live.js';
import { failure, spinner } from '../../core/panel.js';
import { answerWord } from '../../shared/label-text.js';
import { defaultQuery, readState, writeState } from './address.js';
import { Answers } from './answers.js';
import { MarkingView } from './marking-view.js';
import { nothingLeft, notUnderstood } from './empty.js';
import { Grid } from './grid.js';
import { bindGridKeys, bindMarkingKeys } from './keys.js';
import { QueryField } from './query-field.js';
import { Source } from './source.js';
import { placeText } from './stage.js';
import { Switches } from './switches.js';
import { Tally } from './tally.js';

/**
 * @param {HTMLElement} panel
 * @param {LabelContext} context
 */
export function show(panel, context) {
  const tab = new Mark(panel, context);
  tab.load();
  return () => tab.leave();
}

class Mark {
  /** @type {boolean} */
  hasLeft;
  /** @type {Source} */
  source;
  /** @type {((() => void) | (() => void)) | null} */
  unbind;
  /** @type {MarkingView | null} */
  view;
  /** @type {Grid | null} */
  grid;
  /** @type {boolean} */
  isUndoing;
  /** @type {{ close: () => void; }} */
  message;

  /**
   * @param {HTMLElement} panel
   * @param {LabelContext} context
   */
  constructor(panel, context) {
    this.panel = panel;
    this.context = context;
    this.state = readState(context.label);
    this.field = new QueryField((q) => this.change({ q }, { isStep: true }));
    this.switches = new Switches({
      view: (isGrid) => this.change({ isGrid }),
      mixed: (isMixed) => this.change({ isMixed }),
      answered: (withAnswered) => this.change({ withAnswered }),
    });
    this.tally = new Tally(context);
    this.place = el('div', { class: 'labels-place' });
    this.answers = new Answers(context, 'page', {
      changed: () => this.update(),
      failed: (entry, problem) => this.failed(entry, problem),
      answeredElsewhere: () => this.answeredElsewhere(),
    });
    panel.append(
      el(
        'div',
        { class: 'labels-marking' },
        el('div', { class: 'labels-mark-tools' }, this.field.node, this.switches.node),
        this.tally.node,
        this.place,
      ),
    );
    const follow = () => this.follow();
    window.addEventListener('popstate', follow);
    this.leaving = [
      () => window.removeEventListener('popstate', follow),
      context.onLabel(() => this.update()),
    ];
  }

  leave() {
    this.hasLeft = true;
    this.unbind?.();
    for (const end of this.leaving) end();
    this.message?.close();
  }

  update() {
    this.tally.update(this.answers.counts);
    if (this.view?.current) this.view.stage.showAnswer(this.view.current);
  }

  // MARK: What is shown

  /** @param {Partial<MarkState>} changes */
  change(changes, { isStep = false } = {}) {
    this.state = { ...this.state, ...changes };
    writeState(this.context.label, this.state, { isStep });
    this.load();
  }

  /** The user went back or forward in the history. */
  follow() {
    if (this.hasLeft) return;
    const state = readState(this.context.label);
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.load();
  }

  /** Loads and shows what the address asks for, and the item with this key if it is there. */
  async load({ key = /** @type {string | null} */ (null) } = {}) {
    const { context, state } = this;
    const source = this.source = new Source(context.id, state);
    this.unbind?.();
    this.unbind = null;
    this.field.show(state.q);
    this.switches.show(state);
    this.update();
    const hadFocus = this.place.contains(document.activeElement);
    if (hadFocus) this.panel.focus({ preventScroll: true });
    clear(this.place).append(spinner('Finding photos to mark…'));
    try {
      // Answers that have not arrived yet would be missing.
      await this.answers.line;
      await source.more();
    } catch (problem) {
      if (source === this.source) this.fail(problem);
      return;
    }
    if (source !== this.source || this.hasLeft) return;
    await this.showItems(state, source, key);
    if (hadFocus) this.focusHere();
  }

  /**
   * @param {MarkState} markState
   * @param {import('./source.js').Source} source
   * @param {string | null} key
   */
  async showItems({ isGrid, withAnswered }, source, key) {
    const { label } = this.context;
    const act = { undo: () => this.undo() };
    this.view = this.grid = null;
    if (isGrid) {
      const grid = this.grid = new Grid(
        label,
        source,
        this.answers,
        { end: () => this.nothing() },
        act,
      );
      clear(this.place).append(grid.node);
      this.unbind = bindGridKeys('Marking', grid, act);
      await grid.begin();
      const item = source.items.find((each) => each.key === key);
      if (item) grid.showItems([item]);
      return;
    }
    const view = this.view = new MarkingView(label, source, this.answers, {
      where: (item) => placeText(item, source.total),
      end: () => this.nothing(),
      withAnswered,
    }, act);
    clear(this.place).append(view.node);
    this.unbind = bindMarkingKeys('Marking', {
      answer: (value) => {
        view.answer(value);
        this.focusHere();
      },
      skip: () => {
        view.skip();
        this.focusHere();
      },
      back: () => view.back(),
      forward: () => view.forward(),
      ...act,
    });
    const item = source.items.find((each) => each.key === key);
    if (item) view.showItem(item);
    else await view.advance();
  }

  /** After an answer by key, moves the focus from nowhere or from the tab to the picture. */
  focusHere() {
    const { activeElement: active } = document;
    if (
      active !== document.body && active !== this.panel && active?.getAttribute('role') !== 'tab'
    ) return;
    if (this.view?.current) this.view.stage.focus();
    else if (this.grid) this.grid.tiles.focus();
  }

  nothing() {
    const { source, answers, context } = this;
    return nothingLeft({
      label: context.label,
      counts: answers.counts,
      source,
      skipped: this.view?.skipped ?? 0,
      act: {
        ownQuery: defaultQuery(context.label),
        keepSearching: () => this.view ? this.view.advance() : this.grid?.begin(),
        again: () => this.view?.again(),
        search: (/** @type {string} */ q) => this.change({ q }, { isStep: true }),
        showAnswered: () => this.change({ withAnswered: true }),
        train: () => context.goTo('train'),
      },
    });
  }

  /** @param {unknown} problem */
  fail(problem) {
    if (asError(problem).status === 400) {
      this.field.showProblem(asError(problem));
      clear(this.place).append(notUnderstood());
    } else clear(this.place).append(failure(problem, () => this.load()));
  }

  // MARK: Taking back

  async undo() {
    const entry = this.answers.undo();
    if (!entry) return this.undoEarlier();
    const words = entry.items.length === 1
      ? `Undid the answer ${answerWord(entry.answer)}.`
      : `Undid ${count(entry.items.length, 'answer')}.`;
    this.reveal(entry.items, words);
  }

  /** Undoes an answer from before the page was opened. */
  async undoEarlier() {
    if (this.isUndoing) return;
    this.isUndoing = true;
    try {
      const marks = await this.answers.undoEarlier();
      if (marks.length === 0) return this.say('Nothing to undo.');
      this.say(`Undid ${count(marks.length, 'answer')}.`);
      await this.load({ key: `${marks[0].photo}:${marks[0].box ? marks[0].box.join(',') : ''}` });
    } catch (problem) {
      this.say(sentenceOf(problem), { kind: 'error' });
    } finally {
      this.isUndoing = false;
    }
  }

  /**
   * Shows items again whose answer was changed by an undo or a failure.
   * @param {MarkItem[]} items
   * @param {string} words
   */
  reveal(items, words) {
    const isHere = this.source.items.includes(items[0]);
    if (isHere && this.view) this.view.showItem(items[0], words);
    else if (isHere && this.grid) this.grid.showItems(items, words);
    // They were answered for another query, but may be part of this one, too.
    else {
      this.say(words);
      this.answers.line.then(() => {
        if (!this.hasLeft) this.load({ key: items[0].key });
      });
    }
  }

  /**
   * @param {AnswerEntry} answerEntry
   * @param {unknown} problem
   */
  failed({ items, isUndo }, problem) {
    const what = isUndo
      ? 'Could not undo'
      : items.length === 1
      ? 'The answer was not saved'
      : `${count(items.length, 'answer')} not saved`;
    this.say(`${what}: ${sentenceOf(problem)}`, { kind: 'error' });
    if (!this.hasLeft) this.reveal(items, '');
  }

  answeredElsewhere() {
    this.say('Someone else had answered in the meantime, so that answer was undone.', {
      kind: 'error',
    });
    if (!this.hasLeft) this.load();
  }

  /**
   * Shows a message instead of the last one.
   * @param {string} text
   * @param {Parameters<typeof toast>[1]} [options]
   */
  say(text, options) {
    this.message?.close();
    if (text) this.message = toast(text, options);
    else announce('');
  }
}
