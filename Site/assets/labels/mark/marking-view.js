// Shows one item after the other: y, n, next. Marking and reviewing share it; they differ in where the
// items come from and in the text about each.

import { clear, el } from '../../core/dom.js';
import { large } from '../../core/media.js';
import { announce } from '../../core/live.js';
import { failure, spinner } from '../../core/panel.js';
import { answerWord } from '../../shared/label-text.js';
import { Stage } from './stage.js';

// With fewer items than this left, more are loaded; and so many pictures are loaded ahead.
const ENOUGH_AHEAD = 15;
const PICTURES_AHEAD = 4;

export class MarkingView {
  /** @type {{}} */
  going;
  /** @type {boolean} */
  hadFocus;

  /**
   * @param {{ items: MarkItem[], isDone: boolean, more: () => Promise<boolean> }} list the items, and how to load more
   * @param {MarkingTexts} about where(item) in words, detail(item) as a node, withAnswered, end() as a node, answered(before, value)
   * @param {{ undo: Callback }} act
   * @param {Label} label
   * @param {import('./answers.js').Answers} answers
   */
  constructor(label, list, answers, about, act) {
    this.list = list;
    this.answers = answers;
    this.about = about;
    this.images = new Map();
    this.place = -1;
    this.current = null;
    this.stage = new Stage(label, {
      answer: (value) => this.answer(value),
      skip: () => this.skip(),
      undo: act.undo,
    });
    this.node = el('div', { class: 'labels-bench' });
  }

  // MARK: Acting

  /** @param {boolean | null} value */
  answer(value) {
    const item = this.current;
    if (!item) return false;
    const before = item.answer;
    this.answers.give([item], value);
    this.about.answered?.(before, value);
    item.isSkipped = false;
    return this.advance(`${answerWord(value)}.`);
  }

  skip() {
    if (!this.current) return false;
    this.current.isSkipped = true;
    return this.advance('Skipped.');
  }

  back() {
    if (this.place > 0) this.show(this.place - 1);
    else announce('This is the first one.');
  }

  forward() {
    if (!this.current) return;
    if (this.place + 1 < this.list.items.length) this.show(this.place + 1);
    else this.advance();
  }

  /**
   * Shows an item again after an undo or a failure, if it is still in the list.
   * @param {MarkItem} item
   */
  showItem(item, said = '') {
    const place = this.list.items.indexOf(item);
    item.isSkipped = false;
    if (place >= 0) this.show(place, said);
  }

  /** Starts again with the skipped items. */
  again() {
    for (const item of this.list.items) item.isSkipped = false;
    return this.advance();
  }

  get skipped() {
    return this.list.items.filter((item) => item.isSkipped && item.answer === null).length;
  }

  // MARK: Going on

  /** The next item to answer after this place; at the end, the first one that was passed over. */
  nextPlace() {
    const { items, isDone } = this.list;
    /** @param {MarkItem} item */
    const isWanted = (item) => !item.isSkipped && (item.answer === null || this.about.withAnswered);
    const ahead = items.findIndex((item, place) => place > this.place && isWanted(item));
    if (ahead >= 0 || !isDone) return ahead;
    return items.findIndex((item) => !item.isSkipped && item.answer === null);
  }

  async advance(said = '') {
    const mine = this.going = {};
    try {
      while (this.nextPlace() < 0 && !this.list.isDone) {
        this.hadFocus ||= this.node.contains(document.activeElement);
        clear(this.node).append(spinner('Looking for more…'));
        if (!await this.list.more() || mine !== this.going) break;
      }
    } catch (problem) {
      if (mine === this.going) this.fail(problem);
      return;
    }
    if (mine !== this.going) return;
    const place = this.nextPlace();
    if (place < 0) return this.end(said);
    this.show(place, said);
  }

  /** @param {number} place */
  show(place, said = '') {
    this.going = {};
    this.place = place;
    this.current = this.list.items[place];
    const isNew = !this.stage.node.isConnected;
    this.stage.show(this.current, {
      where: this.about.where(this.current),
      detail: this.about.detail?.(this.current),
    });
    if (isNew) this.putOn(this.stage.node);
    // Not for the first item, which the user has not asked for.
    if (said) this.stage.reveal();
    announce(
      `${said} ${this.about.where(this.current)}: ${
        this.current.photo.label || this.current.photo.name
      }`.trim(),
    );
    this.loadAhead();
  }

  end(said = '') {
    this.current = null;
    // From here, "back" leads to the last item.
    this.place = this.list.items.length;
    const node = this.about.end();
    this.putOn(node);
    announce(`${said} ${node.querySelector('h2')?.textContent ?? ''}`.trim());
  }

  /** @param {unknown} problem */
  fail(problem) {
    this.current = null;
    this.putOn(failure(problem, () => this.advance()));
  }

  /**
   * Replaces the content; keeps the focus if it was here.
   * @param {HTMLElement} node
   */
  putOn(node) {
    const hadFocus = this.node.contains(document.activeElement) || this.hadFocus;
    clear(this.node).append(node);
    this.hadFocus = false;
    if (!hadFocus) return;
    if (node === this.stage.node) this.stage.focus();
    else node.querySelector('button, a')?.focus();
  }

  loadAhead() {
    const { items, isDone } = this.list;
    const ahead = items.slice(this.place + 1).filter((item) =>
      item.answer === null || this.about.withAnswered
    );
    // It is loaded again when it is needed, and only then is a failure shown.
    if (ahead.length < ENOUGH_AHEAD && !isDone) this.list.more().catch(() => {});
    const wanted = ahead.slice(0, PICTURES_AHEAD).map(({ photo }) => large(photo));
    this.images = new Map(
      wanted.map((
        address,
      ) => [
        address,
        this.images.get(address) ?? Object.assign(new Image(), { decoding: 'async', src: address }),
      ]),
    );
  }
}
