// One item to answer: the photo, or a box on it.

import { el, icon } from '../../core/dom.js';
import { crop } from '../../shared/crop.js';
import { answerWord } from '../../shared/label-text.js';

export class Item {
  /** @type {boolean | null} */
  answer;

  /**
   * @param {{ box: Box | null, answer: boolean | null }} mark
   * @param {string} name "Box 2", or "This photo"
   * @param {{ choose: (item: Item) => void, point: (item: Item | null) => void, answer: (item: Item, answer: boolean | null) => void }} act
   * @param {GridPhoto} photo
   */
  constructor(mark, photo, name, act) {
    this.box = mark.box;
    this.answer = mark.answer;
    this.name = name;
    this.act = act;
    this.state = el('span', { class: 'viewer-mark-state' });
    this.buttons = new Map([[true, this.button('check', true)], [
      false,
      this.button('close', false),
    ]]);
    this.remove = el('button', {
      type: 'button',
      class: 'button quiet icon-button small',
      title: 'Remove answer (Del)',
      'aria-label': `Remove answer: ${name}`,
      on: {
        click: () => {
          this.buttons.get(true)?.focus();
          act.answer(this, null);
        },
      },
    }, icon('undo'));
    this.picture = mark.box
      ? el('button', {
        type: 'button',
        class: 'viewer-mark-crop',
        on: { click: () => act.choose(this) },
      })
      : null;
    this.node = el(
      'li',
      {
        class: 'viewer-mark-item',
        on: {
          focusin: () => act.choose(this),
          pointerenter: () => act.point(this),
          pointerleave: () => act.point(null),
        },
      },
      this.picture,
      el(
        'div',
        { class: 'viewer-mark-text' },
        el('p', {}, el('strong', { text: name }), ' ', this.state),
        el(
          'div',
          { class: 'viewer-mark-answers' },
          el('div', { class: 'segmented', role: 'group', 'aria-label': name }, [
            ...this.buttons.values(),
          ]),
          this.remove,
        ),
      ),
    );
    this.setPhoto(photo);
    this.show(mark.answer);
  }

  /**
   * @param {string} image
   * @param {boolean | null} answer
   */
  button(image, answer) {
    return el(
      'button',
      {
        type: 'button',
        class: `is-${answerWord(answer)}`,
        'aria-keyshortcuts': answer ? 'y' : 'n',
        title: answer ? 'Yes (Y)' : 'No (N)',
        on: { click: () => this.act.answer(this, answer) },
      },
      icon(image),
      answer ? 'Yes' : 'No',
    );
  }

  /** @param {GridPhoto} photo */
  setPhoto(photo) {
    this.picture?.replaceChildren(crop({ photo, box: this.box }));
  }

  /** @param {boolean | null} answer */
  show(answer) {
    this.answer = answer;
    for (const [each, node] of this.buttons) {
      node.setAttribute('aria-pressed', String(each === answer));
    }
    this.state.textContent = answer === null ? 'not answered' : '';
    this.remove.hidden = answer === null;
    this.picture?.setAttribute('aria-label', this.words);
  }

  get words() {
    return `${this.name}: ${answerWord(this.answer)}`;
  }

  /** @param {boolean} isCurrent */
  setCurrent(isCurrent) {
    this.node.classList.toggle('is-current', isCurrent);
    if (isCurrent) this.node.setAttribute('aria-current', 'true');
    else this.node.removeAttribute('aria-current');
  }

  focus() {
    (this.picture ?? this.buttons.get(true))?.focus();
  }
}
