// What the page says when there is nothing to compare.

import { el, icon } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { toast } from '../core/dialog.js';
import { count } from '../core/format.js';
import { session } from '../core/session.js';

/** There are no two models that do the same. */
export function tooFew() {
  return state('table', 'Two models of a kind are needed',
    session.isAdministrator ? 'Install a second one that finds objects, or one that names scenes, and let it look at the photos.'
      : 'An administrator can install a second one.',
    session.isAdministrator ? el('a', { class: 'button primary', href: '/admin#models', text: 'Models' }) : null);
}

/**
 * No photo was looked at by both: an administrator can have that done.
 * @param {Pair} pair
 * @param {number} photos
 * @param {Act} again
 */
export function nothingInCommon({ a, b }, photos, again) {
  const lacking = [a, b].filter((model) => model.is_installed && model.photos < photos);
  const status = el('p', { class: 'muted', role: 'status' });
  const buttons = lacking.map((model) => el('button', {
    type: 'button', class: 'button primary',
    text: `Let ${model.name} look at ${count(photos - model.photos, 'photo')}`,
    on: { click: (event) => start(/** @type {HTMLButtonElement} */ (event.currentTarget), model, status, again) },
  }));
  const text = photos === 0 ? 'The library has no photos yet.'
    : session.isAdministrator ? 'When both have looked at the same photos, their differences are shown here.'
      : 'An administrator can let both look at the same photos.';
  return state('eye', 'No photo was looked at by both', text,
    session.isAdministrator && photos > 0 ? el('div', { class: 'row' }, buttons) : null, status);
}

/**
 * @param {HTMLButtonElement} button
 * @param {Model} model
 * @param {HTMLElement} status
 * @param {Act} again
 */
async function start(button, model, status, again) {
  button.disabled = true;
  try {
    const job = await api.send('POST', 'jobs', { kind: 'analyse_again', model: model.id, thorough: false });
    status.replaceChildren(`${model.name} is looking; this page shows the differences when it is done. `, el('a', { href: '/admin#jobs', text: 'Follow it under Jobs' }));
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
