// What administrators can do with users. If the server refuses, for example to remove the last
// administrator, the dialog shows why.

import { el } from '../core/dom.js';
import { api } from '../core/api.js';
import { openDialog, toast } from '../core/dialog.js';
import { check, field } from '../shared/fields.js';
import { roleOptions } from './roles.js';

const shortest = 10;
const passwordHint = `At least ${shortest} characters.`;

const newPassword = (label = 'Password') =>
  field(label, {
    type: 'password',
    autocomplete: 'new-password',
    minlength: shortest,
    required: true,
    hint: passwordHint,
  });
/**
 * @param {Field} password
 * @returns {[Field, boolean, string]}
 */
const isLong = (
  password,
) => [
  password,
  Array.from(password.input.value).length >= shortest,
  `The password needs at least ${shortest} characters.`,
];

/**
 * Asks for a name, a role and a password, and adds the user.
 * @param {Callback} done
 */
export function addUser(done) {
  const name = field('Name', {
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: true,
    hint: 'The name used to sign in.',
  });
  const role = field('Role', { options: roleOptions });
  const password = newPassword();
  const content = [
    name.node,
    role.node,
    password.node,
    el('p', {
      class: 'hint',
      text: 'Give the password to the user, who can change it on the account page.',
    }),
  ];
  openDialog({
    title: 'Add user',
    content,
    actions: [cancel, {
      label: 'Add user',
      class: 'primary',
      async run() {
        if (!check([name, name.input.value.trim() !== '', 'Enter a name.'], isLong(password))) {
          return false;
        }
        await api.send('POST', 'users', {
          name: name.input.value.trim(),
          role: /** @type {Role} */ (role.input.value),
          password: password.input.value,
        });
        toast(`${name.input.value.trim()} can now sign in.`, { kind: 'ok' });
        done();
      },
    }],
  });
  name.input.focus();
}

/**
 * Asks for a new role.
 * @param {Account} user
 * @param {Callback} done
 */
export function changeRole(user, done) {
  const role = field('Role', { options: roleOptions, value: user.role });
  openDialog({
    title: `Role of ${user.name}`,
    content: role.node,
    actions: [cancel, {
      label: 'Change role',
      class: 'primary',
      async run() {
        await api.send('PATCH', `users/${user.id}`, {
          role: /** @type {Role} */ (role.input.value),
        });
        done();
      },
    }],
  });
  role.input.focus();
}

/**
 * Asks for a new password.
 * @param {Account} user
 * @param {Callback} done
 */
export function resetPassword(user, done) {
  const password = newPassword('New password');
  openDialog({
    title: `New password for ${user.name}`,
    content: [
      password.node,
      el('p', { class: 'hint', text: 'This signs the user out everywhere.' }),
    ],
    actions: [cancel, {
      label: 'Set password',
      class: 'primary',
      async run() {
        if (!check(isLong(password))) return false;
        await api.send('PATCH', `users/${user.id}`, { password: password.input.value });
        toast(`Password of ${user.name} changed.`, { kind: 'ok' });
        done();
      },
    }],
  });
  password.input.focus();
}

/**
 * Disables a user after a confirmation, or enables them again.
 * @param {Account} user
 * @param {Callback} done
 */
export function switchUser(user, done) {
  const enable = user.is_disabled;
  openDialog({
    title: enable ? `Enable ${user.name}?` : `Disable ${user.name}?`,
    content: el('p', {
      text: enable
        ? 'The user can sign in with the same password as before.'
        : 'The user is signed out everywhere and cannot sign in until enabled again. Marks are kept.',
    }),
    actions: [cancel, {
      label: enable ? 'Enable' : 'Disable',
      class: enable ? 'primary' : 'danger',
      async run() {
        await api.send('PATCH', `users/${user.id}`, { is_disabled: !enable });
        done();
      },
    }],
  });
}

/**
 * Deletes a user after a confirmation.
 * @param {Account} user
 * @param {Callback} done
 */
export function deleteUser(user, done) {
  openDialog({
    title: `Delete ${user.name}?`,
    content: el('p', {
      text:
        'This permanently deletes the account, its sessions and its API tokens. Photos, favourites and ratings are kept.',
    }),
    actions: [cancel, {
      label: 'Delete user',
      class: 'danger',
      async run() {
        await api.send('DELETE', `users/${user.id}`);
        toast(`${user.name} was deleted.`, { kind: 'ok' });
        done();
      },
    }],
  });
}

const cancel = { label: 'Cancel', class: 'quiet' };
