// Adds a model from files on the server.

import { asError, sentenceOf } from '../../core/api.js';
import { el } from '../../core/dom.js';
import { check, field } from '../../shared/fields.js';
import { button, press } from '../../core/panel.js';
import { identifierField, licenceField, presetField, valuesOf } from './network-fields.js';

/**
 * The form; call `setBusy(true)` while another model is being installed or verified.
 * @param {Preset[]} presets
 * @param {import('./model-tasks.js').ModelTasks} modelTasks
 */
export function filesForm(presets, modelTasks) {
  const path = {
    type: 'text',
    class: 'mono',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'none',
  };
  const first = field('File on the server', {
    ...path,
    placeholder: '/home/me/yolov3.weights',
    hint:
      'ONNX, OpenVINO .xml (with .bin in the same folder), TFLite, a frozen TensorFlow graph, or Darknet .weights. The file is only read.',
  });
  const second = field('Second file', {
    ...path,
    placeholder: '/home/me/yolov3.cfg',
    hint: 'The .cfg of a Darknet model; otherwise leave it empty.',
  });
  const labels = field('Labels', {
    ...path,
    hint: 'A file with one class per line. Leave it empty for COCO or ImageNet classes.',
  });
  const size = field('Picture size', {
    ...path,
    placeholder: '640x640',
    maxlength: 11,
    hint: 'Only if the model does not fix it.',
  });
  const [preset, id, licence] = [presetField(presets), identifierField(), licenceField()];
  const submit = button('Add', (node) => press(node, send), { kind: 'primary', image: 'plus' });
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
    first.node,
    second.node,
    el('div', { class: 'two-fields' }, labels.node, size.node, preset.node, id.node, licence.node),
    el('div', {}, submit),
  );

  async function send() {
    /** @param {Field} field */
    const text = ({ input }) => input.value.trim();
    /** @param {Field} each */
    const isWhole = (each) => text(each).startsWith('/');
    const sentence = 'Enter the full path on the server, starting with /.';
    const isFine = check([first, isWhole(first), sentence], [
      second,
      text(second) === '' || isWhole(second),
      sentence,
    ], [labels, text(labels) === '' || isWhole(labels), sentence]);
    if (!isFine) return;
    const files = [first, second].map(text).filter((path) => path !== '');
    try {
      await modelTasks.install({ files, ...valuesOf({ labels, size, preset, id, licence }) });
      form.reset();
    } catch (problem) {
      if (asError(problem).status !== 422) throw problem;
      first.say(sentenceOf(problem));
      first.input.focus();
    }
  }

  const node = el(
    'details',
    { class: 'panel from-files' },
    el('summary', { text: 'Add from files on the server' }),
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
