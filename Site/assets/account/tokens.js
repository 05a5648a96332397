// Creates an API token, which is shown only once.

import { el, freshId, icon } from '../core/dom.js';
import { api } from '../core/api.js';
import { openDialog, toast } from '../core/dialog.js';
import { session } from '../core/session.js';

/**
 * Asks for a name and a scope, creates the token and shows it; then calls `done`.
 * @param {Callback} done
 */
export function addToken(done) {
  const nameId = freshId('name');
  const scopeId = freshId('scope');
  const name = el('input', {
    id: nameId,
    type: 'text',
    maxlength: 100,
    autocomplete: 'off',
    placeholder: 'for example, backup script',
    required: true,
  });
  const scope = el(
    'select',
    { id: scopeId },
    scopes().map(([value, text]) => el('option', { value, text })),
  );
  openDialog({
    title: 'New API token',
    content: [
      el('div', { class: 'field' }, el('label', { for: nameId, text: 'Name' }), name),
      el('div', { class: 'field' }, el('label', { for: scopeId, text: 'Access' }), scope),
    ],
    actions: [
      { label: 'Cancel', class: 'quiet' },
      {
        label: 'Create token',
        class: 'primary',
        run: async () => {
          if (!name.value.trim()) {
            name.focus();
            throw new Error('Enter a name for the token.');
          }
          const made = await api.send('POST', 'account/tokens', {
            name: name.value.trim(),
            scope: /** @type {Scope} */ (scope.value),
          });
          done();
          showToken(made);
        },
      },
    ],
  });
  name.focus();
}

// Users cannot grant more than they have themselves.
const scopes = () =>
  [
    ['read', 'View photos'],
    session.isEditor && ['edit', 'View, mark and upload'],
    session.isAdministrator && ['administer', 'Everything an administrator can do'],
  ].filter((each) => each !== false);

/** @param {{ token: string, name: string }} options */
function showToken({ token, name }) {
  const id = freshId('token');
  /** @type {HTMLInputElement} */
  const value = el('input', {
    id,
    type: 'text',
    readonly: true,
    value: token,
    on: { focus: () => value.select() },
  });
  const copy = el(
    'button',
    {
      type: 'button',
      class: 'button',
      on: { click: () => copyText(value) },
    },
    icon('copy'),
    'Copy',
  );
  openDialog({
    title: `Token “${name}”`,
    content: [
      el(
        'div',
        { class: 'notice is-warning' },
        icon('warning'),
        el('p', { text: 'This token is shown only once. Keep it as safe as a password.' }),
      ),
      el('label', { class: 'visually-hidden', for: id, text: 'Token' }),
      el('div', { class: 'token-value' }, value, copy),
      el(
        'p',
        { class: 'hint' },
        'Programs send it as ',
        el('code', { text: 'Authorization: Bearer …' }),
      ),
    ],
    actions: [{ label: 'Done', class: 'primary' }],
  });
}

/** @param {HTMLInputElement} input */
async function copyText(input) {
  input.select();
  try {
    // Missing on plain http from another machine; the old way works there.
    if (navigator.clipboard) await navigator.clipboard.writeText(input.value);
    else document.execCommand('copy');
    toast('Copied.', { kind: 'ok' });
  } catch {
    toast('The token is selected: press Ctrl-C to copy it.', { kind: 'error' });
  }
}
