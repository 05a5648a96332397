// Installs a model from a URL.

import { asError, sentenceOf } from '../../core/api.js';
import { el } from '../../core/dom.js';
import { check, field } from '../../shared/fields.js';
import { button, press } from '../../core/panel.js';
import { identifierField, licenceField, presetField, valuesOf } from './network-fields.js';

const HASH = /^[0-9a-f]{64}$/i;

/**
 * The form; call `setBusy(true)` while another model is being installed or verified.
 * @param {Preset[]} presets
 * @param {import('./model-tasks.js').ModelTasks} modelTasks
 */
export function addressForm(presets, modelTasks) {
  const address = field('Address', {
    type: 'url',
    placeholder: 'https://example.org/network.onnx',
    autocomplete: 'off',
    spellcheck: 'false',
    hint:
      'Address of an ONNX, TFLite or frozen TensorFlow model with COCO or ImageNet classes. Add other models from files.',
  });
  const hash = field('SHA-256 of the file', {
    type: 'text',
    class: 'mono',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'none',
    hint:
      '64 hexadecimal digits, from the provider of the model. A file with a different hash is rejected.',
  });
  const [preset, id, licence] = [
    presetField(presets.filter((one) => !one.needs_two_files)),
    identifierField(),
    licenceField(),
  ];
  const submit = button('Install', (node) => press(node, send), {
    kind: 'primary',
    image: 'download',
  });
  const form = el(
    'form',
    {
      class: 'stack',
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          submit.click();
        },
      },
    },
    address.node,
    hash.node,
    el('div', { class: 'two-fields' }, preset.node, id.node, licence.node),
    el('div', {}, submit),
  );

  async function send() {
    const values = valuesOf({ address, sha256: hash, preset, id, licence });
    const isFine = check([address, values.address, 'Enter the address of the model.'], [
      hash,
      HASH.test(values.sha256),
      'This is not a SHA-256. Enter 64 digits, 0 to 9 and a to f.',
    ]);
    if (!isFine) return;
    try {
      await modelTasks.install(values);
      form.reset();
    } catch (problem) {
      if (asError(problem).status !== 422) throw problem;
      address.say(sentenceOf(problem));
      address.input.focus();
    }
  }

  const node = el(
    'details',
    { class: 'panel from-address' },
    el('summary', { text: 'Install from an address' }),
    form,
  );
  return {
    node,
    /** @param {boolean} busy */
    setBusy(busy) {
      submit.disabled = busy;
    },
  };
}
