// How many photos a model has analysed, and a button that analyses the rest.

import { append, clear, el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { count, number } from '../../core/format.js';
import { button, press } from '../../core/panel.js';
import { progressOf, stageOf } from '../../shared/job-text.js';

export class Analysing {
  /** @type {Job | null} */
  job;
  /** @type {HTMLSpanElement} */
  jobText;

  /**
   * @param {number} photos how many photos the library has
   * @param {Model} model
   */
  constructor(model, photos) {
    this.model = model;
    this.photos = photos;
    this.place = el('div', { class: 'model-looking-tools' });
    // A record that cannot be used has nothing to show here.
    this.node = el(
      'div',
      { class: 'model-looking', hidden: !model.task },
      el('p', { class: 'tabular' }, this.text()),
      bar(model, photos),
      this.place,
    );
    this.showJob(null);
  }

  text() {
    const { model, photos } = this;
    const thorough = model.thorough_photos > 0
      ? `, ${number(model.thorough_photos)} of them thoroughly`
      : '';
    return `Analysed ${number(model.photos)} of ${count(photos, 'photo')}${thorough}.`;
  }

  /**
   * Shows the job that runs this model, or for null the button that starts one.
   * @param {Job | null} job
   */
  showJob(job) {
    if (job && this.job?.id === job.id) this.jobText.replaceChildren(jobText(job));
    else this.draw(job);
    this.job = job;
  }

  /** @param {Job | null} job */
  draw(job) {
    const { model } = this;
    clear(this.place);
    if (job) {
      this.jobText = el('span', { class: 'tabular' }, jobText(job));
      this.place.append(
        el(
          'p',
          { class: 'row' },
          el('span', { class: 'spinner', 'aria-hidden': true }),
          this.jobText,
        ),
        el('a', { href: '#jobs', text: 'Pause or cancel under Jobs' }),
      );
      return;
    }
    if (!model.is_installed || model.problem) return;
    append(this.place, this.starting());
  }

  /** The button, and a checkbox for a thorough scan if that makes a difference. */
  starting() {
    const { model, photos } = this;
    const quickly = Math.max(0, photos - model.photos);
    const thoroughly = model.task === 'detection' ? Math.max(0, photos - model.thorough_photos) : 0;
    if (quickly === 0 && thoroughly === 0) return [];
    const words = el('span');
    const start = button('', (node) => press(node, () => this.start(isThorough())), {
      kind: 'small',
      image: 'eye',
      key: `look-${model.id}`,
    });
    start.append(words);
    const box = quickly > 0 && thoroughly > 0
      ? el('input', { type: 'checkbox', on: { change: update } })
      : null;
    const isThorough = () => box?.checked ?? quickly === 0;
    function update() {
      const n = isThorough() ? thoroughly : quickly;
      const which = isThorough() && quickly === 0
        ? 'Re-scan'
        : n === photos
        ? 'Analyse all'
        : 'Analyse the remaining';
      words.textContent = `${which} ${count(n, 'photo')}${isThorough() ? ' (thorough)' : ''}`;
    }
    update();
    const cost =
      'also runs on overlapping tiles of each photo to find small objects; takes at least three times as long';
    if (box) {
      return [
        start,
        el(
          'label',
          { class: 'check' },
          box,
          el('span', {}, 'Thorough', el('span', { class: 'hint', text: ` – ${cost}` })),
        ),
      ];
    }
    return [start, thoroughly > 0 ? el('p', { class: 'hint', text: `Thorough: ${cost}.` }) : null]
      .filter(Boolean);
  }

  /** @param {boolean} thorough */
  async start(thorough) {
    const job = await api.send('POST', 'jobs', {
      kind: 'analyse_again',
      model: this.model.id,
      thorough,
    });
    this.showJob(job);
  }
}

/**
 * @param {{ name: string, photos: number }} options
 * @param {number} photos
 */
function bar({ name, photos: done }, photos) {
  const fill = el('span');
  fill.style.width = photos > 0 ? `${Math.min(100, 100 * done / photos)}%` : '0';
  return el('div', {
    class: 'progress',
    role: 'meter',
    'aria-label': `Photos analysed by ${name}`,
    'aria-valuemin': 0,
    'aria-valuemax': Math.max(1, photos),
    'aria-valuenow': Math.min(done, photos),
  }, fill);
}

/** @param {Job} job */
const jobText = (job) =>
  [stageOf(job), job.state === 'running' ? progressOf(job) : ''].filter(Boolean).join(': ');
