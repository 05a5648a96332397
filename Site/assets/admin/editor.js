// A text area with line numbers.

import { el, freshId } from '../core/dom.js';

const tall = 22;

/**
 * Makes the editor; `changed()` is called after each change, `save()` on Ctrl-S.
 * @param {{ label: string, text: string, changed: Callback, save: Callback }} options
 */
export function createEditor({ label, text, changed, save }) {
  const id = freshId('editor');
  const numbers = el('div', { class: 'editor-numbers', 'aria-hidden': true });
  const area = el('textarea', {
    id,
    class: 'editor-text',
    rows: tall,
    wrap: 'off',
    spellcheck: 'false',
    autocapitalize: 'none',
    autocomplete: 'off',
    'aria-describedby': `${id}-where`,
    value: text,
  });
  const where = el('p', { class: 'hint', id: `${id}-where` });
  const node = el(
    'div',
    { class: 'field editor' },
    el('label', { for: id, text: label }),
    el('div', { class: 'editor-box' }, numbers, area),
    where,
  );
  let kept = area.value;
  /** @type {number | null} */
  let marked = null;
  let count = 0;

  function number() {
    const now = area.value.split('\n').length;
    if (now !== count) {
      count = now;
      node.style.setProperty('--digits', String(count).length);
      numbers.replaceChildren(
        ...Array.from({ length: count }, (_, index) => el('span', { text: index + 1 })),
      );
      mark(marked);
    }
    scroll();
  }

  /** The numbers follow the text. */
  function scroll() {
    numbers.scrollTop = area.scrollTop;
  }

  /** @param {number} offset */
  const lineOf = (offset) => area.value.slice(0, offset).split('\n').length;

  function showPosition() {
    where.textContent = `Line ${lineOf(area.selectionStart)} of ${count}. Press Ctrl-S to save.`;
  }

  /**
   * Marks a line as wrong; null for none.
   * @param {number | null} line
   */
  function mark(line) {
    marked = line;
    for (const [index, each] of [...numbers.children].entries()) {
      each.classList.toggle('is-wrong', index + 1 === line);
    }
    if (line) area.setAttribute('aria-invalid', 'true');
    else area.removeAttribute('aria-invalid');
  }

  /**
   * Selects a line and brings it into view.
   * @param {number} line
   */
  function goTo(line) {
    const lines = area.value.split('\n');
    const index = Math.min(line, lines.length) - 1;
    const start = lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + lines[index].length);
    const style = getComputedStyle(area);
    area.scrollTop = Math.max(0, (index - tall / 3) * Number.parseFloat(style.lineHeight));
    area.scrollLeft = 0;
    scroll();
    showPosition();
  }

  area.addEventListener('input', () => {
    number();
    showPosition();
    changed();
  });
  area.addEventListener('scroll', scroll);
  for (const name of ['keyup', 'click', 'select']) area.addEventListener(name, showPosition);
  area.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      save();
    }
  });

  number();
  showPosition();
  return {
    node,
    mark,
    goTo,
    text: () => area.value,
    isChanged: () => area.value !== kept,
    saved: () => {
      kept = area.value;
    },
    reset: () => {
      area.value = kept;
      number();
      changed();
    },
  };
}
