// The first visit: whoever has the code from the terminal becomes the administrator.

import { $, inputsOf } from '../core/dom.js';
import { api, asError, sentenceOf } from '../core/api.js';
import {
  areRight,
  newPasswordRules,
  setError,
  setUpReveal,
  setUpStrength,
} from '../core/password.js';

const form = $('form#welcome');
const [code, name, password, repeat] = inputsOf(form, 'code', 'name', 'password', 'repeat');
const error = $('#welcome-error');

setUpReveal();
setUpStrength(password, $('#strength-bar'), $('#strength'));
for (const input of [code, name, password, repeat]) {
  input.addEventListener('input', () => setError(input, null));
}

const check = () =>
  areRight([
    [code, code.value.trim() ? null : 'Enter the code from the terminal.'],
    [name, name.value.trim() ? null : 'Enter the name you want to sign in with.'],
    ...newPasswordRules(password, repeat),
  ]);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  error.textContent = '';
  if (!check()) return;
  const submit = $('button[type=submit]', form);
  submit.disabled = true;
  try {
    await api.send('POST', 'setup', {
      code: code.value.trim(),
      name: name.value.trim(),
      password: password.value,
    });
    location.replace('/');
  } catch (problem) {
    submit.disabled = false;
    if (asError(problem).status === 409) return location.replace('/sign-in');
    if (asError(problem).status === 403 && !asError(problem).extra?.csrf) {
      setError(code, sentenceOf(problem));
      code.focus();
    } else error.textContent = sentenceOf(problem);
  }
});
