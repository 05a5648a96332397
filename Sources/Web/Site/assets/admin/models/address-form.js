// Installing a network from an address.

import { el } from '/assets/core/dom.js';
import { check, field } from '../fields.js';
import { button, press } from '../panel.js';

const HASH = /^[0-9a-f]{64}$/i;

/** The form; `setBusy(true)` while another network is installed or verified. */
export function addressForm(presets, errands) {
  const address = field('Address', { type: 'url', placeholder: 'https://example.org/network.onnx', autocomplete: 'off', spellcheck: 'false', hint: 'Of an ONNX, TFLite or frozen TensorFlow network with the classes of COCO or ImageNet. Others: meridian models add, on the server.' });
  const hash = field('SHA-256 of the file', { type: 'text', class: 'mono', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none', hint: '64 hexadecimal digits, as whoever offers the network tells them. A file with another hash is not used.' });
  const preset = field('Family', {
    hint: 'How pictures are given to it, and how its answer is read.',
    options: [{ value: '', label: 'Told from the network itself' }, ...presets.map(({ id, summary }) => ({ value: id, label: `${id} – ${summary}` }))],
  });
  const id = field('Identifier', { type: 'text', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none', maxlength: 64, hint: 'Left empty, it is made of the file’s name.' });
  const licence = field('Licence', { type: 'text', autocomplete: 'off', maxlength: 200, hint: 'Of the weights, where you know it.' });
  const submit = button('Install', (node) => press(node, send), { kind: 'primary', image: 'download' });
  const form = el('form', { class: 'stack', novalidate: true, on: { submit: (event) => { event.preventDefault(); submit.click(); } } },
    address.node, hash.node, el('div', { class: 'two-fields' }, preset.node, id.node, licence.node), el('div', {}, submit));

  async function send() {
    const values = { address: address.input.value.trim(), sha256: hash.input.value.trim(), preset: preset.input.value, id: id.input.value.trim(), licence: licence.input.value.trim() };
    const isFine = check([address, values.address !== '', 'Where is the network?'], [hash, HASH.test(values.sha256), 'That is no SHA-256: it has 64 digits, 0 to 9 and a to f.']);
    if (!isFine) return;
    try {
      await errands.install(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')));
      form.reset();
    } catch (problem) {
      if (problem.status !== 422) throw problem;
      address.say(problem.detail);
      address.input.focus();
    }
  }

  const node = el('details', { class: 'panel from-address' }, el('summary', { text: 'Install from an address' }), form);
  return { node, setBusy(busy) { submit.disabled = busy; } };
}
