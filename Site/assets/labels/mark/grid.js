// Many items at once: tiles that can be selected and answered together.

import { clear, el } from '../../core/dom.js';
import { announce } from '../../core/live.js';
import { count, number } from '../../core/format.js';
import { button, failure, press, spinner } from '../../core/panel.js';
import { aboutText, answerWord } from '../../shared/label-text.js';
import { Tiles } from './tiles.js';

const PAGE = 60;

export class Grid {
  /** @type {HTMLElement} */
  last;

  /**
   * @param {{ items: MarkItem[], isDone: boolean, more: () => Promise<boolean> }} list
   * @param {{ end: () => HTMLElement }} about end(): a node where there is nothing to answer
   * @param {{ undo: Callback }} act
   * @param {Label} label
   * @param {import('./answers.js').Answers} answers
   */
  constructor(label, list, answers, about, act) {
    this.list = list;
    this.answers = answers;
    this.about = about;
    this.act = act;
    this.tiles = new Tiles(`To answer: ${aboutText(label)}`, () => this.update());
    this.node = el('div', { class: 'labels-grid' });
    this.words = el('p', { class: 'labels-chosen tabular' });
    this.yes = answerButton(
      'Yes',
      'check',
      'is-yes',
      () => this.answer(true, { onlyChosen: true }),
    );
    this.no = answerButton('No', 'close', 'is-no', () => this.answer(false, { onlyChosen: true }));
    this.rest = button('', () => {
      this.tiles.choose(this.open());
      this.tiles.focus();
    }, { kind: 'small', key: 'rest' });
    this.none = button('Clear', () => {
      this.tiles.clearChoice();
      this.rest.focus();
    }, { kind: 'quiet small', key: 'none', label: 'Clear the selection' });
    this.tools = el(
      'div',
      { class: 'labels-grid-tools', role: 'group', 'aria-label': 'Selection' },
      el('div', { class: 'labels-choosing' }, this.words, this.rest, this.none),
      el(
        'div',
        { class: 'labels-answering' },
        this.yes,
        this.no,
        button('Undo', act.undo, { kind: 'quiet', image: 'undo', key: 'undo' }),
      ),
    );
    this.more = button('', (node) => press(node, () => this.showMore()), { key: 'more' });
    this.foot = el('div', { class: 'row labels-more' }, this.more);
  }

  /** All items that are shown and not answered. */
  open() {
    return this.tiles.items.filter((item) => item.answer === null);
  }

  async begin() {
    clear(this.node).append(spinner('Loading…'));
    try {
      await this.fill();
    } catch (problem) {
      clear(this.node).append(failure(problem, () => this.begin()));
      return;
    }
    if (this.tiles.items.length === 0) clear(this.node).append(this.about.end());
    else clear(this.node).append(this.tools, this.tiles.node, this.foot);
    announce(
      this.tiles.items.length === 0
        ? this.node.querySelector('h2')?.textContent ?? ''
        : `${count(this.tiles.items.length, 'tile')}.`,
    );
    this.update();
  }

  /** Shows another page, and loads its items. */
  async fill() {
    const wanted = this.tiles.items.length + PAGE;
    while (this.list.items.length < wanted && !this.list.isDone) if (!await this.list.more()) break;
    this.tiles.add(this.list.items.slice(this.tiles.items.length, wanted));
  }

  async showMore() {
    const before = this.tiles.items.length;
    await this.fill();
    this.update();
    const first = this.tiles.items[before];
    if (first) this.tiles.focus(first);
  }

  /**
   * Answers for the selected items, or else for the one with the focus.
   * @param {boolean | null} value
   */
  answer(value, { onlyChosen = false } = {}) {
    const { tiles } = this;
    const chosen = tiles.items.filter((item) => tiles.choice.has(item));
    const isOne = chosen.length === 0;
    if (isOne && (onlyChosen || !tiles.active)) return false;
    // A tile without visible focus must not be answered.
    if (isOne && !tiles.node.contains(document.activeElement)) return tiles.focus();
    const items = isOne && tiles.active ? [tiles.active] : chosen;
    this.answers.give(items, value);
    tiles.choice.clear();
    tiles.anchor = null;
    tiles.changed(items);
    announce(
      items.length === 1
        ? `Answered ${answerWord(value)}.`
        : `${number(items.length)} answered ${answerWord(value)}.`,
    );
    if (isOne) tiles.advance();
    else if (!this.tiles.node.contains(document.activeElement)) tiles.focus();
    return true;
  }

  /**
   * Shows what an undo or a failure has changed.
   * @param {MarkItem[]} items
   */
  showItems(items, said = '') {
    for (const item of items) this.tiles.update(item);
    if (this.tiles.items.includes(items[0])) this.tiles.focus(items[0]);
    this.update();
    if (said) announce(said);
  }

  update() {
    const [chosen, open] = [this.tiles.choice.size, this.open().length];
    this.words.textContent = chosen > 0 ? `${number(chosen)} selected` : 'None selected';
    this.words.classList.toggle('muted', chosen === 0);
    for (const node of [this.yes, this.no]) {
      node.setAttribute('aria-disabled', String(chosen === 0));
    }
    this.rest.textContent = open === this.tiles.items.length
      ? `Select all ${number(open)}`
      : `Select the other ${number(open)}`;
    this.rest.hidden = open === 0;
    this.none.hidden = chosen === 0;
    this.more.textContent = open === 0 ? 'Show the next' : 'Show more';
    this.more.hidden = this.list.isDone && this.tiles.items.length >= this.list.items.length;
    this.showEnd(open === 0 && this.more.hidden);
  }

  /**
   * Shown below the tiles when all are answered: the next step.
   * @param {boolean} isAtEnd
   */
  showEnd(isAtEnd) {
    if (isAtEnd === Boolean(this.last?.isConnected) || this.tiles.items.length === 0) return;
    this.last?.remove();
    if (isAtEnd) this.foot.after(this.last = this.about.end());
  }
}

/**
 * @param {string} text
 * @param {string} image
 * @param {string} kind
 * @param {() => unknown} run
 */
function answerButton(text, image, kind, run) {
  const node = button(text, (self) => {
    if (self.getAttribute('aria-disabled') !== 'true') run();
  }, { kind: `labels-answer-button ${kind}`, image, key: text.toLowerCase() });
  node.append(el('kbd', { 'aria-hidden': true, text: text[0] }));
  return node;
}
