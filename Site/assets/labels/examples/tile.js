// One example: what it is, the answer, and where it was given.

import { el, icon } from '../../core/dom.js';
import { crop } from '../../shared/crop.js';
import { answerWord } from '../../shared/label-text.js';
import { keyOf, originText } from './example-text.js';

/** @type {Map<boolean | null, string>} */
const ICONS = new Map([[true, 'check'], [false, 'close']]);

/** @typedef {{ open: (tile: Tile) => unknown, answer: (tile: Tile, answer: boolean | null) => unknown, choose: (tile: Tile, isChosen: boolean) => unknown }} ExampleActions */

export class Tile {
  /** @type {HTMLInputElement} */
  box;
  /** @type {Turn} */
  drawnTurn;
  /** @type {Map<boolean, HTMLButtonElement>} */
  buttons;
  /** @type {HTMLButtonElement} */
  remove;
  /** @type {HTMLDivElement} */
  group;

  /**
   * @param {ExampleActions} act
   * @param {boolean} canEdit whether the user may change it
   * @param {ShownExample} example
   */
  constructor(example, act, canEdit) {
    this.example = example;
    this.key = keyOf(example);
    this.link = el('a', {
      href: `/photo/${example.photo.id}`,
      dataset: { key: `open-${this.key}` },
      on: {
        click: (event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            act.open(this);
          }
        },
      },
    });
    this.origin = el('p', { class: 'hint' });
    this.node = el('li', { class: 'labels-example' }, this.link);
    if (canEdit) this.addControls(act);
    else this.node.append(this.badge = el('p', { class: 'labels-answer' }));
    this.node.append(this.origin);
    this.update(example);
  }

  /** @param {ExampleActions} act */
  addControls(act) {
    /** @param {boolean | null} answer */
    const choice = (answer) =>
      el(
        'button',
        {
          type: 'button',
          dataset: { key: `${answerWord(answer)}-${this.key}` },
          on: { click: () => act.answer(this, answer) },
        },
        icon(ICONS.get(answer) ?? ''),
        answerWord(answer),
      );
    this.buttons = new Map([[true, choice(true)], [false, choice(false)]]);
    this.remove = el('button', {
      type: 'button',
      class: 'button small quiet icon-button',
      title: 'Remove the answer',
      on: { click: () => act.answer(this, null) },
    }, icon('trash'));
    this.box = el('input', {
      type: 'checkbox',
      on: { change: () => act.choose(this, this.box.checked) },
    });
    this.node.append(
      el('label', { class: 'labels-choose' }, this.box),
      el(
        'div',
        { class: 'labels-answers' },
        this.group = el(
          'div',
          { class: 'segmented', role: 'group' },
          this.buttons.get(true),
          this.buttons.get(false),
        ),
        this.remove,
      ),
    );
  }

  get isChosen() {
    return this.box?.checked ?? false;
  }
  set isChosen(value) {
    if (this.box) this.box.checked = value;
  }

  /**
   * Shows the example as it is now.
   * @param {Partial<ShownExample>} example
   */
  update(example) {
    const { photo, box, answer } = Object.assign(this.example, example);
    const what = photo.label || photo.name;
    if (this.drawnTurn !== photo.turn) this.link.replaceChildren(crop({ photo, box }));
    this.drawnTurn = photo.turn;
    this.link.setAttribute('aria-label', `${what}, answered ${answerWord(answer)}`);
    this.link.title = photo.name;
    this.origin.textContent = originText(this.example);
    this.node.classList.toggle('is-yes', answer === true);
    if (this.badge) this.badge.replaceChildren(icon(ICONS.get(answer) ?? ''), answerWord(answer));
    if (!this.group) return;
    for (const [each, button] of this.buttons) {
      button.setAttribute('aria-pressed', String(each === answer));
    }
    this.group.setAttribute('aria-label', `Answer for ${what}`);
    this.remove.setAttribute('aria-label', `Remove the answer for ${what}`);
    this.box.setAttribute('aria-label', `Select ${what}`);
  }
}
