// One example that was predicted wrongly, with its probability and a button for wrong marks.

import { el, icon } from '../../core/dom.js';
import { button } from '../../core/panel.js';
import { crop } from '../../shared/crop.js';
import { answerWord } from '../../shared/label-text.js';
import { keyOf } from '../examples/example-text.js';
import { shareText } from './training-text.js';

export class MistakeTile {
  /** @type {boolean | null} */
  answer;

  /**
   * @param {boolean} answer the current answer, which may have changed since the training
   * @param {{ open: (tile: MistakeTile) => unknown, answer?: (tile: MistakeTile, answer: boolean) => unknown }} act without `answer` the mark cannot be changed
   * @param {Mistake} mistake
   */
  constructor(mistake, answer, act) {
    this.mistake = mistake;
    this.act = act;
    const { photo, probability } = mistake;
    this.link = el('a', {
      href: `/photo/${photo.id}`,
      title: photo.name,
      dataset: { key: `mistake-${keyOf(mistake)}` },
      on: {
        click: (event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            act.open(this);
          }
        },
      },
    });
    this.words = el(
      'p',
      { class: 'hint tabular' },
      el('strong', { text: shareText(probability) }),
      ' yes',
    );
    this.state = el('p', { class: 'labels-corrected', hidden: true });
    this.flip = act.answer
      ? button('', () => act.answer?.(this, !this.answer), { kind: 'small' })
      : null;
    this.node = el('li', { class: 'labels-mistake' }, this.link, this.words, this.state, this.flip);
    this.update(photo);
    this.show(answer);
  }

  /**
   * Shows the photo as it is now: it may have been rotated.
   * @param {GridPhoto} photo
   */
  update(photo) {
    this.mistake.photo = photo;
    this.link.replaceChildren(crop(this.mistake));
    this.link.setAttribute(
      'aria-label',
      `${photo.label || photo.name}, marked ${answerWord(this.mistake.answer)}, probability ${
        shareText(this.mistake.probability)
      }`,
    );
  }

  /** @param {boolean | null} answer */
  show(answer) {
    this.answer = answer;
    const isCorrected = answer !== this.mistake.answer;
    const what = this.mistake.photo.label || this.mistake.photo.name;
    this.node.classList.toggle('is-corrected', isCorrected);
    this.state.hidden = !isCorrected;
    this.state.replaceChildren(
      icon('check'),
      `Now ${answerWord(answer)}; takes effect after the next training`,
    );
    if (!this.flip) return;
    this.flip.replaceChildren(
      icon(isCorrected ? 'undo' : 'edit'),
      isCorrected ? `Back to ${answerWord(!answer)}` : `Change to ${answerWord(!answer)}`,
    );
    this.flip.setAttribute(
      'aria-label',
      `${isCorrected ? 'Back' : 'Change'} to ${answerWord(!answer)}: ${what}`,
    );
  }
}
