// The vocabulary, which maps words that people use to classes, as a text to edit.

import { clear, el, icon } from '../core/dom.js';
import { api, asError } from '../core/api.js';
import { announce } from '../core/live.js';
import { toast } from '../core/dialog.js';
import { count } from '../core/format.js';
import { dataTable } from '../shared/data-table.js';
import { button, head, load, press } from '../core/panel.js';
import { createEditor } from './editor.js';

/** @param {HTMLElement} panel */
export function show(panel) {
  const place = el('div');
  /** @type {ReturnType<typeof createEditor> | null} */
  let editor = null;
  panel.append(
    head('Vocabulary', 'Words that people search for, and the classes and light they stand for.'),
    place,
  );

  /** @param {BeforeUnloadEvent} event */
  const warn = (event) => {
    if (editor?.isChanged()) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  load(place, 'vocabulary', (answer) => {
    editor = draw(clear(place), answer);
  });
  return () => {
    if (editor?.isChanged()) return true;
    window.removeEventListener('beforeunload', warn);
    return false;
  };
}

/**
 * @param {HTMLElement} place
 * @param {Vocabulary} first
 */
function draw(place, first) {
  const editor = createEditor({
    label: 'Vocabulary',
    text: first.text,
    changed: update,
    save: () => save.click(),
  });
  const save = button('Check and save', (node) => press(node, store).finally(update), {
    kind: 'primary',
    image: 'check',
  });
  const discard = button('Discard changes', () => {
    editor.reset();
    say(null);
    editor.goTo(1);
  }, { kind: 'quiet', image: 'undo' });
  const error = el('div', { role: 'alert' });
  const about = el('p', { class: 'hint' });
  const unknown = el('div');
  place.append(
    el('details', { class: 'syntax' }, el('summary', { text: 'How to write it' }), syntax()),
    editor.node,
    error,
    el('div', { class: 'toolbar admin-foot' }, save, discard),
    about,
    unknown,
  );

  async function store() {
    try {
      const answer = await api.send('PUT', 'vocabulary', { text: editor.text() });
      editor.saved();
      showAnswer(answer);
      say(null);
      toast(`The vocabulary now has ${count(answer.concepts, 'concept')}.`, { kind: 'ok' });
    } catch (problem) {
      if (asError(problem).status !== 422 && asError(problem).status !== 400) throw problem;
      say(asError(problem));
    }
  }

  /**
   * Shows why the text cannot be saved, with a button that goes to the line.
   * @param {CaughtError | null} problem
   */
  function say(problem) {
    clear(error);
    const line = problem?.extra?.line ?? null;
    editor.mark(line);
    if (!problem) return;
    error.append(
      el(
        'div',
        { class: 'notice is-error' },
        icon('warning'),
        el('p', { text: `${problem.detail?.replace(/[.!?]?$/, '.')} Nothing was saved.` }),
        line ? button('Go to line', () => editor.goTo(line), { kind: 'small' }) : null,
      ),
    );
    if (line) editor.goTo(line);
  }

  /** @param {Vocabulary} answer */
  function showAnswer(answer) {
    about.textContent = answer.is_default
      ? `${count(answer.concepts, 'concept')}. This is the default vocabulary.`
      : `${
        count(answer.concepts, 'concept')
      }. It differs from the default. To restore the default, delete vocabulary.txt in the library's folder and restart Meridian.`;
    drawUnknown(unknown, answer.unknown_members ?? [], editor);
  }

  function update() {
    discard.hidden = !editor.isChanged();
  }

  showAnswer(first);
  update();
  return editor;
}

/**
 * Words that no model knows: harmless, but often typing mistakes.
 * @param {HTMLElement} place
 * @param {Vocabulary['unknown_members']} members
 * @param {ReturnType<typeof createEditor>} editor
 */
function drawUnknown(place, members, editor) {
  clear(place);
  if (members.length === 0) return;
  const columns = [{ title: 'Word' }, { title: 'Line' }, { title: 'Suggestions' }];
  /** @param {number} line */
  const go = (line) => () => {
    editor.goTo(line);
    announce(`Line ${line}`);
  };
  place.append(
    el('h3', { class: 'admin-subhead', text: 'Words that no installed model knows' }),
    el('p', { class: 'muted admin-note', text: 'They are ignored in searches.' }),
    dataTable({
      caption: 'Unknown words',
      columns,
      rows: members.map((
        { text, line, suggestions = [] },
      ) => [
        text,
        button(`Line ${line}`, go(line), { kind: 'small' }),
        suggestions.join(', ') || '–',
      ]),
    }),
  );
}

function syntax() {
  /**
   * @param {string} code
   * @param {string} meaning
   */
  const line = (code, meaning) =>
    el('div', {}, el('dt', {}, el('code', { text: code })), el('dd', { text: meaning }));
  return el(
    'dl',
    { class: 'facts' },
    line(
      'beach, beaches = seashore, sandbar',
      'names of the concept = what it stands for, any of these',
    ),
    line('pet = coco:dog, hamster', 'a class of one vocabulary only, named before the colon'),
    line(
      'coco:person @ 40%',
      'a threshold of 40 % for this class instead of the model’s default; a line without “=”',
    ),
    line('sunset = light:sunset', 'the light: night, blue-hour, golden-hour, day, sunrise, sunset'),
    line('  a line that begins with a space', 'continues the previous line'),
    line('# a comment', 'is ignored'),
  );
}
