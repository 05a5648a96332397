// Jobs: what the server is doing, live, and what it did.

import { clear, el, icon } from '../core/dom.js';
import { onServer } from '../core/events.js';
import { ago } from '../core/format.js';
import { dataTable } from '../shared/data-table.js';
import { head, load } from '../core/panel.js';
import { activeJob } from './active-job.js';
import {
  foldersOf,
  isActive,
  learnNames,
  outcomeOf,
  stateBadge,
  titleNode,
} from '../shared/job-text.js';

/** @param {HTMLElement} panel */
export function show(panel) {
  const idle = el('p', { class: 'muted', text: 'No jobs are running.' });
  const active = el('div', { class: 'stack' }, idle);
  const history = el('div');
  const place = el(
    'div',
    { hidden: true },
    active,
    el('h3', { class: 'admin-subhead', text: 'History' }),
    history,
  );
  const waiting = el('div');
  /** @type {Map<number, ReturnType<typeof activeJob>>} */
  const cards = new Map();
  /** @type {Job[]} */
  let jobs = [];

  panel.append(
    head(
      'Jobs',
      'Background work such as imports. Start new jobs on the Import page or under Models.',
      el('a', { class: 'button', href: '/import' }, icon('upload'), 'Import'),
    ),
    waiting,
    place,
  );

  function draw() {
    const running = jobs.filter(isActive);
    for (const [id, card] of cards) {
      if (running.some((job) => job.id === id)) continue;
      // The card with the focus is gone, so the focus moves here.
      if (card.node.contains(document.activeElement)) panel.focus();
      card.node.remove();
      cards.delete(id);
    }
    for (const job of running) {
      const card = cards.get(job.id) ?? activeJob(job);
      cards.set(job.id, card);
      card.update(job);
      if (card.node.parentNode !== active) active.append(card.node);
    }
    idle.hidden = running.length > 0;
    drawHistory(history, jobs.filter((job) => !isActive(job)));
  }

  load(waiting, 'jobs', async (answer) => {
    ({ jobs } = answer);
    await learnNames(jobs);
    waiting.remove();
    place.hidden = false;
    draw();
  });
  return onServer('job', (job) => {
    const index = jobs.findIndex((each) => each.id === job.id);
    // A job that has ended cannot run again: this event is late.
    if (index >= 0 && !isActive(jobs[index]) && isActive(job)) return;
    const ended = index >= 0 && isActive(jobs[index]) && !isActive(job);
    if (index >= 0) jobs[index] = job;
    else jobs.unshift(job);
    // While a job runs, only its card changes.
    const card = cards.get(job.id);
    if (index >= 0 && !ended && card) card.update(job);
    else learnNames([job]).then(draw);
  });
}

/**
 * @param {HTMLElement} place
 * @param {Job[]} jobs
 */
function drawHistory(place, jobs) {
  clear(place);
  if (jobs.length === 0) {
    place.append(el('p', { class: 'muted', text: 'No finished jobs yet.' }));
    return;
  }
  const columns = [{ title: 'Job' }, { title: 'State' }, { title: 'Outcome' }, {
    title: 'Finished',
  }];
  place.append(dataTable({ caption: 'Finished jobs', columns, rows: jobs.map(row) }));
}

/** @param {Job} job */
function row(job) {
  return [
    [titleNode(job), el('span', { class: 'hint', text: foldersOf(job) })],
    stateBadge(job),
    outcomeOf(job),
    ago(job.finished_ms ?? job.created_ms),
  ];
}
