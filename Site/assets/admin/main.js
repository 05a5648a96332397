// Administration: tabs, each with a module of its own that is loaded when the tab is first shown. The tab is
// in the hash of the URL.

import { $, $$, clear } from '../core/dom.js';
import { createTabs } from '../core/tabs.js';
import { failure } from '../core/panel.js';

const names = $$('[role="tab"]').map((tab) => tab.id.replace('tab-', ''));
/** @param {string} name */
const titleOf = (name) => $(`#tab-${name}`).textContent;
const siteTitle = document.title;

// What a tab does when the user leaves it, such as removing listeners. If it returns true, the tab stays open,
// because it has unsaved changes.
/** @type {(() => unknown) | null} */
let leave = null;
/** @type {string | null} */
let shown = null;
/** @type {Map<string | null, () => unknown>} */
const kept = new Map();

const tabs = createTabs($('[role="tablist"]'), {
  chosen(tab, { byKeyboard }) {
    const address = `#${tab.id.replace('tab-', '')}`;
    // Moving through the tabs with the arrow keys adds one history entry, not nine.
    if (byKeyboard) history.replaceState(history.state, '', address);
    else if (location.hash !== address) history.pushState(history.state, '', address);
    show();
  },
});

function show() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const name = names.includes(wanted) ? wanted : names[0];
  if (name === shown) return;
  if (leave?.() === true) kept.set(shown, leave);
  leave = null;
  shown = name;
  tabs.select($(`#tab-${name}`));
  for (const each of names) $(`#panel-${each}`).hidden = each !== name;
  document.title = `${titleOf(name)} – ${siteTitle}`;
  open(name);
}

/** @param {string} name */
async function open(name) {
  if (kept.has(name)) {
    leave = kept.get(name) ?? null;
    kept.delete(name);
    return;
  }
  const panel = $(`#panel-${name}`);
  clear(panel);
  try {
    const module = await import(`./${name}.js`);
    // Another tab may have been chosen while this one was loading.
    if (shown === name) leave = module.show(panel) ?? null;
  } catch (problem) {
    if (shown === name) clear(panel).append(failure(problem, () => open(name)));
  }
}

window.addEventListener('hashchange', show);
window.addEventListener('popstate', show);
show();
