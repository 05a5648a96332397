// The threshold as a number. It is easier to choose beside the curve, on the tab for training.

import { el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { count, percent } from '../../core/format.js';
import { button, press } from '../../core/panel.js';
import { field } from '../../shared/fields.js';

/** @param {LabelContext} context */
export function thresholdForm(context) {
  const input = field('Threshold (%)', {
    type: 'number',
    min: 0,
    max: 100,
    step: 'any',
    inputmode: 'decimal',
  });
  const about = el('p', { class: 'hint' });
  const save = button('Save', () => press(save, store), { key: 'threshold' });
  const back = button('Use proposed', () => press(back, () => send(null)), {
    kind: 'quiet',
    image: 'undo',
    key: 'proposal',
  });
  const curve = button('Choose on curve', () => context.goTo('train'), {
    kind: 'quiet',
    image: 'chart',
  });
  const form = el(
    'form',
    {
      novalidate: true,
      class: 'stack',
      on: {
        submit: (event) => {
          event.preventDefault();
          press(save, store);
        },
      },
    },
    input.node,
    about,
    el('div', { class: 'toolbar' }, save, back, curve),
  );
  const waiting = el('p', { class: 'muted', text: 'Train the label to get a proposed threshold.' });
  const node = el(
    'section',
    { class: 'panel labels-setting', 'aria-labelledby': 'threshold-title' },
    el('h2', { id: 'threshold-title', text: 'Threshold' }),
    waiting,
    form,
  );

  async function store() {
    const value = input.input.valueAsNumber;
    const isPossible = value >= 0 && value <= 100;
    input.say(isPossible ? '' : 'Enter a number from 0 to 100.');
    if (!isPossible) return input.input.focus();
    if (value !== shown(context.label)) await send(value / 100);
  }

  /** @param {number | null} threshold */
  async function send(threshold) {
    const label = await api.send('PUT', `labels/${context.id}/threshold`, { threshold });
    if (threshold === null) save.focus();
    context.take(label);
    toast(`Threshold is now ${percent(label.threshold, 1)}: ${count(label.photos, 'photo')}.`, {
      kind: 'ok',
    });
  }

  /** @type {number | null} */
  let drawn = null;
  function update() {
    const { label } = context;
    waiting.hidden = Boolean(label.version);
    form.hidden = !label.version;
    if (!label.version) return;
    // Text that is being typed stays, unless the threshold has changed.
    if (drawn !== label.threshold) input.input.value = String(shown(label));
    drawn = label.threshold;
    const proposal = percent(label.version.threshold, 1);
    about.textContent = label.is_threshold_chosen
      ? `Set by hand. The active version proposes ${proposal}.`
      : `As proposed by the active version: F1 was highest here on photos it had not seen.`;
    back.hidden = !label.is_threshold_chosen;
  }

  update();
  return { node, update };
}

/**
 * The threshold in per cent with one decimal.
 * @param {Label} label
 */
const shown = ({ threshold }) => Math.round(threshold * 1000) / 10;
