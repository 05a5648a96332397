// The dialog that creates a label: its name and what it is about.

import { el, freshId } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { openDialog } from '../../core/dialog.js';
import { field } from '../../shared/fields.js';
import { cleanName, nameHint, nameProblem } from './name.js';

const COMMON = ['person', 'dog', 'cat', 'car'];

/** @param {() => { labels: Label[], classes: string[] }} list gives them as they are now */
export function newLabel(list) {
  const name = field('Name', { autocomplete: 'off', spellcheck: 'false', required: true });
  const hint = el('p', { class: 'hint', role: 'status' });
  const about = new About(list().classes);
  name.input.addEventListener('input', () => {
    hint.textContent = nameHint(name.input.value, list().classes);
  });
  name.node.append(hint);
  openDialog({
    title: 'New label',
    content: [name.node, about.node],
    actions: [{ label: 'Cancel', class: 'quiet' }, {
      label: 'Create label',
      class: 'primary',
      async run() {
        const problem = nameProblem(name.input.value, list().labels);
        name.say(problem);
        if (problem) {
          name.input.focus();
          return false;
        }
        const label = await api.send('POST', 'labels', {
          name: cleanName(name.input.value),
          class: about.className(),
        });
        location.assign(`/labels/${label.id}#mark`);
      },
    }],
  });
  name.input.focus();
}

/** Whole photos, or the boxes of a class. */
class About {
  /** @param {string[]} classes */
  constructor(classes) {
    const group = freshId('about');
    this.photos = el('input', {
      type: 'radio',
      name: group,
      checked: true,
      on: { change: () => this.update() },
    });
    this.boxes = el('input', {
      type: 'radio',
      name: group,
      disabled: classes.length === 0,
      on: { change: () => this.update() },
    });
    this.select = el(
      'select',
      { 'aria-label': 'Class', dataset: { key: 'class' } },
      classGroups(classes),
    );
    this.node = el(
      'fieldset',
      { class: 'field labels-about-choice' },
      el('legend', { text: 'What the label is about' }),
      choice(
        this.photos,
        'Whole photos',
        'One answer per photo, for example: our tent, a picture to print.',
      ),
      choice(
        this.boxes,
        'Boxes of a class',
        'One answer per box, for example: me among persons, my dog among dogs.',
      ),
      this.select,
      el('p', { class: 'hint', text: 'You cannot change this later.' }),
    );
    this.update();
  }

  update() {
    this.select.hidden = !this.boxes.checked;
  }

  /** The class of the boxes; null for whole photos. */
  className() {
    return this.boxes.checked ? this.select.value : null;
  }
}

/**
 * @param {HTMLInputElement} input
 * @param {string} title
 * @param {string} text
 */
const choice = (input, title, text) =>
  el(
    'label',
    { class: 'check' },
    input,
    el('span', {}, title, el('span', { class: 'hint', text })),
  );

/** @param {string[]} classes */
function classGroups(classes) {
  const common = COMMON.filter((each) => classes.includes(each));
  /**
   * @param {string} label
   * @param {string[]} names
   */
  const group = (label, names) =>
    names.length > 0
      ? el('optgroup', { label }, names.map((each) => el('option', { value: each, text: each })))
      : null;
  return [
    group('Common', common),
    group('Other', classes.filter((each) => !common.includes(each))),
  ];
}
