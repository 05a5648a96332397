// The form that changes the user's password.

import { $, inputsOf } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { toast } from '../core/dialog.js';
import {
  areRight,
  newPasswordRules,
  setError,
  setUpReveal,
  setUpStrength,
} from '../core/password.js';

/** @param {Callback} changed */
export function setUpPasswordForm(changed) {
  const form = $('form#password-form');
  const [current, password, repeat] = inputsOf(form, 'current', 'password', 'repeat');
  const error = $('#password-form-error');
  setUpReveal();
  setUpStrength(password, $('#strength-bar'), $('#strength'));
  for (const input of [current, password, repeat]) {
    input.addEventListener('input', () => setError(input, null));
  }

  const check = () =>
    areRight([
      [current, current.value ? null : 'Enter your current password.'],
      ...newPasswordRules(password, repeat),
    ]);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    error.textContent = '';
    if (!check()) return;
    const submit = $('button[type=submit]', form);
    submit.disabled = true;
    try {
      await api.send('PUT', 'account/password', { current: current.value, new: password.value });
      form.reset();
      password.dispatchEvent(new Event('input'));
      toast('Password changed.', { kind: 'ok' });
      changed();
    } catch (problem) {
      error.textContent = sentenceOf(problem);
    } finally {
      submit.disabled = false;
    }
  });
}
