// Users: who may sign in, and what they may do.

import { clear, el, icon } from '/assets/core/dom.js';
import { ago, count } from '/assets/core/format.js';
import { session } from '/assets/core/session.js';
import { button, head, load } from './panel.js';
import { addUser, changeRole, deleteUser, resetPassword, switchUser } from './user-dialogs.js';
import { roleName, roles } from './roles.js';

export function show(panel) {
  const list = el('div');
  const reload = () => load(list, 'users', ({ users }) => draw(list, users, reload));
  panel.append(
    head('Users', 'Everybody who may sign in.', button('Add a user', () => addUser(reload), { kind: 'primary', image: 'plus' })),
    list,
    el('dl', { class: 'role-list' }, roles.map((role) => el('div', {}, el('dt', { text: role.name }), el('dd', { text: role.means })))));
  reload();
}

function draw(list, users, reload) {
  const head = ['Name', 'Role', 'Last seen'].map((title) => el('th', { scope: 'col', text: title }));
  head.push(el('th', { scope: 'col' }, el('span', { class: 'visually-hidden', text: 'What can be done' })));
  clear(list).append(
    el('div', { class: 'card table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Users' },
      el('table', { class: 'table' },
        el('caption', { class: 'visually-hidden', text: count(users.length, 'user') }),
        el('thead', {}, el('tr', {}, head)),
        el('tbody', {}, users.map((user) => row(user, reload))))));
}

function row(user, reload) {
  const own = user.name === session.user;
  return el('tr', {},
    el('th', { scope: 'row', class: 'user-name' }, user.name,
      own ? el('span', { class: 'badge is-accent', text: 'you' }) : null,
      user.is_disabled ? el('span', { class: 'badge is-warning', text: 'disabled' }) : null),
    el('td', { text: roleName(user.role) }),
    el('td', { class: 'nowrap', text: user.last_seen_ms ? ago(user.last_seen_ms) : 'never' }),
    el('td', { class: 'actions' }, el('div', { class: 'toolbar' }, actions(user, reload))));
}

function actions(user, reload) {
  const action = (text, run, kind = '') => button(text, () => run(user, reload), { kind: `small ${kind}`, label: `${text}: ${user.name}` });
  return [
    action('Role', changeRole),
    action('Password', resetPassword),
    action(user.is_disabled ? 'Enable' : 'Disable', switchUser),
    el('button', { type: 'button', class: 'button small quiet danger icon-button', 'aria-label': `Delete ${user.name}`, on: { click: () => deleteUser(user, reload) } }, icon('trash')),
  ];
}
