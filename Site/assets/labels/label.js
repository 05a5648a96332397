// One label: its head, and tabs, each with a module of its own that is loaded when it is first shown.
// The tab is in the hash of the URL.

import { $, clear, el } from '../core/dom.js';
import { api } from '../core/api.js';
import { onServer } from '../core/events.js';
import { failure, spinner } from '../core/panel.js';
import { createTabs } from '../core/tabs.js';
import { session } from '../core/session.js';
import { isViewerOpen } from '../viewer/viewer.js';
import { Head } from './head.js';

const TABS = [
  { name: 'mark', title: 'Mark', needsEditor: true },
  { name: 'train', title: 'Train' },
  { name: 'review', title: 'Review', needsEditor: true },
  { name: 'examples', title: 'Examples' },
  { name: 'settings', title: 'Settings' },
];

/**
 * Shows the label in `root`, or the error.
 * @param {HTMLElement} root
 * @param {number} id
 */
export async function showLabel(root, id) {
  clear(root).append(spinner('Loading the label…'));
  try {
    const label = await api.get(`labels/${id}`);
    new LabelPage(root, label).begin();
  } catch (problem) {
    const all = el('p', {}, el('a', { href: '/labels', text: 'All labels' }));
    clear(root).append(
      el('h1', { text: 'Label' }),
      failure(problem, () => showLabel(root, id)),
      all,
    );
  }
}

class LabelPage {
  /** @type {{ select: (tab: HTMLElement) => void; }} */
  switch;

  /**
   * @param {HTMLElement} root
   * @param {Label} label
   */
  constructor(root, label) {
    this.root = root;
    this.label = label;
    this.id = label.id;
    /** @type {Set<(label: Label) => void>} */
    this.listeners = new Set();
    this.tabs = TABS.filter((tab) => session.isEditor || !tab.needsEditor);
    this.head = new Head();
    /** @type {string | null} */
    this.shown = null;
    /** @type {(() => unknown) | null} */
    this.leave = null;
    this.context = this.makeContext();
  }

  /**
   * What a tab of the label can use.
   * @returns {LabelContext}
   */
  makeContext() {
    const label = () => this.label;
    return {
      id: this.id,
      canEdit: session.isEditor,
      get label() {
        return label();
      },
      take: (label) => this.take(label),
      reload: async () => this.take(await api.get(`labels/${this.id}`)),
      onLabel: (run) => {
        this.listeners.add(run);
        return () => this.listeners.delete(run);
      },
      goTo: (name) => {
        this.choose(name);
        $(`#tab-${name}`).focus();
      },
    };
  }

  begin() {
    const list = el(
      'div',
      { class: 'tabs', role: 'tablist', 'aria-label': 'About this label' },
      this.tabs.map(({ name, title }) =>
        el('button', {
          type: 'button',
          role: 'tab',
          id: `tab-${name}`,
          'aria-controls': `panel-${name}`,
          'aria-selected': false,
          tabindex: -1,
          text: title,
        })
      ),
    );
    clear(this.root).append(
      this.head.node,
      list,
      ...this.tabs.map(({ name }) =>
        el('section', {
          role: 'tabpanel',
          id: `panel-${name}`,
          'aria-labelledby': `tab-${name}`,
          tabindex: -1,
          hidden: true,
        })
      ),
    );
    this.switch = createTabs(list, {
      chosen: (tab, { byKeyboard }) =>
        this.choose(tab.id.replace('tab-', ''), { replace: byKeyboard }),
    });
    this.take(this.label);
    for (const event of ['hashchange', 'popstate']) {
      window.addEventListener(event, () => {
        if (!isViewerOpen()) this.follow();
      });
    }
    // A version that has analysed the photos finds other photos.
    onServer('job', (job) => {
      if (job.label === this.id && job.learns === false && job.state === 'done') {
        this.context.reload().catch(() => {});
      }
    });
    this.follow();
  }

  /** @param {Label} label */
  take(label) {
    this.label = label;
    this.head.update(label);
    for (const run of [...this.listeners]) run(label);
  }

  /** @param {string} name */
  choose(name, { replace = false } = {}) {
    if (location.hash !== `#${name}`) {
      history[replace ? 'replaceState' : 'pushState'](history.state, '', `#${name}`);
    }
    this.follow();
  }

  /** Shows the tab of the address, or else the next step for this label. */
  follow() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const name = this.tabs.some((tab) => tab.name === wanted) ? wanted : this.firstTab();
    if (name === this.shown) return;
    this.leave?.();
    this.leave = null;
    this.shown = name;
    this.switch.select($(`#tab-${name}`));
    for (const tab of this.tabs) $(`#panel-${tab.name}`).hidden = tab.name !== name;
    const title = this.tabs.find((tab) => tab.name === name)?.title;
    document.title = `${title} – ${this.label.name} · Meridian`;
    this.open(name);
  }

  firstTab() {
    return this.label.version === null && session.isEditor ? 'mark' : 'train';
  }

  /** @param {string} name */
  async open(name) {
    const panel = clear($(`#panel-${name}`));
    try {
      const module = await import(`./${name}/tab.js`);
      // Another tab may have been chosen while this one was loading.
      if (this.shown === name) this.leave = module.show(panel, this.context) ?? null;
    } catch (problem) {
      if (this.shown === name) clear(panel).append(failure(problem, () => this.open(name)));
    }
  }
}
