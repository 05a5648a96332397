// Signing in.

import { $, inputsOf } from '../core/dom.js';
import { api, asError, sentenceOf } from '../core/api.js';
import { count } from '../core/format.js';
import { safeNext } from '../core/next.js';
import { setUpReveal } from '../core/password.js';

const form = $('form#sign-in');
const error = $('#sign-in-error');
const submit = $('button[type=submit]', form);

setUpReveal();
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const [name, password] = inputsOf(form, 'name', 'password');
  error.textContent = '';
  if (!name.value.trim()) return refuse('Enter your name.', name);
  if (!password.value) return refuse('Enter your password.', password);
  submit.disabled = true;
  try {
    await api.send('POST', 'session', { name: name.value.trim(), password: password.value });
    location.replace(safeNext(new URLSearchParams(location.search).get('next')));
  } catch (problem) {
    submit.disabled = false;
    if (asError(problem).status === 429) {
      return countDown(asError(problem).extra?.retry_after ?? 30);
    }
    refuse(sentenceOf(problem), asError(problem).status === 401 ? password : null);
  }
});

/**
 * @param {string} text
 * @param {HTMLInputElement | null} input
 */
function refuse(text, input) {
  error.textContent = text;
  input?.focus();
  input?.select();
}

// The alert is read out once; the countdown is only visible.
/** @param {number} seconds */
function countDown(seconds) {
  const end = Date.now() + seconds * 1000;
  /** @param {number} left */
  const say = (left) => {
    error.textContent = `Too many attempts. Try again in ${count(left, 'second')}.`;
  };
  say(seconds);
  error.removeAttribute('role');
  submit.disabled = true;
  const timer = setInterval(() => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left > 0) return say(left);
    clearInterval(timer);
    error.textContent = '';
    error.setAttribute('role', 'alert');
    submit.disabled = false;
    $('input[name=password]', form).focus();
  }, 1000);
}
