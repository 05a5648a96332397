// One item to answer: the photo with its box, an enlarged box, and large buttons.

import { append, clear, el, icon } from '../../core/dom.js';
import { number } from '../../core/format.js';
import { crop, framed } from '../../shared/crop.js';
import { answerWord } from '../../shared/label-text.js';

export class Stage {
  /**
   * @param {{ answer: (value: boolean) => unknown, skip: Callback, undo: Callback }} act
   * @param {Label} label
   */
  constructor(label, act) {
    this.label = label;
    this.picture = el('div', { class: 'labels-picture', tabindex: -1, role: 'img' });
    this.cutting = el('div', {
      class: 'labels-cutting',
      'aria-hidden': true,
      hidden: !label.class,
    });
    this.question = el('h2', { class: 'labels-question' });
    this.where = el('p', { class: 'muted' });
    this.detail = el('div', { class: 'labels-detail' });
    this.given = el('p', { class: 'labels-given' });
    /** @param {() => unknown} run */
    const press = (run) => (/** @type {MouseEvent} */ event) => {
      // A click moves the focus to the picture, or Space would press the button again.
      if (event.detail > 0) this.focus();
      run();
    };
    this.undo = choice('Undo', 'undo', 'z', '', press(act.undo));
    this.node = el(
      'div',
      { class: label.class ? 'labels-stage' : 'labels-stage is-whole' },
      this.picture,
      el(
        'div',
        { class: 'labels-side' },
        el(
          'div',
          { class: 'labels-asking' },
          this.cutting,
          el(
            'div',
            { class: 'labels-asking-text' },
            this.question,
            el('div', { class: 'labels-where' }, this.where, this.given),
            this.detail,
          ),
        ),
        el(
          'div',
          { class: 'labels-choices', role: 'group', 'aria-label': 'Answer' },
          choice(
            'Yes',
            'check',
            'y',
            'is-yes',
            press(() => act.answer(true)),
          ),
          choice(
            'No',
            'close',
            'n',
            'is-no',
            press(() => act.answer(false)),
          ),
          choice('Skip', 'right', 's', '', press(act.skip)),
          this.undo,
        ),
      ),
    );
  }

  focus() {
    this.picture.focus({ preventScroll: true });
  }

  /** On a small screen the picture may start below the visible part: scroll so that all of it is visible. */
  reveal() {
    this.node.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Shows an item; `where` is its place in words, `detail` more about it.
   * @param {MarkItem} item
   * @param {{ where: string, detail?: Child }} options
   */
  show(item, { where, detail = null }) {
    const { photo, others = [] } = item;
    clear(this.picture).append(framed(item, others));
    this.picture.setAttribute('aria-label', `${photo.label || photo.name}${partText(item)}`);
    clear(this.cutting).append(item.box ? crop(item) : '');
    this.question.textContent = item.box
      ? `Is this “${this.label.name}”?`
      : `Is this photo “${this.label.name}”?`;
    this.where.textContent = where;
    append(clear(this.detail), detail);
    this.showAnswer(item);
  }

  /**
   * Shows the current answer, in words and on the button.
   * @param {{ answer: boolean | null }} options
   */
  showAnswer({ answer }) {
    clear(this.given).hidden = answer === null;
    if (answer !== null) {
      this.given.append(icon(answer ? 'check' : 'close'), `Answered ${answerWord(answer)}`);
    }
    this.given.classList.toggle('is-yes', answer === true);
  }
}

/**
 * Which of several boxes it is.
 * @param {{ boxPlace?: number, boxCount?: number }} options
 */
export const partText = ({ boxPlace = 0, boxCount = 0 }) =>
  boxCount > 1 ? `, box ${number(boxPlace + 1)} of ${number(boxCount)}` : '';

/**
 * "Photo 5 of 140, box 1 of 3"
 * @param {MarkItem} item
 * @param {number | null} total
 */
export const placeText = (item, total) =>
  `Photo ${number((item.photoPlace ?? 0) + 1)} of ${number(total ?? 0)}${partText(item)}`;

/**
 * @param {string} text
 * @param {string} image
 * @param {string} key
 * @param {string} kind
 * @param {(event: MouseEvent) => void} run
 */
function choice(text, image, key, kind, run) {
  return el(
    'button',
    {
      type: 'button',
      class: `button labels-answer-button ${kind}`,
      'aria-keyshortcuts': key,
      dataset: { key: text.toLowerCase() },
      on: { click: run },
    },
    icon(image),
    el('span', { text }),
    el('kbd', { 'aria-hidden': true, text: key.toUpperCase() }),
  );
}
