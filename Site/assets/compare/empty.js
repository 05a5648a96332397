// What the page says when there is nothing to compare.

import { el, icon } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { toast } from '../core/dialog.js';
import { count } from '../core/format.js';
import { session } from '../core/session.js';

/** No two models can be compared. */
export function tooFew() {
  return state(
    'table',
    'Two models of the same kind are needed',
    session.isAdministrator
      ? 'Install a second model that finds objects or names scenes, and run it on your photos.'
      : 'An administrator can install a second model.',
    session.isAdministrator
      ? el('a', { class: 'button primary', href: '/admin#models', text: 'Models' })
      : null,
  );
}

/**
 * No photo was analysed by both models: administrators can start a job for that.
 * @param {Pair} pair
 * @param {number} photos
 * @param {Callback} again
 */
export function nothingInCommon({ a, b }, photos, again) {
  const lacking = [a, b].filter((model) => model.is_installed && model.photos < photos);
  const status = el('p', { class: 'muted', role: 'status' });
  const buttons = lacking.map((model) =>
    el('button', {
      type: 'button',
      class: 'button primary',
      text: `Analyse ${count(photos - model.photos, 'photo')} with ${model.name}`,
      on: {
        click: (event) =>
          start(/** @type {HTMLButtonElement} */ (event.currentTarget), model, status, again),
      },
    })
  );
  const text = photos === 0
    ? 'The library has no photos yet.'
    : session.isAdministrator
    ? 'The differences appear here when both models have analysed the same photos.'
    : 'An administrator can run both models on the same photos.';
  return state(
    'eye',
    'No photo was analysed by both models',
    text,
    session.isAdministrator && photos > 0 ? el('div', { class: 'row' }, buttons) : null,
    status,
  );
}

/**
 * @param {HTMLButtonElement} button
 * @param {Model} model
 * @param {HTMLElement} status
 * @param {Callback} again
 */
async function start(button, model, status, again) {
  button.disabled = true;
  try {
    const job = await api.send('POST', 'jobs', {
      kind: 'analyse_again',
      model: model.id,
      thorough: false,
    });
    status.replaceChildren(
      `${model.name} is running. The differences appear here when it is done. `,
      el('a', { href: '/admin#jobs', text: 'See Jobs' }),
    );
    if (job.state === 'done') again();
  } catch (problem) {
    button.disabled = false;
    toast(sentenceOf(problem), { kind: 'error' });
  }
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} text
 * @param {...Child} actions
 */
const state = (name, title, text, ...actions) =>
  el('div', { class: 'empty-state' }, icon(name), el('h2', {}, title), el('p', {}, text), actions);
