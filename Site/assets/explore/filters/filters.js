// The filter panel: beside the photos if there is room, otherwise over them.

import { el, icon } from '../../core/dom.js';
import { bindKeys } from '../../core/keys.js';
import { count } from '../../core/format.js';
import { MoreSection } from './more-section.js';
import { SiblingFacets } from './sibling-facets.js';
import { WhatSection } from './what-section.js';
import { WhenSection } from './when-section.js';
import { WhereSection } from './where-section.js';
import { store } from '../state.js';

const STORE = 'meridian.explore.filters';
const wide = matchMedia('(width >= 1000px)');

export class Filters {
  /** @param {{ host: HTMLElement, button: HTMLElement, tools: { onCircle: Callback, onArea: Callback } }} options */
  constructor({ host, button, tools }) {
    this.host = host;
    this.button = button;
    const siblings = new SiblingFacets();
    /** @type {[string, WhatSection | WhenSection | WhereSection | MoreSection][]} */
    this.sections = [
      ['What', new WhatSection(siblings)],
      ['When', new WhenSection(siblings)],
      ['Where', new WhereSection(siblings, tools)],
      ['Marks and camera', new MoreSection(siblings)],
    ];
    this.done = el('button', {
      type: 'button',
      class: 'button primary sheet-done',
      on: { click: () => this.close() },
    });
    this.content = el(
      'div',
      { class: 'filters-content' },
      el(
        'div',
        { class: 'filters-head' },
        el('h2', { text: 'Filters' }),
        el('button', {
          type: 'button',
          class: 'button quiet icon-button',
          'aria-label': 'Close the filters',
          on: { click: () => this.close() },
        }, icon('close')),
      ),
      el(
        'div',
        { class: 'filters-scroll' },
        this.sections.map(([title, section]) =>
          el(
            'details',
            { class: 'filter-section', open: true },
            el('summary', {}, el('h3', { text: title })),
            section.node,
          )
        ),
      ),
      el('div', { class: 'filters-foot' }, this.done),
    );
    this.sheet = el('dialog', { class: 'filter-sheet', 'aria-label': 'Filters' });
    this.sheet.addEventListener('close', () => this.place());
    this.sheet.addEventListener('click', (event) => {
      if (event.target === this.sheet) this.close();
    });
    host.after(this.sheet);
    button.addEventListener('click', () => this.toggle());
    wide.addEventListener('change', () => this.place());
    bindKeys([{
      keys: ['\\'],
      label: 'Show or hide the filters',
      group: 'Explore',
      run: () => this.toggle(),
    }]);
    store.on('answer', () => this.update());
    this.place();
  }

  get isOpen() {
    return wide.matches ? !this.host.hidden : this.sheet.open;
  }

  place() {
    if (wide.matches) {
      if (this.sheet.open) this.sheet.close();
      this.host.append(this.content);
      this.host.hidden = localStorage.getItem(STORE) === 'closed';
    } else {
      this.host.hidden = true;
      if (!this.sheet.open) this.sheet.append(this.content);
    }
    this.showState();
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open();
  }

  open() {
    if (wide.matches) {
      this.host.hidden = false;
      localStorage.setItem(STORE, 'open');
    } else {
      this.sheet.showModal();
    }
    this.showState();
    this.update();
  }

  close() {
    if (wide.matches) {
      const hadFocus = this.host.contains(document.activeElement);
      this.host.hidden = true;
      localStorage.setItem(STORE, 'closed');
      if (hadFocus) this.button.focus();
    } else {
      this.sheet.close();
    }
    this.showState();
  }

  showState() {
    this.button.setAttribute('aria-expanded', String(this.isOpen));
  }

  update() {
    if (!store.result) return;
    this.done.textContent = store.result.count
      ? `Show ${count(store.result.count, 'photo')}`
      : 'No photos';
    // A closed panel is updated when it opens.
    if (this.isOpen) { for (const [, section] of this.sections) section.update(); }
  }
}
