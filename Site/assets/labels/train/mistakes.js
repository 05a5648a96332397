// What is predicted wrongly at the threshold, as pictures. All yes and no examples are loaded once, worst
// first; which of them are wrong is computed here for each threshold.

import { clear, el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { announce } from '../../core/live.js';
import { number } from '../../core/format.js';
import { button, failure, press, spinner } from '../../core/panel.js';
import { openViewer } from '../../viewer/viewer.js';
import { answerWord } from '../../shared/label-text.js';
import { keyOf } from '../examples/example-text.js';
import { MistakeTile } from './mistake-tile.js';

const FIRST = 12;
// How many of the latest answers are searched for those given after the training.
const RECENT = 500;

/** @typedef {{ mistake: Mistake, answer: boolean, tile: MistakeTile | null }} MistakeEntry with its answer now */
/** @typedef {{ answer: boolean, name: string, text: string, none: string }} GroupDescription */
/**
 * @typedef {GroupDescription & {
 *   title: HTMLElement, list: HTMLElement, note: HTMLElement, more: HTMLButtonElement, node: HTMLElement,
 *   showsAll: boolean, shown: MistakeEntry[],
 * }} MistakeGroup
 */

/** @type {GroupDescription[]} */
const GROUPS = [
  {
    answer: true,
    name: 'Missed',
    text: 'You said yes, the label predicted no.',
    none: 'No yes examples were missed.',
  },
  {
    answer: false,
    name: 'False positives',
    text: 'You said no, the label predicted yes.',
    none: 'No false positives.',
  },
];

export class Mistakes {
  /** @type {MistakeEntry[]} */
  entries;
  /** @type {string} */
  asked;
  /** @type {LabelFigures} */
  learner;
  /** @type {number} */
  threshold;

  /** @param {LabelContext} context */
  constructor(context) {
    this.context = context;
    this.place = el('div', { class: 'labels-mistakes' });
    this.node = this.place;
    this.groups = GROUPS.map((group) => this.group(group));
    this.known = new Map();
  }

  /**
   * @param {GroupDescription} description
   * @returns {MistakeGroup}
   */
  group(description) {
    const title = el('h4', { tabindex: '-1' });
    const list = el('ul', { class: 'labels-mistake-list' });
    const note = el('p', { class: 'hint' });
    const more = button('', () => {
      group.showsAll = true;
      this.draw();
      title.focus();
    }, { kind: 'small', key: `all-${description.name}` });
    const node = el('section', {}, title, note, list, more);
    /** @type {MistakeGroup} */
    const group = { ...description, title, list, note, more, node, showsAll: false, shown: [] };
    return group;
  }

  /**
   * Shows the mistakes of a training.
   * @param {number} training its number
   * @param {number} created its time, in milliseconds
   * @param {LabelFigures} learner the one that is shown
   */
  async showLearner(training, created, learner) {
    const mine = this.asked = `${training} ${learner.learner}`;
    this.learner = learner;
    for (const group of this.groups) group.showsAll = false;
    if (!this.known.has(mine)) {
      clear(this.place).append(spinner('Finding mistakes…'));
      try {
        this.known.set(mine, await this.load(training, created, learner.learner));
      } catch (problem) {
        if (mine === this.asked) {
          clear(this.place).append(
            failure(problem, () => this.showLearner(training, created, learner)),
          );
        }
        return;
      }
    }
    if (mine !== this.asked) return;
    this.entries = this.known.get(mine);
    clear(this.place).append(...this.groups.map((group) => group.node));
    this.draw();
  }

  /**
   * Loads all examples: at a threshold of 0 every no is wrong, at 1 every yes.
   * @param {number} training
   * @param {number} created
   * @param {Learner} name
   */
  async load(training, created, name) {
    /** @param {number} threshold */
    const at = (threshold) =>
      api.get(`labels/${this.context.id}/versions/${training}`, { params: { threshold } });
    const [low, high, recent] = await Promise.all([
      at(0),
      at(1),
      api.get(`labels/${this.context.id}/examples`, { params: { limit: RECENT } }),
    ]);
    const since = new Map(
      recent.examples.filter((each) => each.marked_ms > created)
        .map((each) => [keyOf(each), each.answer]),
    );
    /**
     * @param {Training} figures
     * @param {boolean} answer
     */
    const mistakesOf = (figures, answer) =>
      (figures.learners.find(({ learner }) => learner === name)?.mistakes ?? []).filter((each) =>
        each.answer === answer
      );
    return [...mistakesOf(high, true), ...mistakesOf(low, false)].map((mistake) => ({
      mistake,
      answer: since.get(keyOf(mistake)) ?? mistake.answer,
      /** @type {MistakeTile | null} */
      tile: null,
    }));
  }

  /**
   * The tile of an entry; created when it is first shown, since it loads a picture.
   * @param {MistakeEntry} entry
   */
  tileOf(entry) {
    entry.tile ??= new MistakeTile(entry.mistake, entry.answer, {
      open: (tile) => this.open(tile),
      answer: this.context.canEdit ? (tile, answer) => this.answer(tile, answer) : undefined,
    });
    return entry.tile;
  }

  /**
   * Shows what is wrong at another threshold.
   * @param {number} threshold
   */
  move(threshold) {
    this.threshold = threshold;
    if (this.entries && this.groups[0].node.isConnected) this.draw();
  }

  draw() {
    const wrong = this.entries.filter(({ mistake: { probability, answer } }) =>
      (probability >= this.threshold) !== answer
    );
    for (const group of this.groups) {
      this.drawGroup(
        group,
        wrong.filter(({ mistake }) => mistake.answer === group.answer),
      );
    }
  }

  /**
   * @param {MistakeGroup} group
   * @param {MistakeEntry[]} entries
   */
  drawGroup(group, entries) {
    // Counts all mistakes; the server sends only the worst ones.
    const all =
      this.learner.scored.filter(({ probability, answer }) =>
        answer === group.answer && (probability >= this.threshold) !== answer
      ).length;
    const shown = group.showsAll ? entries : entries.slice(0, FIRST);
    group.shown = entries;
    group.title.textContent = `${group.name}: ${number(all)}`;
    group.note.textContent = all === 0
      ? group.none
      : entries.length < all
      ? `${group.text} ${number(entries.length)} of them can be shown.`
      : group.text;
    group.more.lastChild?.remove();
    group.more.append(`Show all ${number(entries.length)}`);
    group.more.hidden = entries.length <= shown.length;
    // Tiles that stay are not touched, so that they keep the focus.
    /** @type {Element[]} */
    const wanted = shown.map((entry) => this.tileOf(entry).node);
    for (const node of [...group.list.children]) if (!wanted.includes(node)) node.remove();
    for (const [index, node] of wanted.entries()) {
      if (group.list.children[index] !== node) {
        group.list.insertBefore(node, group.list.children[index] ?? null);
      }
    }
    group.list.hidden = wanted.length === 0;
  }

  /**
   * Corrects the mark of an example, or restores it.
   * @param {import('./mistake-tile.js').MistakeTile} tile
   * @param {boolean} answer
   */
  answer(tile, answer) {
    return tile.flip && press(tile.flip, async () => {
      const { mistake: { photo, box } } = tile;
      const { label } = await api.send('POST', `labels/${this.context.id}/examples`, {
        marks: [{ photo: photo.id, box }],
        answer,
        origin: 'page',
      });
      tile.show(answer);
      this.context.take(label);
      announce(`Answered ${answerWord(answer)}.`);
    });
  }

  /** @param {import('./mistake-tile.js').MistakeTile} tile */
  open(tile) {
    const group = this.groups.find(({ answer }) => answer === tile.mistake.answer);
    const photos = [
      ...new Map((group?.shown ?? []).map(({ mistake: { photo } }) => [photo.id, photo])).values(),
    ];
    openViewer({
      id: tile.mistake.photo.id,
      index: photos.findIndex((photo) => photo.id === tile.mistake.photo.id),
      total: photos.length,
      source: { items: async (offset, limit) => photos.slice(offset, offset + limit) },
      onChange: (photo) => {
        for (const each of this.entries) {
          if (each.mistake.photo.id === photo.id) this.tileOf(each).update(photo);
        }
      },
    });
  }
}
