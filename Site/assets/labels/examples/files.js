// Exports examples as CSV files, and imports them.

import { el, icon } from '../../core/dom.js';
import { api, url } from '../../core/api.js';
import { openDialog, toast } from '../../core/dialog.js';
import { bytes, count, number } from '../../core/format.js';
import { button, press } from '../../core/panel.js';

// The server accepts two megabytes of JSON.
const LARGEST = 2 << 20;
const SHOWN = 200;

/**
 * The link that downloads a label's examples.
 * @param {number} id
 */
export const exportLink = (id) =>
  el(
    'a',
    {
      class: 'button',
      href: url(`labels/${id}/examples.csv`),
      download: '',
      dataset: { key: 'export' },
    },
    icon('download'),
    'Export CSV',
  );

/**
 * A button that imports a file; calls `done` with the server's answer.
 * @param {number} id
 * @param {(outcome: ImportOutcome) => unknown} done
 */
export function importButton(id, done) {
  const input = el('input', {
    type: 'file',
    accept: '.csv,text/csv,text/plain',
    hidden: true,
    'aria-label': 'File of examples',
  });
  const node = button('Import CSV', () => input.click(), { image: 'upload', key: 'import' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) {
      press(node, () => send(id, file, done)).finally(() => {
        input.value = '';
      });
    }
  });
  return [node, input];
}

/**
 * @param {number} id
 * @param {File} file
 * @param {(outcome: ImportOutcome) => unknown} done
 */
async function send(id, file, done) {
  const text = await file.text();
  const problem = problemOf(text);
  if (problem) return toast(`${file.name}: ${problem}`, { kind: 'error' });
  const answer = await api.send('POST', `labels/${id}/examples/import`, { text });
  await done(answer);
  showOutcome(file.name, answer);
}

/** @param {string} text */
function problemOf(text) {
  if (text.trim() === '') return 'the file is empty.';
  if (text.includes('\0')) return 'this is not a text file.';
  const size = new Blob([JSON.stringify({ text })]).size;
  if (size > LARGEST) {
    return `the file is too large: the limit is about ${bytes(LARGEST)}. Split it.`;
  }
  return '';
}

/**
 * Shows the result, with the rows that were skipped.
 * @param {string} name
 * @param {ImportOutcome} options
 */
function showOutcome(name, { changed, unknown, problems }) {
  const rows = Object.entries(problems);
  /**
   * @param {string} kind
   * @param {string} image
   * @param {string} text
   */
  const line = (kind, image, text) =>
    el('div', { class: `notice ${kind}` }, icon(image), el('p', { text }));
  openDialog({
    title: 'Examples from a file',
    wide: rows.length > 0,
    content: [
      el('p', { class: 'muted labels-file-name', text: name }),
      changed > 0
        ? line('is-ok', 'check', `${count(changed, 'answer')} changed.`)
        : line('', 'info', 'No answers changed.'),
      unknown > 0
        ? line(
          'is-warning',
          'warning',
          `Skipped ${count(unknown, 'row')}: the photos are not in this library.`,
        )
        : null,
      rows.length > 0
        ? line(
          'is-error',
          'warning',
          `${count(rows.length, 'row')} ${
            rows.length === 1 ? 'was' : 'were'
          } not understood and skipped:`,
        )
        : null,
      rows.length > 0 ? problemTable(rows) : null,
      changed > 0
        ? el('p', { class: 'hint', text: '“Undo” on this page undoes all of it at once.' })
        : null,
    ],
    actions: [{ label: 'Close', class: 'primary' }],
  });
}

/** @param {[string, string][]} rows each with its sentence */
function problemTable(rows) {
  const more = rows.length - SHOWN;
  return el(
    'div',
    {},
    el(
      'table',
      { class: 'table labels-rows' },
      el('caption', { class: 'visually-hidden', text: 'Skipped rows' }),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col', class: 'number', text: 'Row' }),
          el('th', { scope: 'col', text: 'Reason' }),
        ),
      ),
      el(
        'tbody',
        {},
        rows.slice(0, SHOWN).map(([row, sentence]) =>
          el('tr', {}, el('td', { class: 'number', text: row }), el('td', { text: sentence }))
        ),
      ),
    ),
    more > 0 ? el('p', { class: 'hint', text: `and ${number(more)} more.` }) : null,
  );
}
