// The information panel beside the picture (on a phone, a sheet over its lower part).

import { sentenceOf } from '../../core/api.js';
import { append, clear, el, icon } from '../../core/dom.js';
import { query } from '../../core/query.js';
import { byModel } from './by-model.js';
import { file, models, why } from './file.js';
import { labels } from './labels.js';
import { PositionEditor } from './position-editor.js';
import { Rating } from './rating.js';
import { objects, pointInList, scenes } from './things.js';
import { when } from './when.js';
import { where } from './where.js';

export class InfoPanel {
  /** @param {{ close: Callback, rate: (stars: number) => void, point: (index: number | null) => void, moved: (id: number) => void, mark: (label: LabelScore, answer: boolean) => Promise<boolean> }} act */
  constructor(act) {
    this.act = act;
    this.name = el('h2', { class: 'viewer-name' });
    this.rating = new Rating(act.rate);
    this.position = new PositionEditor(act.moved);
    this.notices = el('div', { class: 'viewer-notices' });
    this.body = el('div', { class: 'viewer-info-body' });
    this.node = el(
      'aside',
      { class: 'viewer-info', 'aria-label': 'About this photo', hidden: true },
      el(
        'header',
        { class: 'viewer-info-head' },
        this.name,
        el('button', {
          type: 'button',
          class: 'button quiet icon-button',
          title: 'Close the information (I)',
          'aria-label': 'Close the information',
          on: { click: act.close },
        }, icon('close')),
      ),
      el(
        'div',
        { class: 'viewer-info-scroll', tabindex: '0', role: 'region', 'aria-label': 'Details' },
        this.notices,
        this.rating.node,
        this.body,
      ),
    );
    this.scroll = this.node.lastChild;
  }

  /**
   * Shows at once what the list already knows.
   * @param {GridPhoto} photo
   */
  showPhoto(photo) {
    this.name.textContent = photo.name;
    this.rating.show(photo.rating ?? 0);
    clear(this.notices);
    this.node.classList.add('is-waiting');
  }

  /**
   * @param {Photo} details
   * @param {GridPhoto} photo
   */
  showDetails(details, photo) {
    this.node.classList.remove('is-waiting');
    this.position.show(details);
    append(clear(this.notices), notices(details));
    append(
      clear(this.body),
      [
        when(details),
        where(details, this.position.node),
        labels(details, this.act),
        objects(details, this.act.point),
        scenes(details),
        ...byModel(details),
        why(details),
        file(details),
        models(details),
        more(photo),
      ].filter(Boolean),
    );
    this.position.restoreFocus();
  }

  /** @param {unknown} problem */
  showProblem(problem) {
    this.node.classList.remove('is-waiting');
    clear(this.body).append(
      el('p', { class: 'notice is-error' }, icon('warning'), el('span', {}, sentenceOf(problem))),
    );
  }

  /** @param {number | null} index */
  point(index) {
    pointInList(this.body, index);
  }
}

/** @param {Photo} photoDetails */
function notices({ warning, warning_sentence: reason, missing }) {
  /** @param {string} text */
  const notice = (text) =>
    el('p', { class: 'notice is-warning' }, icon('warning'), el('span', {}, text));
  const sentence = reason ?? (warning ? 'Part of the picture is damaged or missing.' : null);
  return [
    sentence && notice(sentence),
    missing && notice('The file is missing. Showing what Meridian has stored.'),
  ].filter(Boolean);
}

/** @param {GridPhoto} photo */
function more({ sha256 }) {
  const address = `${query.link('/', `like:"${sha256.slice(0, 16)}"`)}&order=surest`;
  return el(
    'p',
    { class: 'viewer-more-like' },
    el('a', { class: 'button', href: address }, icon('search'), 'More like this'),
  );
}
