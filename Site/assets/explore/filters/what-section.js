// What the pictures show: concepts, objects and scenes as chips, with settings for the chosen ones.

import { el } from '../../core/dom.js';
import { ChipList } from './chips.js';
import { ALL, ANY, pickedIn, toggled } from './clause-edit.js';
import { bareName } from './clause-text.js';
import { ModeSwitch } from '../mode-switch.js';
import { askFromPanel } from './panel-query.js';
import { PickedNames } from './picked-names.js';
import { labelFor } from './vocabularies.js';
import { store } from '../state.js';

const KINDS = ['name', 'label'];
const LABELS = 'Your labels';
const CONCEPTS = 'Concepts';

export class WhatSection {
  /** @type {PickedMap} */
  chosen;
  /** @type {{}} */
  turn;
  /** @type {Facets} */
  facets;

  /** @param {import('./sibling-facets.js').SiblingFacets} siblings */
  constructor(siblings) {
    this.siblings = siblings;
    this.mode = new ModeSwitch(() => this.update());
    this.filter = el('input', {
      type: 'search',
      class: 'input chip-filter',
      placeholder: 'Filter names',
      'aria-label': 'Filter the names',
      autocomplete: 'off',
      spellcheck: 'false',
      on: { input: () => this.fillChips() },
    });
    this.picked = new PickedNames();
    this.groups = el('div', { class: 'chip-groups' });
    this.nothing = el('p', { class: 'hint', hidden: true });
    this.node = el(
      'div',
      { class: 'filter-body' },
      this.mode.node,
      this.filter,
      this.picked.node,
      this.groups,
      this.nothing,
    );
    /** @type {Map<string, { list: ChipList, section: HTMLElement }>} */
    this.lists = new Map();
  }

  async update() {
    const { result } = store;
    if (!result) return;
    this.chosen = pickedIn(result.clauses);
    this.picked.update(result);
    const turn = this.turn = {};
    let facets = result.facets;
    if (this.mode.mode === ANY) {
      try {
        facets = await this.siblings.of(result, KINDS);
      } catch {
        // The counts of the result are correct, too, but there are fewer.
      }
      if (turn !== this.turn) return;
    }
    this.facets = facets;
    this.fillChips();
  }

  fillChips() {
    const wanted = this.filter.value.trim().toLowerCase();
    /** @param {Facet} facet */
    const fits = ({ name, term }) =>
      !wanted || name.toLowerCase().includes(wanted) || term.toLowerCase().includes(wanted);
    const groups = groupsOf(this.facets, this.chosen);
    let shown = 0;
    for (const [label, { section }] of this.lists) if (!groups.has(label)) section.hidden = true;
    let before = null;
    for (const [label, items] of groups) {
      const { list, section } = this.lists.get(label) ?? this.addList(label);
      this.placeAfter(before, section);
      before = section;
      const fitting = (items ?? []).filter(fits);
      list.update(fitting, this.chosen);
      section.hidden = list.node.hidden;
      shown += fitting.length;
    }
    this.nothing.hidden = shown > 0;
    this.nothing.textContent = wanted
      ? `No name contains “${this.filter.value.trim()}” in this result.`
      : 'Nothing was recognised in these photos.';
  }

  /** @param {string} label */
  addList(label) {
    const list = new ChipList({ label, limit: 10, onPress: ({ term }) => this.press(term) });
    const section = el('div', { class: 'chip-group' }, el('h4', { text: label }), list.node);
    this.groups.append(section);
    const entry = { list, section };
    this.lists.set(label, entry);
    return entry;
  }

  /**
   * A group that is added later, such as the first label, is put in its place.
   * @param {HTMLElement | null} before
   * @param {HTMLElement} section
   */
  placeAfter(before, section) {
    const wanted = before ? before.nextElementSibling : this.groups.firstElementChild;
    if (wanted !== section && !section.contains(document.activeElement)) {
      this.groups.insertBefore(section, wanted);
    }
  }

  /** @param {string} term */
  press(term) {
    return askFromPanel(toggled(store.clauses, term, { mode: this.mode.mode, kinds: KINDS }));
  }
}

/**
 * Labels and concepts first, then the classes of each model. Chosen terms are listed even without a count.
 * @param {Facets} facets
 * @param {PickedMap} chosen
 */
function groupsOf(facets, chosen) {
  /** @type {Map<string, Facet[]>} */
  const groups = new Map();
  /**
   * @param {string} label
   * @param {Facet[]} items
   */
  const add = (label, items = []) => {
    if (!items.length) return;
    groups.set(label, [...groups.get(label) ?? [], ...items]);
  };
  add(LABELS, asChosen(facets.labels, chosen));
  add(CONCEPTS, facets.concepts);
  for (const item of facets.classes) add(labelFor(item.vocabulary), [item]);
  const known = new Set([...groups.values()].flat().map(({ term }) => term));
  const missing = [...chosen].filter(([term, { clause }]) =>
    KINDS.includes(clause.kind ?? '') && !known.has(term)
  );
  const items = missing.map(([term, { mode, clause }]) => ({
    term,
    kind: clause.kind,
    name: clause.kind === 'label' ? bareName(term) : term,
    count: mode === ALL ? store.result?.count ?? NaN : NaN,
  }));
  for (const [group, kind] of [[CONCEPTS, 'name'], [LABELS, 'label']]) {
    const own = items.filter((item) => item.kind === kind);
    if (own.length) groups.set(group, [...own, ...(groups.get(group) ?? [])]);
  }
  const first = [LABELS, CONCEPTS].filter((group) => groups.has(group));
  return new Map([...first, ...groups.keys()].map((group) => [group, groups.get(group)]));
}

/**
 * Labels under the text in the query: both "me" and "label:me" mean a label.
 * @param {Facet[]} labels
 * @param {PickedMap} chosen
 */
function asChosen(labels, chosen) {
  const plain = [...chosen].filter(([term, { clause }]) =>
    clause.kind === 'name' && !/^[^":]+:/.test(term)
  );
  const names = new Map(plain.map(([term]) => [bareName(term).toLowerCase(), term]));
  return labels.map((label) => ({
    ...label,
    term: names.get(label.name.toLowerCase()) ?? label.term,
  }));
}
