// Jobs in words.

import { el } from '/assets/core/dom.js';
import { count, duration, percent } from '/assets/core/format.js';

const kinds = { add: 'Add folder', import: 'Import', refresh: 'Look for changes', retry: 'Try files again', upload: 'Upload', analyse_again: 'Look again', train_label: 'Teach a label' };
const states = {
  waiting: ['waiting', ''], running: ['running', 'is-accent'], paused: ['paused', 'is-warning'],
  done: ['done', 'is-ok'], failed: ['failed', 'is-error'], cancelled: ['cancelled', ''],
};
const stages = { scanning: 'Looking for files', copying: 'Copying', analysing: 'Reading and recognising', learning: 'Learning', labelling: 'Looking for labels' };

export const isActive = (job) => ['waiting', 'running', 'paused'].includes(job.state);

/** The title of a job. */
export const titleOf = (job) => job.title || kinds[job.kind] || job.kind;

/** The folders of a job that its title does not name. */
export const foldersOf = (job) => (job.folders ?? []).filter((path) => !titleOf(job).includes(path)).join(', ');

/** The state as a badge. */
export function stateBadge({ state }) {
  const [text, kind] = states[state] ?? [state, ''];
  return el('span', { class: `badge ${kind}`, text });
}

/** What a job is doing. */
export function stageOf(job) {
  if (job.state === 'waiting') return 'Waiting for its turn';
  if (job.state === 'paused') return 'Goes on where it stopped when it is resumed';
  return stages[job.stage] ?? 'Starting';
}

/** How far a job is, as far as it is known. */
export function progressOf({ done, total, rate, remaining_seconds: remaining, state, kind, stage }) {
  // A paused job counts anew when it goes on.
  if (state === 'paused' && !done) return '';
  // What is learnt is counted in thousandths, not in files.
  if (kind === 'train_label' && stage === 'learning') return total > 0 ? percent(done / total) : '';
  const noun = ['analyse_again', 'train_label'].includes(kind) ? 'photo' : 'file';
  const parts = [Number.isFinite(total) ? `${done} of ${count(total, noun)}` : count(done ?? 0, noun)];
  if (state === 'running' && rate > 0) parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)} per second`);
  if (state === 'running' && Number.isFinite(remaining)) parts.push(`${duration(remaining)} left`);
  return parts.join(' · ');
}

/** What came of a job. */
export function outcomeOf({ state, message, summary }) {
  if (!summary || (state === 'failed' && !(summary.indexed > 0 || summary.analysed > 0))) return message ?? '';
  const setAside = Object.values(summary.set_aside ?? {}).reduce((sum, n) => sum + n, 0);
  const parts = [
    [summary.indexed, () => `${count(summary.indexed, 'photo')} added`],
    [summary.analysed, () => `${count(summary.analysed, 'photo')} looked at`],
    [summary.training?.photos, () => `${count(summary.training.photos, 'photo')} looked at`],
    [summary.skipped, () => `${count(summary.skipped, 'photo')} could not be read`],
    [summary.failed, () => `${count(summary.failed, 'photo')} failed`],
    [summary.duplicates, () => count(summary.duplicates, 'duplicate')],
    [summary.moved, () => `${summary.moved} moved`],
    [setAside, () => `${setAside} set aside`],
    [summary.missing, () => `${summary.missing} missing`],
    [summary.unsupported, () => `${summary.unsupported} of other kinds`],
  ].filter(([n]) => n > 0).map(([, text]) => text());
  const what = parts.length > 0 ? parts.join(', ') : 'nothing new';
  const time = Number.isFinite(summary.seconds) ? `, in ${duration(summary.seconds)}` : '';
  return [message, `${what}${time}`].filter(Boolean).join(' – ');
}
