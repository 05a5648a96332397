// One label in the list. It is updated in place, so that the focus stays.

import { append, clear, el, icon } from '../../core/dom.js';
import { count, number } from '../../core/format.js';
import { query } from '../../core/query.js';
import { session } from '../../core/session.js';
import { aboutText, figureText } from '../../shared/label-text.js';
import { Strip } from './strip.js';
import { stateOf } from './state.js';

/** @type {Record<string, [string, string | null]>} */
const BADGES = {
  training: ['is-accent', null],
  failed: ['is-error', 'warning'],
  trained: ['is-ok', 'check'],
  ready: ['is-accent', null],
  new: ['', null],
};

export class Card {
  /** @param {Label} label */
  constructor(label) {
    this.strip = new Strip();
    this.name = el('a', { href: `/labels/${label.id}` });
    this.about = el('p', { class: 'muted labels-card-about' });
    this.badge = el('span');
    this.detail = el('span', { class: 'hint tabular' });
    this.fill = el('span');
    this.bar = el('div', {
      class: 'progress',
      role: 'progressbar',
      'aria-label': 'Training progress',
      'aria-valuemin': 0,
      hidden: true,
    }, this.fill);
    this.answers = el('dd', { class: 'tabular' });
    this.quality = el('dd', { class: 'tabular' });
    this.photos = el('a', {});
    this.noPhotos = el('span', { class: 'muted', text: '–' });
    this.step = el('a', { class: 'button small' });
    this.node = el(
      'li',
      { class: 'labels-card' },
      el(
        'article',
        { class: 'card' },
        this.strip.node,
        el(
          'div',
          { class: 'labels-card-text' },
          el('header', {}, el('h2', {}, this.name), this.about),
          el('div', { class: 'labels-state' }, this.badge, this.detail),
          this.bar,
          el(
            'dl',
            { class: 'labels-facts' },
            el('div', {}, el('dt', { text: 'Examples' }), this.answers),
            el('div', {}, el('dt', { text: 'Quality' }), this.quality),
            el(
              'div',
              {},
              el('dt', { text: 'Found' }),
              el('dd', { class: 'tabular' }, this.photos, this.noPhotos),
            ),
          ),
          session.isEditor ? el('div', { class: 'toolbar' }, this.step) : null,
        ),
      ),
    );
  }

  /**
   * @param {Label} label
   * @param {Job | null} job
   */
  update(label, job) {
    const state = stateOf(label, job);
    this.name.textContent = label.name;
    this.node.firstElementChild?.setAttribute('aria-label', label.name);
    this.about.textContent = `About ${aboutText(label)}`;
    this.showState(state, job);
    this.answers.textContent = `${number(label.positives)} yes · ${number(label.negatives)} no`;
    this.showQuality(label.version);
    this.photos.hidden = !label.version;
    this.noPhotos.hidden = Boolean(label.version);
    this.photos.textContent = count(label.photos, 'photo');
    this.photos.setAttribute('href', query.link('/', label.term));
    this.photos.setAttribute(
      'aria-label',
      `${count(label.photos, 'photo')} with ${label.name}, in Explore`,
    );
    this.step.setAttribute('href', `/labels/${label.id}#${state.step.tab}`);
    this.step.setAttribute('aria-label', `${state.step.text} ${label.name}`);
    this.step.replaceChildren(icon(state.step.image), state.step.text);
    this.step.classList.toggle('primary', state.kind === 'new' || state.kind === 'ready');
    this.strip.show(label);
  }

  /**
   * @param {ReturnType<typeof import('./state.js').stateOf>} state
   * @param {Job | null} job
   */
  showState({ kind, text, detail }, job) {
    const [tone, image] = BADGES[kind];
    this.badge.className = `badge ${tone}`;
    append(clear(this.badge), image ? icon(image) : null, text);
    this.detail.textContent = detail;
    this.bar.hidden = kind !== 'training' || job?.state === 'waiting';
    if (this.bar.hidden || !job) return;
    const total = job.total ?? 0;
    const known = total > 0;
    this.fill.style.width = known ? `${100 * job.done / total}%` : '';
    if (known) {
      this.bar.setAttribute('aria-valuemax', total);
      this.bar.setAttribute('aria-valuenow', job.done);
    } else this.bar.removeAttribute('aria-valuenow');
  }

  /**
   * F1 at the threshold and average precision, each with its confidence interval.
   * @param {LabelVersion | null} version
   */
  showQuality(version) {
    clear(this.quality);
    if (!version) return this.quality.append(el('span', { class: 'muted', text: '–' }));
    this.quality.append(
      figure('F1', 'F1', version.f1),
      figure('AP', 'Average precision', version.average_precision),
    );
  }
}

/**
 * @param {string} short
 * @param {string} long
 * @param {Estimate | null} value
 */
const figure = (short, long, value) =>
  el(
    'span',
    { class: 'labels-figure', title: `${long}; in brackets, the 95 % confidence interval` },
    el('span', { 'aria-hidden': 'true', text: `${short} ` }),
    el('span', { class: 'visually-hidden', text: `${long} ` }),
    figureText(value),
  );
