// The first visit: whoever can read the terminal becomes the administrator.

import { $ } from '/assets/core/dom.js';
import { api } from '/assets/core/api.js';
import { setError, setUpReveal, setUpStrength, shortest } from '/assets/core/password.js';

const form = $('#welcome');
const { code, name, password, repeat } = form.elements;
const error = $('#welcome-error');

setUpReveal();
setUpStrength(password, $('#strength-bar'), $('#strength'));
for (const input of [code, name, password, repeat]) input.addEventListener('input', () => setError(input, null));
// A link in the terminal may bring the code along.
const given = new URLSearchParams(location.hash.slice(1)).get('code');
if (given) {
  code.value = given;
  name.focus();
}

function check() {
  const wrong = [
    setError(code, code.value.trim() ? null : 'Enter the code from the terminal.') ? null : code,
    setError(name, name.value.trim() ? null : 'Enter the name you want to sign in with.') ? null : name,
    setError(password, [...password.value].length >= shortest ? null : `The password needs at least ${shortest} characters.`) ? null : password,
    setError(repeat, repeat.value === password.value ? null : 'The two passwords differ.') ? null : repeat,
  ].filter(Boolean);
  wrong[0]?.focus();
  return wrong.length === 0;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  error.textContent = '';
  if (!check()) return;
  const submit = $('button[type=submit]', form);
  submit.disabled = true;
  try {
    await api.send('POST', 'setup', { code: code.value.trim(), name: name.value.trim(), password: password.value });
    location.replace('/');
  } catch (problem) {
    submit.disabled = false;
    if (problem.status === 409) return location.replace('/sign-in');
    if (problem.status === 403 && !problem.extra.csrf) {
      setError(code, problem.detail);
      code.focus();
    } else error.textContent = problem.detail;
  }
});
