// Answers for whole photos of the grid: sent to the server, described in words, and undone.

import { api, sentenceOf } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { count } from '../../core/format.js';
import { answerWord } from '../../shared/label-text.js';
import { rememberLabel } from '../../viewer/labelling/last-label.js';

/**
 * Answers for the photos; `largest` takes the largest box of each that has several. null removes answers.
 * @param {Label} label
 * @param {number[]} ids
 * @param {boolean | null} answer
 */
export async function markPhotos(label, ids, answer, { largest = false } = {}) {
  rememberLabel(label.id);
  await reportingErrors(async () => {
    const done = await api.send('POST', `labels/${label.id}/examples/photos`, {
      ids,
      answer,
      largest,
      origin: 'grid',
    });
    const left = done.without.length + done.ambiguous.length;
    const open = { label: 'Open the label', href: `/labels/${label.id}#examples` };
    toast(outcome(label, answer, done, ids.length), {
      kind: done.changed > 0 ? 'ok' : 'info',
      seconds: left > 0 ? 20 : 10,
      action: [
        ...done.changed > 0 ? [{ label: 'Undo', run: () => undoMarks(label) }] : [],
        ...done.ambiguous.length > 0
          ? [{
            label: 'Use the largest box of each',
            run: () => markPhotos(label, done.ambiguous, answer, { largest: true }),
          }]
          : [],
        open,
      ],
    });
  });
}

/** @param {Label} label */
async function undoMarks(label) {
  await reportingErrors(async () => {
    const { marks } = await api.send('POST', `labels/${label.id}/examples/undo`, {});
    if (marks.length === 0) toast('Nothing to undo.');
    else {toast(
        `${count(marks.length, 'answer')} for “${label.name}” ${
          marks.length === 1 ? 'is' : 'are'
        } restored.`,
        { kind: 'ok' },
      );}
  });
}

/** @param {() => Promise<unknown>} run */
async function reportingErrors(run) {
  try {
    await run();
  } catch (problem) {
    toast(sentenceOf(problem), { kind: 'error' });
  }
}

/**
 * The result for `asked` photos: "12 photos marked as yes for “me”; 3 photos have no person."
 * @param {Label} label
 * @param {boolean | null} answer
 * @param {{ changed: number, without: number[], ambiguous: number[] }} options
 * @param {number} asked
 */
export function outcome(label, answer, { changed, without, ambiguous }, asked) {
  const perBox = label.class !== null && answer !== true;
  // If each photo has one answer, the rest had this answer already.
  const same = perBox ? 0 : asked - changed - without.length - ambiguous.length;
  const parts = [
    changed > 0 && changedText(label, answer, count(changed, perBox ? 'box' : 'photo')),
    changed === 0 && answer === null && `No answers to remove for “${label.name}”`,
    changed === 0 && answer !== null && (same > 0 || without.length < asked && perBox) &&
    `Already marked as ${answerWord(answer)} for “${label.name}”`,
    changed > 0 && same > 0 && answer !== null && `${photos(same, 'was', 'were')} already marked`,
    without.length > 0 && `${photos(without.length, 'has', 'have')} no ${label.class}`,
    ambiguous.length > 0 &&
    `${photos(ambiguous.length, 'has', 'have')} several boxes of ${label.class}: mark ${
      ambiguous.length === 1 ? 'it' : 'them'
    } in the viewer`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

/**
 * @param {Label} label
 * @param {boolean | null} answer
 * @param {string} what
 */
const changedText = (label, answer, what) =>
  answer === null
    ? `Removed answers for “${label.name}”: ${what}`
    : `${what} marked as ${answerWord(answer)} for “${label.name}”`;

/**
 * @param {number} n
 * @param {string} one
 * @param {string} many
 */
const photos = (n, one, many) => `${count(n, 'photo')} ${n === 1 ? one : many}`;
