// Users: who may sign in, and what they may do.

import { clear, el, icon } from '../core/dom.js';
import { ago, count } from '../core/format.js';
import { session } from '../core/session.js';
import { dataTable } from '../shared/data-table.js';
import { button, head, load } from '../core/panel.js';
import { addUser, changeRole, deleteUser, resetPassword, switchUser } from './user-dialogs.js';
import { roleName, roles } from './roles.js';

/** @param {HTMLElement} panel */
export function show(panel) {
  const list = el('div');
  const reload = () => load(list, 'users', ({ users }) => draw(list, users, reload));
  panel.append(
    head(
      'Users',
      'Everyone who can sign in.',
      button('Add user', () => addUser(reload), { kind: 'primary', image: 'plus' }),
    ),
    list,
    el(
      'dl',
      { class: 'role-list' },
      roles.map((role) =>
        el('div', {}, el('dt', { text: role.name }), el('dd', { text: role.description }))
      ),
    ),
  );
  reload();
}

/**
 * @param {HTMLElement} list
 * @param {Account[]} users
 * @param {Callback} reload
 */
function draw(list, users, reload) {
  const columns = [{ title: 'Name' }, { title: 'Role' }, { title: 'Last seen' }, {
    title: 'Actions',
    kind: 'actions',
  }];
  clear(list).append(
    dataTable({
      caption: count(users.length, 'user'),
      columns,
      rows: users.map((user) => row(user, reload)),
    }),
  );
}

/**
 * @param {Account} user
 * @param {Callback} reload
 */
function row(user, reload) {
  const name = el(
    'span',
    { class: 'user-name' },
    user.name,
    user.name === session.user ? el('span', { class: 'badge is-accent', text: 'you' }) : null,
    user.is_disabled ? el('span', { class: 'badge is-warning', text: 'disabled' }) : null,
  );
  return [
    name,
    roleName(user.role),
    ago(user.last_seen_ms),
    el('div', { class: 'toolbar' }, actions(user, reload)),
  ];
}

/**
 * @param {Account} user
 * @param {Callback} reload
 */
function actions(user, reload) {
  /**
   * @param {string} text
   * @param {(user: Account, done: Callback) => void} run
   */
  const action = (text, run) =>
    button(text, () => run(user, reload), {
      kind: 'small',
      label: `${text}: ${user.name}`,
      key: `${run.name}-${user.id}`,
    });
  return [
    action('Role', changeRole),
    action('Password', resetPassword),
    action(user.is_disabled ? 'Enable' : 'Disable', switchUser),
    el('button', {
      type: 'button',
      class: 'button small quiet danger icon-button',
      'aria-label': `Delete ${user.name}`,
      on: { click: () => deleteUser(user, reload) },
    }, icon('trash')),
  ];
}
