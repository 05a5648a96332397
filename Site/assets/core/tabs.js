// The ARIA pattern for tabs: one tab is in the tab order, the arrow keys move between them.

import { $$, targetOf } from './dom.js';

/**
 * Makes the tabs of a list work; calls `chosen(tab, {byKeyboard})` for the user's choice.
 * @param {HTMLElement} list
 * @param {{ chosen: (tab: HTMLElement, how: { byKeyboard: boolean }) => void }} options
 */
export function createTabs(list, { chosen }) {
  const tabs = $$('[role="tab"]', list);

  /** @param {HTMLElement} tab */
  function select(tab) {
    for (const each of tabs) {
      each.setAttribute('aria-selected', String(each === tab));
      each.tabIndex = each === tab ? 0 : -1;
    }
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  list.addEventListener('click', (event) => {
    const tab = targetOf(event).closest('[role="tab"]');
    if (tab) chosen(tab, { byKeyboard: false });
  });

  list.addEventListener('keydown', (event) => {
    const index = tabs.indexOf(targetOf(event));
    /** @type {Record<string, number>} */
    const goals = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tabs.length - 1 };
    const goal = goals[event.key];
    if (index < 0 || goal === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const tab = tabs[(goal + tabs.length) % tabs.length];
    tab.focus();
    chosen(tab, { byKeyboard: true });
  });

  return { select };
}
