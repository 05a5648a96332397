// The files that the server is retrying now, and the result.

import { clear, el } from '../core/dom.js';
import { api } from '../core/api.js';
import { toast } from '../core/dialog.js';
import { onServer } from '../core/events.js';
import { count } from '../core/format.js';

const active = new Set(['waiting', 'running', 'paused']);

/**
 * Shows the progress of retries; calls `finished` when any job has ended.
 * @param {HTMLElement} place
 * @param {{ finished: Callback }} options
 */
export function followJobs(place, { finished }) {
  const seen = new Map();

  onServer('job', (job) => {
    const before = seen.get(job.id);
    seen.set(job.id, job.state);
    if (job.kind === 'retry') showProgress(place, job);
    if (active.has(job.state) || !active.has(before)) return;
    if (job.kind === 'retry') showOutcome(job);
    finished();
  });
  // Finds a retry that started before this page was opened.
  onServer('hello', async () => {
    const { jobs } = await api.get('jobs').catch(() => ({ jobs: [] }));
    for (const job of jobs.filter((each) => active.has(each.state))) {
      seen.set(job.id, job.state);
      if (job.kind === 'retry') showProgress(place, job);
    }
  });
}

/**
 * @param {HTMLElement} place
 * @param {Job} job
 */
function showProgress(place, job) {
  place.hidden = !active.has(job.state);
  clear(place);
  if (place.hidden) return;
  const known = Number.isFinite(job.total) && job.total > 0;
  const text = known
    ? `Reading again: ${job.done} of ${count(job.total ?? 0, 'file')}`
    : 'Reading again…';
  place.append(
    el('p', { text }),
    el('div', {
      class: 'progress',
      role: 'progressbar',
      'aria-label': 'Files read again',
      'aria-valuemin': 0,
      'aria-valuemax': known ? job.total : 1,
      'aria-valuenow': known ? job.done : null,
    }, el('span', { style: known ? { width: `${(100 * job.done) / (job.total ?? 1)}%` } : {} })),
  );
}

/** @param {Job} job */
function showOutcome({ state, summary, message }) {
  if (state !== 'done') {
    toast(message ?? 'Not all files were read again.', { kind: 'error' });
    return;
  }
  const good = (summary?.indexed ?? 0) + (summary?.duplicates ?? 0) + (summary?.moved ?? 0);
  const bad = Object.values(summary?.set_aside ?? {}).reduce((sum, n) => sum + n, 0);
  const parts = [
    good > 0 ? `${count(good, 'file')} could be read` : 'No file could be read',
    bad > 0 ? `${count(bad, 'file')} stayed set aside` : null,
  ];
  toast(`${parts.filter(Boolean).join('; ')}.`, { kind: good > 0 ? 'ok' : 'info' });
}
