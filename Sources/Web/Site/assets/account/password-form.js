// Changing one's password.

import { $ } from '/assets/core/dom.js';
import { api } from '/assets/core/api.js';
import { toast } from '/assets/core/dialog.js';
import { setError, setUpReveal, setUpStrength, shortest } from '/assets/core/password.js';

export function setUpPasswordForm(changed) {
  const form = $('#password-form');
  const { current, password, repeat } = form.elements;
  const error = $('#password-form-error');
  setUpReveal();
  setUpStrength(password, $('#strength-bar'), $('#strength'));
  for (const input of [current, password, repeat]) input.addEventListener('input', () => setError(input, null));

  const check = () => {
    const wrong = [
      setError(current, current.value ? null : 'Enter your present password.') ? null : current,
      setError(password, [...password.value].length >= shortest ? null : `The password needs at least ${shortest} characters.`) ? null : password,
      setError(repeat, repeat.value === password.value ? null : 'The two passwords differ.') ? null : repeat,
    ].filter(Boolean);
    wrong[0]?.focus();
    return wrong.length === 0;
  };

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
      toast('The password is changed.', { kind: 'ok' });
      changed();
    } catch (problem) {
      error.textContent = problem.detail;
    } finally {
      submit.disabled = false;
    }
  });
}
