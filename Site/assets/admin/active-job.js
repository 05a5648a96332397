// A job that has not ended: its progress, and buttons to pause, resume and cancel it.

import { el } from '../core/dom.js';
import { api } from '../core/api.js';
import { confirmDialog } from '../core/dialog.js';
import { button, press } from '../core/panel.js';
import {
  cancelQuestion,
  foldersOf,
  progressOf,
  stageOf,
  stateBadge,
  titleNode,
  titleOf,
} from '../shared/job-text.js';

/**
 * Makes the card of a job; `update(job)` brings it up to date without taking the focus away.
 * @param {Job} job
 */
export function activeJob(job) {
  // A job finishes its current photos before it pauses or stops.
  /** @type {Record<string, string>} */
  const soon = {
    pause: 'Pausing after the current photos',
    cancel: 'Stopping after the current photos',
  };
  /** @type {string | null} */
  let asked = null;
  /** @param {'pause' | 'resume' | 'cancel'} verb */
  const send = (verb) => (/** @type {HTMLButtonElement} */ node) =>
    press(node, async () => {
      const now = await api.send('POST', `jobs/${job.id}/${verb}`);
      asked = soon[verb] ?? null;
      update(now);
    });
  const name = titleOf(job);
  const pause = button('Pause', send('pause'), { image: 'pause', label: `Pause ${name}` });
  const resume = button('Resume', send('resume'), { image: 'play', label: `Resume ${name}` });
  const cancel = button('Cancel', async (node) => {
    if (await confirmDialog({ ...cancelQuestion(job), danger: true })) send('cancel')(node);
  }, { kind: 'quiet danger', image: 'close', label: `Cancel ${name}` });
  const badge = el('span');
  const stage = el('p');
  const numbers = el('p', { class: 'muted tabular' });
  const fill = el('span');
  const bar = el('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': `Progress of ${name}`,
    'aria-valuemin': 0,
  }, fill);
  const node = el(
    'article',
    { class: 'panel active-job', 'aria-label': name },
    el('header', { class: 'panel-head' }, el('h3', {}, titleNode(job)), badge),
    foldersOf(job) ? el('p', { class: 'hint', text: foldersOf(job) }) : null,
    stage,
    bar,
    numbers,
    el('div', { class: 'toolbar' }, pause, resume, cancel),
  );

  /** @param {Job} now */
  function update(now) {
    job = now;
    const focused = document.activeElement;
    badge.replaceChildren(stateBadge(now));
    if (now.state !== 'running') asked = null;
    const doing = asked ?? stageOf(now);
    stage.textContent = now.message ? `${doing}. ${now.message}` : doing;
    numbers.textContent = now.state === 'waiting' ? '' : progressOf(now);
    bar.hidden = now.state === 'waiting' || (now.state === 'paused' && !now.done);
    const total = now.total ?? 0;
    const known = total > 0;
    if (known) {
      bar.setAttribute('aria-valuemax', total);
      bar.setAttribute('aria-valuenow', now.done);
    } else bar.removeAttribute('aria-valuenow');
    fill.style.width = known ? `${(100 * now.done) / total}%` : '';
    pause.hidden = now.state === 'paused';
    resume.hidden = now.state !== 'paused';
    // Pause and resume share one place, so the focus moves from one to the other.
    if (focused === pause && pause.hidden) resume.focus();
    if (focused === resume && resume.hidden) pause.focus();
  }

  update(job);
  return { node, update };
}
