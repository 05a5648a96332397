// Loaded on every page: runs the navigation and the other parts around the content.

import { $$, clear, find, icon, targetOf } from './dom.js';
import { api, asError } from './api.js';
import { acceptDrops } from '../shared/uploads/drop.js';
import { toast } from './dialog.js';
import { bindKeys, openKeySheet } from './keys.js';
import { query } from './query.js';
import { session } from './session.js';

// The pages that show a result; going from one to another keeps the query.
const queryPages = new Set(['/', '/analysis', '/table']);

/** @param {ParentNode} root */
function fillIcons(root = document) {
  for (const node of $$('[data-icon]', root)) {
    if (!node.firstChild) node.append(icon(node.dataset.icon ?? ''));
  }
}

function keepQuery() {
  const { q } = query.read();
  for (const link of $$('.site-nav a, a.brand')) {
    const { pathname } = new URL(link.href);
    if (queryPages.has(pathname)) link.setAttribute('href', query.link(pathname, q));
  }
}

function setUpTheme() {
  const theme = window.meridianTheme;
  const show = () => {
    for (const button of $$('[data-theme-choice]')) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme.read()));
    }
    for (const node of $$('[data-theme-toggle] .nav-icon')) {
      clear(node).append(icon(document.documentElement.dataset.theme === 'dark' ? 'sun' : 'moon'));
    }
  };
  document.addEventListener('click', (event) => {
    const choice = targetOf(event).closest('[data-theme-choice]')?.dataset.themeChoice;
    const toggled = targetOf(event).closest('[data-theme-toggle]');
    if (choice) theme.choose(choice);
    else if (toggled) {
      theme.choose(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
    } else return;
    show();
  });
  window.addEventListener('themechange', show);
  show();
}

async function signOut() {
  try {
    await api.send('DELETE', 'session');
    location.assign('/sign-in');
  } catch (problem) {
    toast(asError(problem).detail ?? 'Could not sign out.', { kind: 'error' });
  }
}

function setUpAccount() {
  const avatar = find('.avatar');
  if (avatar) avatar.textContent = [...(session.user ?? '?')][0];
  find('[data-sign-out]')?.addEventListener('click', signOut);
  find('[data-open-keys]')?.addEventListener('click', () => {
    find('#account-menu')?.hidePopover();
    openKeySheet();
  });
}

// "g" and a letter goes to a page, for all pages in the menu.
/** @type {Record<string, string>} */
const letters = {
  '/': 'e',
  '/import': 'i',
  '/analysis': 'a',
  '/table': 't',
  '/labels': 'l',
  '/set-aside': 's',
  '/admin': 'd',
};

function setUpKeys() {
  const links = $$('.site-nav a').map((link) => ({
    link,
    letter: letters[new URL(link.href).pathname],
  })).filter(({ letter }) => letter);
  bindKeys([
    { keys: ['?'], label: 'Show these shortcuts', group: 'Everywhere', run: openKeySheet },
    ...links.map(({ link, letter }) => ({
      keys: [`g ${letter}`],
      label: `Go to ${link.textContent.trim()}`,
      group: 'Everywhere',
      run: () => location.assign(link.href),
    })),
    {
      keys: ['g h'],
      label: 'Go to Help',
      group: 'Everywhere',
      run: () => location.assign('/help'),
    },
  ], { when: () => session.user !== null });
}

fillIcons();
setUpTheme();
if (session.user) {
  keepQuery();
  window.addEventListener('querychange', keepQuery);
  setUpAccount();
  setUpKeys();
  if (session.isEditor) acceptDrops();
}
