// The versions of the label, by training, and which one is active.

import { clear, el, focusedNode, icon } from '../../core/dom.js';
import { api, asError, sentenceOf } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { ago, count, number } from '../../core/format.js';
import { button, load, press } from '../../core/panel.js';
import { dataTable } from '../../shared/data-table.js';
import { figureText } from '../../shared/label-text.js';

export class Versions {
  /** @param {LabelContext} context */
  constructor(context) {
    this.context = context;
    this.place = el('div', {});
    this.pending = el('p', { class: 'hint', role: 'status' });
    this.back = button('Use previous version', (node) => press(node, () => this.goBack()), {
      kind: 'small',
      image: 'undo',
      key: 'before',
    });
    this.back.hidden = true;
    this.node = el(
      'section',
      { class: 'panel labels-setting is-wide', 'aria-labelledby': 'versions-title' },
      el(
        'header',
        { class: 'panel-head' },
        el('h2', { id: 'versions-title', text: 'Versions' }),
        context.canEdit ? this.back : null,
      ),
      this.place,
      this.pending,
    );
    this.shown = sign(context.label);
  }

  load() {
    return load(this.place, `labels/${this.context.id}/versions`, (answer) => this.draw(answer));
  }

  /** A training may have ended, or somebody else may have chosen a version. */
  follow() {
    // The number of photos to analyse may be smaller by now.
    if (sign(this.context.label) === this.shown && !this.pending.textContent) return;
    this.shown = sign(this.context.label);
    this.load();
  }

  /** @param {{ versions: LabelVersion[], before: LabelVersion | null, pending: number }} options */
  draw({ versions, before, pending }) {
    clear(this.place);
    this.back.hidden = before === null;
    this.back.title = before ? `Training ${number(before.number)}, ${before.learner}` : '';
    if (versions.length === 0) {
      this.place.append(
        el('p', {
          class: 'muted',
          text: 'Not trained yet. Each training adds one version per learner; all are kept.',
        }),
      );
      return;
    }
    const columns = [
      { title: 'Training' },
      { title: 'When' },
      { title: 'Examples' },
      { title: 'F1' },
      { title: 'Average precision' },
      { title: 'Active' },
    ];
    this.place.append(
      dataTable({
        caption: 'Versions, newest first',
        columns,
        rows: versions.map((version) => this.row(version)),
      }),
    );
    this.showPending(pending);
  }

  /** @param {LabelVersion} version */
  row(version) {
    const {
      number: training,
      learner,
      positives,
      negatives,
      f1,
      average_precision: precision,
      created_ms: created,
    } = version;
    return [
      `${number(training)}, ${learner}`,
      ago(created),
      `${number(positives)} yes · ${number(negatives)} no`,
      el('span', { class: 'tabular nowrap', text: figureText(f1) }),
      el('span', { class: 'tabular nowrap', text: figureText(precision) }),
      this.use(version),
    ];
  }

  /** @param {LabelVersion} version */
  use(version) {
    const name = `training ${version.number}, ${version.learner}`;
    if (version.is_in_use) {
      return el(
        'span',
        { class: 'badge is-ok', dataset: { key: 'in-use' }, tabindex: '-1' },
        icon('check'),
        'active',
      );
    }
    if (!this.context.canEdit) return '–';
    return button('Use', (node) => press(node, () => this.take(version)), {
      kind: 'small',
      label: `Use ${name}`,
      key: `use-${version.number}-${version.learner}`,
    });
  }

  /** @param {LabelVersion} labelVersion */
  async take({ number: training, learner }) {
    await this.changed(
      await api.send('POST', `labels/${this.context.id}/versions/${training}/use`, { learner }),
    );
  }

  async goBack() {
    try {
      await this.changed(await api.send('POST', `labels/${this.context.id}/versions/undo`, {}));
    } catch (problem) {
      if (asError(problem).status !== 409) throw problem;
      toast(sentenceOf(problem));
    }
  }

  /** @param {Label} label */
  async changed(label) {
    this.shown = sign(label);
    this.context.take(label);
    await this.load();
    // The button that was pressed is a badge now.
    const isLost = document.activeElement === document.body ||
      focusedNode()?.matches('[role="tabpanel"]');
    if (isLost) this.place.querySelector('[data-key="in-use"]')?.focus();
    toast(
      `Training ${number(label.version?.number ?? 0)}, ${label.version?.learner} is now active.`,
      { kind: 'ok' },
    );
  }

  /**
   * Another version must analyse the photos before it gives answers for them.
   * @param {number} pending
   */
  showPending(pending) {
    this.pending.textContent = pending > 0
      ? `The active version is still analysing ${
        count(pending, 'photo')
      }. Until it is done, the previous version is used for them.`
      : '';
  }
}

/** @param {Label} label */
const sign = ({ version }) =>
  version ? `${version.number} ${version.learner} ${version.created_ms}` : '';
