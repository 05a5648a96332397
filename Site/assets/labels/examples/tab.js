// All examples of a label: view, change and remove them, export and import them.

import { clear, el } from '../../core/dom.js';
import { api, sentenceOf } from '../../core/api.js';
import { announce } from '../../core/live.js';
import { toast } from '../../core/dialog.js';
import { count, number } from '../../core/format.js';
import { button, failure, press, spinner } from '../../core/panel.js';
import { answerWord } from '../../shared/label-text.js';
import { Choice } from './choice.js';
import { nothingSuch, nothingYet } from './empty.js';
import { exportLink, importButton } from './files.js';
import { Filters } from './filters.js';
import { bindExampleKeys } from './keys.js';
import { Tile } from './tile.js';
import { openTile } from './viewer.js';
import { keyOf } from './example-text.js';

const PAGE = 60;
const MOST = 500;

/**
 * @param {HTMLElement} panel
 * @param {LabelContext} context
 */
export function show(panel, context) {
  const tab = new Examples(panel, context);
  tab.load();
  return () => tab.leave();
}

class Examples {
  /** @type {Filters} */
  filters;
  /** @type {HTMLButtonElement} */
  undoButton;
  /** @type {HTMLAnchorElement} */
  exporting;
  /** @type {{}} */
  asked;
  /** @type {{ close: () => void; }} */
  message;

  /**
   * @param {HTMLElement} panel
   * @param {LabelContext} context
   */
  constructor(panel, context) {
    this.panel = panel;
    this.context = context;
    /** @type {boolean | null} */
    this.filter = null;
    this.total = 0;
    /** @type {Tile[]} */
    this.tiles = [];
    this.list = el('ul', { class: 'labels-examples' });
    this.place = el('div', {}, spinner('Loading the examples…'));
    this.status = el('p', { class: 'muted', tabindex: '-1', role: 'status' });
    this.more = button('', (node) => press(node, () => this.loadMore()), { key: 'more' });
    this.foot = el('div', { class: 'row labels-more' }, this.status, this.more);
    this.choice = new Choice({
      answer: (value) => this.answerChosen(value),
      all: (isChosen) => this.chooseAll(isChosen),
    });
    panel.append(this.tools(), context.canEdit ? this.choice.node : '', this.place, this.foot);
    const act = this.act = {
      open: (/** @type {Tile} */ tile) => openTile(tile, this.tiles),
      choose: () => this.update(),
      answer: (/** @type {Tile} */ tile, /** @type {boolean | null} */ value) =>
        this.answer([tile], value).catch(showProblem),
      undo: () => press(this.undoButton, () => this.undo()),
    };
    this.leaving = [
      context.onLabel(() => this.updateFilters()),
      bindExampleKeys(
        this.list,
        (item) => this.tiles.find((tile) => tile.node === item),
        act,
        context.canEdit,
      ),
    ];
    this.update();
  }

  leave() {
    for (const end of this.leaving) end();
    this.message?.close();
  }

  tools() {
    const { context } = this;
    this.filters = new Filters((value) => this.choose(value));
    this.undoButton = button('Undo', (node) => press(node, () => this.undo()), {
      image: 'undo',
      key: 'undo',
      label: 'Undo the last answer',
    });
    return el(
      'div',
      { class: 'labels-example-tools' },
      this.filters.node,
      el(
        'div',
        { class: 'toolbar' },
        context.canEdit
          ? [this.undoButton, importButton(context.id, (answer) => this.imported(answer))]
          : null,
        this.exporting = exportLink(context.id),
      ),
    );
  }

  // MARK: What is shown

  /** @param {boolean | null} filter */
  choose(filter) {
    if (filter === this.filter) return;
    this.filter = filter;
    this.load();
  }

  /**
   * @param {number} offset
   * @param {number} limit
   */
  ask(offset, limit) {
    return api.get(`labels/${this.context.id}/examples`, {
      params: { answer: this.filter, offset, limit },
    });
  }

  /** Loads as many as are shown. */
  async load() {
    this.updateFilters();
    const [mine, limit] = [this.asked = {}, Math.min(MOST, Math.max(PAGE, this.tiles.length))];
    try {
      const answer = await this.ask(0, limit);
      if (mine !== this.asked) return;
      this.tiles = [];
      clear(this.list);
      this.take(answer);
    } catch (problem) {
      if (mine === this.asked) clear(this.place).append(failure(problem, () => this.load()));
    }
  }

  async loadMore() {
    const before = this.tiles.length;
    const [mine, answer] = [this.asked, await this.ask(before, PAGE)];
    if (mine !== this.asked) return;
    this.take(answer);
    // The button may be gone: the focus goes to the first new one.
    this.tiles[before]?.link.focus();
  }

  /** @param {{ count: number, examples: Example[] }} options */
  take({ count: total, examples }) {
    this.total = total;
    const known = new Set(this.tiles.map((tile) => tile.key));
    for (const example of examples) {
      const { photo } = example;
      if (!photo || known.has(keyOf(example))) continue;
      const tile = new Tile({ ...example, photo }, this.act, this.context.canEdit);
      this.tiles.push(tile);
      this.list.append(tile.node);
    }
    this.update();
  }

  update() {
    const { tiles, total, filter, context } = this;
    this.choice.update(this.chosen().length, tiles.length);
    this.foot.hidden = tiles.length === 0;
    this.status.textContent = `${number(tiles.length)} of ${count(total, 'example')}`;
    this.more.textContent = `Show ${
      number(Math.min(PAGE, Math.max(0, total - tiles.length)))
    } more`;
    this.more.hidden = tiles.length >= total;
    if (!this.asked) return;
    if (tiles.length > 0) {
      if (!this.list.isConnected) clear(this.place).append(this.list);
    } else {clear(this.place).append(
        filter === null
          ? nothingYet(
            context,
            button('Mark', () => context.goTo('mark'), { kind: 'primary', image: 'tag' }),
          )
          : nothingSuch(filter),
      );}
  }

  updateFilters() {
    const { label } = this.context;
    this.filters.update(label, this.filter);
    this.exporting.hidden = label.positives + label.negatives === 0;
  }

  // MARK: Choosing and answering

  chosen() {
    return this.tiles.filter((tile) => tile.isChosen);
  }

  /** @param {boolean} isChosen */
  chooseAll(isChosen) {
    for (const tile of this.tiles) tile.isChosen = isChosen;
    this.update();
  }

  /** @param {boolean | null} value */
  async answerChosen(value) {
    const tiles = this.chosen();
    await this.answer(tiles, value);
    for (const tile of tiles) tile.isChosen = false;
    this.update();
  }

  /**
   * Gives the tiles an answer, or removes theirs with null.
   * @param {ExampleTile[]} tiles
   * @param {boolean | null} value
   */
  async answer(tiles, value) {
    const wanted = tiles.filter((tile) => tile.example.answer !== value);
    if (wanted.length === 0) return;
    const marks = wanted.map(({ example: { photo, box } }) => ({ photo: photo.id, box }));
    const { label } = await api.send('POST', `labels/${this.context.id}/examples`, {
      marks,
      answer: value,
      origin: 'page',
    });
    const leaving = wanted.filter(() =>
      value === null || (this.filter !== null && this.filter !== value)
    );
    for (const tile of wanted) {
      if (value !== null && !leaving.includes(tile)) {
        tile.update({ answer: value, origin: 'page', marked_ms: Date.now() });
      }
    }
    this.drop(leaving);
    this.context.take(label);
    this.announceAnswers(wanted.length, value, leaving.length > 0);
  }

  /**
   * @param {number} n
   * @param {boolean | null} value
   * @param {boolean} hasLeft
   */
  announceAnswers(n, value, hasLeft) {
    const words = value === null
      ? `${count(n, 'answer')} removed`
      : n === 1
      ? `Answered ${answerWord(value)}`
      : `${count(n, 'example')} answered ${answerWord(value)}`;
    if (hasLeft || n > 1) {
      this.say(`${words}.`, { kind: 'ok', action: { label: 'Undo', run: this.act.undo } });
    } else {
      this.message?.close();
      announce(words);
    }
  }

  /**
   * Removes tiles from the list; the focus goes to the next one.
   * @param {ExampleTile[]} tiles
   */
  drop(tiles) {
    if (tiles.length === 0) return;
    const focused = tiles.find((tile) => tile.node.contains(document.activeElement));
    const place = focused ? this.tiles.indexOf(focused) : -1;
    this.tiles = this.tiles.filter((tile) => !tiles.includes(tile));
    for (const tile of tiles) tile.node.remove();
    this.total -= tiles.length;
    this.update();
    if (focused) (this.tiles[Math.min(place, this.tiles.length - 1)]?.link ?? this.panel).focus();
    if (this.tiles.length === 0 && this.total > 0) this.load();
  }

  async undo() {
    const { marks, label } = await api.send('POST', `labels/${this.context.id}/examples/undo`, {});
    if (marks.length === 0) return this.say('Nothing to undo.');
    this.context.take(label);
    await this.load();
    this.say(`${count(marks.length, 'answer')} ${marks.length === 1 ? 'is' : 'are'} restored.`, {
      kind: 'ok',
    });
  }

  /**
   * Shows a message instead of the last one, whose "Undo" would no longer undo the same.
   * @param {string} text
   * @param {Parameters<typeof toast>[1]} [options]
   */
  say(text, options) {
    this.message?.close();
    this.message = toast(text, options);
  }

  /** @param {{ label: Label }} options */
  async imported({ label }) {
    this.context.take(label);
    await this.load();
  }
}

/** @param {unknown} problem */
const showProblem = (problem) => toast(sentenceOf(problem), { kind: 'error' });
