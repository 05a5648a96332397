// The jobs of the server, live.

import { clear, el } from '../core/dom.js';
import { announce } from '../core/live.js';
import { api, asError } from '../core/api.js';
import { onServer } from '../core/events.js';
import { learnNames, titleOf } from '../shared/job-text.js';
import { isRunning, JobCard } from './job-card.js';

const atFirst = 8;

/**
 * Shows the jobs in `host` and keeps them up to date; a `job` event on it brings one that was just started.
 * @param {HTMLElement} host
 */
export function showJobs(host) {
  const jobs = new Map();
  const cards = new Map();
  const list = el('ul', { class: 'job-list' });
  const more = el('button', {
    type: 'button',
    class: 'button quiet',
    text: 'Show earlier jobs',
    hidden: true,
  });
  let limit = atFirst;
  more.addEventListener('click', () => {
    limit = Infinity;
    render();
  });

  function render() {
    const newest = [...jobs.values()].sort((a, b) =>
      Number(isRunning(b)) - Number(isRunning(a)) || b.created_ms - a.created_ms
    );
    const shown = newest.slice(0, limit);
    host.setAttribute('aria-busy', 'false');
    if (shown.length === 0) return clear(host).append(emptyText());
    for (const [id, card] of cards) {
      if (!shown.some((job) => job.id === id)) {
        card.node.remove();
        cards.delete(id);
      }
    }
    shown.forEach((job, index) => {
      const card = cards.get(job.id) ?? cards.set(job.id, new JobCard(take)).get(job.id);
      card.update(job);
      if (list.children[index] !== card.node) {
        list.insertBefore(card.node, list.children[index] ?? null);
      }
    });
    more.hidden = newest.length <= limit;
    if (!list.isConnected) clear(host).append(list, more);
  }

  /** @param {Job} job */
  function take(job) {
    const before = jobs.get(job.id);
    // A job that has ended cannot run again: this event is late, such as the answer to a quick cancel.
    if (before && !isRunning(before) && isRunning(job)) return;
    jobs.set(job.id, job);
    if (before && isRunning(before) && !isRunning(job)) announce(`${titleOf(job)}: ${job.state}`);
    learnNames([job]).then(render);
  }

  async function load() {
    try {
      const answer = await api.get('jobs');
      jobs.clear();
      for (const job of answer.jobs) jobs.set(job.id, job);
      await learnNames(answer.jobs);
      render();
    } catch (problem) {
      host.setAttribute('aria-busy', 'false');
      clear(host).append(
        el('p', { class: 'error', role: 'alert', text: asError(problem).detail }),
      );
    }
  }

  host.addEventListener('job', (event) => take(/** @type {CustomEvent} */ (event).detail));
  onServer('job', take);
  // Events may have been missed before a new connection.
  onServer('hello', load);
  load();
}

const emptyText = () =>
  el('p', {
    class: 'empty',
    text:
      'No jobs yet. Imports, uploads and folder scans appear here with their progress and result.',
  });
