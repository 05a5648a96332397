// The user's own account.

import { $, clear, el, icon } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { confirmDialog, toast } from '../core/dialog.js';
import { ago, moment } from '../core/format.js';
import { addToken } from './tokens.js';
import { deviceOf } from './agent.js';
import { setUpPasswordForm } from './password-form.js';

async function load() {
  try {
    const { sessions, tokens } = await api.get('account');
    showSessions(sessions);
    showTokens(tokens);
  } catch (problem) {
    toast(sentenceOf(problem), { kind: 'error' });
  }
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement[]} nodes
 * @param {string} empty
 */
function fill(list, nodes, empty) {
  list.setAttribute('aria-busy', 'false');
  clear(list).append(...(nodes.length ? nodes : [el('li', { class: 'empty', text: empty })]));
}

/** @param {SignedIn[]} sessions */
function showSessions(sessions) {
  const order = [...sessions].sort((a, b) =>
    Number(b.current) - Number(a.current) || b.last_seen_ms - a.last_seen_ms
  );
  fill(
    $('#sessions'),
    order.map((session) => {
      const { name, kind } = deviceOf(session.agent);
      return el(
        'li',
        {},
        icon(kind),
        el(
          'div',
          { class: 'grow' },
          el('strong', { text: name }),
          el('p', {
            class: 'hint',
            text: `Since ${moment(session.created_ms)} · last seen ${ago(session.last_seen_ms)}`,
          }),
        ),
        session.current ? el('span', { class: 'badge is-ok', text: 'This device' }) : null,
      );
    }),
    'No other sessions.',
  );
  $('#end-others').hidden = sessions.length < 2;
}

/** @type {Record<string, string>} */
const scopeWords = { read: 'read only', edit: 'read and edit', administer: 'full access' };

/** @param {Token[]} tokens */
function showTokens(tokens) {
  fill(
    $('#tokens'),
    tokens.map((token) =>
      el(
        'li',
        {},
        icon('key'),
        el(
          'div',
          { class: 'grow' },
          el('strong', { text: token.name }),
          el('p', {
            class: 'hint',
            text: `${scopeWords[token.scope] ?? token.scope} · created ${
              moment(token.created_ms)
            } · last used ${ago(token.last_used_ms)}`,
          }),
        ),
        el('button', {
          type: 'button',
          class: 'button quiet danger small',
          text: 'Revoke',
          'aria-label': `Revoke ${token.name}`,
          on: { click: () => revoke(token) },
        }),
      )
    ),
    'No tokens. You do not need one to use these pages.',
  );
}

/** @param {Token} token */
async function revoke(token) {
  const sure = await confirmDialog({
    title: `Revoke “${token.name}”?`,
    text: 'Programs that use this token lose access immediately.',
    confirm: 'Revoke',
    danger: true,
  });
  if (!sure) return;
  try {
    await api.send('DELETE', `account/tokens/${token.id}`);
    toast('Token revoked.', { kind: 'ok' });
  } catch (problem) {
    toast(sentenceOf(problem), { kind: 'error' });
  }
  load();
}

async function endOthers() {
  try {
    await api.send('DELETE', 'account/sessions');
    toast('You are now signed out everywhere else.', { kind: 'ok' });
  } catch (problem) {
    toast(sentenceOf(problem), { kind: 'error' });
  }
  load();
}

$('#end-others').addEventListener('click', endOthers);
$('#add-token').addEventListener('click', () => addToken(load));
// The account menu of the shell signs out as well; this button repeats that here, where people look for it.
$('[data-sign-out-here]').addEventListener('click', () => $('[data-sign-out]').click());
setUpPasswordForm(load);
load();
