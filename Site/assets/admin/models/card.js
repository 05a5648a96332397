// One model: what it is, whether it is active, and what users can do with it.

import { el, icon } from '../../core/dom.js';
import { api, sentenceOf } from '../../core/api.js';
import { confirmDialog, toast } from '../../core/dialog.js';
import { bytes, count, percent } from '../../core/format.js';
import { button, press } from '../../core/panel.js';
import { Analysing } from './analysing.js';
import { accuracyOf, placeOf, TASKS, verdictOf } from './model-text.js';

export class ModelCard {
  /**
   * @param {Model} model
   * @param {{ photos: number, active: Model | undefined, act: ModelActions }} options
   */
  constructor(model, { photos, active, act }) {
    this.model = model;
    this.act = act;
    this.analysing = new Analysing(model, photos);
    this.verify = button('Verify', (node) => press(node, () => act.verify(model.id)), {
      kind: 'small',
      image: 'check',
      label: `Verify ${model.name}`,
      key: `verify-${model.id}`,
    });
    this.node = el(
      'article',
      {
        class: `panel model-card${model.is_speaking ? ' is-speaking' : ''}`,
        'aria-label': model.name,
      },
      el(
        'header',
        { class: 'panel-head' },
        el('h4', { text: model.name }),
        model.version ? el('span', { class: 'muted', text: `version ${model.version}` }) : null,
        this.activeChoice(),
      ),
      model.problem
        ? el('div', { class: 'notice is-error' }, icon('warning'), el('p', { text: model.problem }))
        : null,
      facts(model),
      this.analysing.node,
      this.tools(active),
      record(model),
    );
  }

  /**
   * A model cannot be verified while another one is being installed or verified.
   * @param {boolean} busy
   */
  setBusy(busy) {
    this.verify.disabled = busy;
  }

  /** @param {Job} job */
  showJob(job) {
    this.analysing.showJob(job);
  }

  activeChoice() {
    const { model } = this;
    if (!model.task || (!model.is_installed && !model.is_speaking)) return null;
    /** @type {HTMLInputElement} */
    const input = el('input', {
      type: 'radio',
      name: `speaks-${model.task}`,
      checked: model.is_speaking,
      disabled: Boolean(model.problem),
      dataset: { key: `speaks-${model.id}` },
      on: { change: () => this.use(input) },
    });
    return el(
      'label',
      { class: 'check model-speaks' },
      input,
      el(
        'span',
        {},
        'Active',
        el('span', { class: 'visually-hidden', text: ` in searches: ${model.name}` }),
      ),
    );
  }

  /** @param {HTMLInputElement} input */
  async use(input) {
    const { model } = this;
    input.setAttribute('aria-busy', 'true');
    try {
      await api.send('POST', `models/${encodeURIComponent(model.id)}/use`, {});
      toast(
        `${model.name} is now active: its ${
          TASKS[model.task ?? ''].finds
        } count in searches of the photos it has analysed.`,
        { kind: 'ok' },
      );
    } catch (problem) {
      toast(sentenceOf(problem), { kind: 'error' });
    }
    this.act.reload();
  }

  /** @param {Model | undefined} active */
  tools(active) {
    const { model } = this;
    const other = active && active.id !== model.id && model.photos > 0 ? active : null;
    const tools = [
      model.is_installed && !model.problem ? this.verify : null,
      other
        ? el(
          'a',
          { class: 'button small', href: compareAddress(other.id, model.id) },
          icon('table'),
          `Compare with ${other.name}`,
        )
        : null,
      model.is_removable && !model.is_speaking
        ? button('Remove', () => this.remove(), {
          kind: 'small quiet danger',
          image: 'trash',
          label: `Remove ${model.name}`,
          key: `remove-${model.id}`,
        })
        : null,
    ].filter(Boolean);
    return tools.length > 0 ? el('div', { class: 'toolbar' }, tools) : null;
  }

  async remove() {
    const { model } = this;
    const kept = model.photos > 0
      ? ` Its results for ${count(model.photos, 'photo')} stay in the catalogue.`
      : '';
    const sure = await confirmDialog({
      title: `Remove ${model.name}?`,
      text: `Its files (${bytes(model.bytes)}) will be deleted from the library.${kept}`,
      confirm: 'Remove',
      danger: true,
    });
    if (!sure) return;
    try {
      await api.send('DELETE', `models/${encodeURIComponent(model.id)}`);
      toast(`${model.name} was removed.`, { kind: 'ok' });
      this.node.closest('[role="tabpanel"]')?.focus();
    } catch (problem) {
      toast(sentenceOf(problem), { kind: 'error' });
    }
    this.act.reload();
  }
}

/**
 * @param {string} a
 * @param {string} b
 */
const compareAddress = (a, b) => `/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`;

/** @param {Model} model */
function facts(model) {
  const values = /** @type {ModelRecord} */ (model.record ?? {});
  /** @type {[string, Child][]} */
  const all = [
    ['Identifier', el('code', { text: model.id })],
    [
      'Classes',
      model.vocabulary ? `${count(model.classes ?? 0, 'class')} (${model.vocabulary})` : null,
    ],
    ['Published accuracy', accuracyOf(values.published)],
    ['Default threshold', Number.isFinite(model.threshold) ? `${percent(model.threshold)}` : null],
    [
      'Licence',
      values.licence
        ? [
          values.licence,
          values.licence_note ? el('span', { class: 'hint', text: values.licence_note }) : null,
        ]
        : null,
    ],
    ['Files', model.is_installed ? `${bytes(model.bytes)}, ${placeOf(model)}` : placeOf(model)],
    ['Integrity', model.problem ? null : verdict(model)],
  ];
  const pairs = all.filter(([, value]) => value);
  return el(
    'dl',
    { class: 'facts' },
    pairs.map(([name, value]) => el('div', {}, el('dt', { text: name }), el('dd', {}, value))),
  );
}

/** @param {Model} model */
function verdict(model) {
  const text = verdictOf(model);
  if (!text || !model.verdict) return text;
  return el(
    'span',
    { class: `model-verdict ${model.verdict.ok ? 'is-ok' : 'is-error'}` },
    icon(model.verdict.ok ? 'check' : 'warning'),
    el('span', { text }),
  );
}

/** @param {Model} model */
function record({ name, record: value }) {
  if (!value) return null;
  return el(
    'details',
    { class: 'record' },
    el('summary', { text: 'Full record' }),
    el('pre', {
      tabindex: '0',
      role: 'region',
      'aria-label': `Record of ${name}`,
      text: JSON.stringify(value, null, 2),
    }),
  );
}
