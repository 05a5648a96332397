// The boxes to answer, on the picture: numbered as in the list beside it. A click chooses a box
// and shows its answers. The list has all of this for the keyboard, so nothing here is a tab stop.

import { clear, el, icon } from '../../core/dom.js';
import { answerWord } from '../../shared/label-text.js';
import { turnedBox } from '../../shared/geometry.js';

const SIGNS = new Map([[true, '✓'], [false, '✕'], [null, '?']]);

export class Overlay {
  /** @param {{ choose: (item: import('./item.js').Item) => void, answer: (item: import('./item.js').Item, answer: boolean) => void }} act */
  constructor(act) {
    this.act = act;
    this.answers = el(
      'div',
      { class: 'viewer-mark-here', hidden: true },
      this.answer('check', true),
      this.answer('close', false),
    );
    this.node = el('div', {
      class: 'viewer-marks',
      on: { dblclick: (event) => event.stopPropagation() },
    });
    this.boxes = new Map();
    this.current = null;
    this.turn = 0;
  }

  /**
   * @param {string} image
   * @param {boolean} value
   */
  answer(image, value) {
    const word = value ? 'Yes' : 'No';
    return el(
      'button',
      {
        type: 'button',
        tabindex: '-1',
        class: `is-${answerWord(value)}`,
        on: { click: () => this.current && this.act.answer(this.current, value) },
      },
      icon(image),
      word,
    );
  }

  /**
   * @param {import('./item.js').Item[]} items
   * @param {Turn} turn
   */
  set(items, turn) {
    const withBox = items.filter(({ box }) => box);
    this.boxes = new Map(withBox.map((item) => [item, this.box(item)]));
    // Small boxes lie above large ones, so that each can be reached.
    const bySize = [...this.boxes].sort(([a], [b]) => b.box[2] * b.box[3] - a.box[2] * a.box[3]);
    clear(this.node).append(...bySize.map(([, node]) => node), this.answers);
    this.choose(null);
    this.setTurn(turn);
    for (const item of items) this.update(item);
  }

  /** @param {import('./item.js').Item} item */
  box(item) {
    return el('button', {
      type: 'button',
      tabindex: '-1',
      class: 'viewer-mark',
      on: { click: () => this.act.choose(item) },
    }, el('span', { class: 'viewer-mark-sign', 'aria-hidden': 'true' }));
  }

  /** @param {Turn} turn */
  setTurn(turn) {
    this.turn = turn;
    for (const [item, node] of this.boxes) {
      const [left, top, width, height] = turnedBox(item.box, turn);
      Object.assign(node.style, {
        left: percent(left),
        top: percent(top),
        width: percent(width),
        height: percent(height),
      });
      node.classList.toggle('label-inside', top < 0.06);
    }
    this.placeAnswers();
  }

  /** @param {import('./item.js').Item} item */
  update(item) {
    const node = this.boxes.get(item);
    if (!node) return;
    node.classList.toggle('is-yes', item.answer === true);
    node.classList.toggle('is-no', item.answer === false);
    node.setAttribute('aria-label', item.words);
    node.firstChild.textContent = `${item.name.replace('Box ', '')} ${SIGNS.get(item.answer)}`;
    if (item === this.current) this.placeAnswers();
  }

  /** @param {import('./item.js').Item | null} item */
  choose(item) {
    this.current = this.boxes.has(item) ? item : null;
    for (const [each, node] of this.boxes) {
      node.classList.toggle('is-current', each === this.current);
    }
    this.placeAnswers();
  }

  /** @param {import('./item.js').Item | null} item */
  point(item) {
    for (const [each, node] of this.boxes) node.classList.toggle('is-pointed', each === item);
  }

  /** Places the answers at the lower edge of the chosen box, within the picture. */
  placeAnswers() {
    const { answers, current } = this;
    answers.hidden = !current;
    if (!current?.box) return;
    const [left, top, width, height] = turnedBox(current.box, this.turn);
    answers.style.left = `clamp(86px, ${percent(left + width / 2)}, calc(100% - 86px))`;
    answers.style.top = percent(top + height);
    answers.classList.toggle('is-inside', top + height > 0.86);
    for (const node of answers.children) {
      node.setAttribute(
        'aria-pressed',
        String(current.answer === node.classList.contains('is-yes') && current.answer !== null),
      );
    }
  }
}

/** @param {number} fraction */
const percent = (fraction) => `${fraction * 100}%`;
