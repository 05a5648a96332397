// Renames the label.

import { el } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { button, press } from '../../core/panel.js';
import { field } from '../../shared/fields.js';
import { cleanName, nameHint, nameProblem } from '../list/name.js';

/** @param {LabelContext} context */
export function nameForm(context) {
  const name = field('Label name', {
    value: context.label.name,
    autocomplete: 'off',
    spellcheck: 'false',
    hint: 'Saved searches with the old name must be changed by hand.',
  });
  const hint = el('p', { class: 'hint', role: 'status' });
  const save = button('Rename', () => press(save, rename), { key: 'rename' });
  const form = el(
    'form',
    {
      class: 'panel labels-setting',
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          press(save, rename);
        },
      },
    },
    el('h2', { text: 'Name' }),
    name.node,
    el('div', { class: 'toolbar' }, save),
    hint,
  );

  async function rename() {
    hint.textContent = '';
    const wanted = cleanName(name.input.value);
    if (wanted === context.label.name) return;
    // Other people may have created labels meanwhile.
    const { labels, classes } = await api.get('labels');
    const problem = nameProblem(wanted, labels.filter((each) => each.id !== context.id));
    name.say(problem);
    if (problem) return name.input.focus();
    const label = await api.send('PUT', `labels/${context.id}/name`, { name: wanted });
    context.take(label);
    name.input.value = label.name;
    hint.textContent = nameHint(label.name, classes);
    toast(`Renamed to “${label.name}”.`, { kind: 'ok' });
  }

  return form;
}
