// Where: countries, regions and cities, with and without a position, and the circle.

import { el, icon } from '../../core/dom.js';
import { ChipList } from './chips.js';
import { absentIn, ANY, pickedIn, toggled, WITHOUT } from './clause-edit.js';
import { askFromPanel } from './panel-query.js';
import { RadiusControl } from './radius.js';
import { store } from '../state.js';

const LEVELS = [['country', 'Countries', 'countries'], ['region', 'Regions', 'regions'], [
  'city',
  'Cities',
  'cities',
]];

export class WhereSection {
  /**
   * `onCircle` and `onArea` open the map with that tool active.
   * @param {import('./sibling-facets.js').SiblingFacets} siblings
   * @param {{ onCircle: Callback, onArea: Callback }} options
   */
  constructor(siblings, { onCircle, onArea }) {
    this.siblings = siblings;
    this.radius = new RadiusControl('panel');
    this.lists = LEVELS.map(([kind, label, facet]) => {
      const list = new ChipList({
        label,
        limit: 8,
        onPress: ({ term }) => this.press(term, [kind]),
      });
      return {
        kind,
        facet,
        list,
        node: el(
          'div',
          { class: 'chip-group', hidden: true },
          el('h4', { text: label }),
          list.node,
        ),
      };
    });
    this.placed = new ChipList({
      label: 'Position',
      onPress: ({ term }) => this.pressPosition(term),
    });
    /**
     * @param {string} name
     * @param {string} text
     * @param {() => unknown} run
     */
    const tool = (name, text, run) =>
      el('button', { type: 'button', class: 'button small', on: { click: run } }, icon(name), text);
    this.node = el(
      'div',
      { class: 'filter-body' },
      el(
        'div',
        { class: 'row' },
        tool('pin', 'Circle', onCircle),
        tool('edit', 'Draw an area', onArea),
      ),
      this.radius.node,
      this.lists.map(({ node }) => node),
      this.placed.node,
    );
  }

  async update() {
    const { result } = store;
    if (!result) return;
    const picked = pickedIn(result.clauses);
    this.radius.update(result);
    this.placed.update(
      [
        { term: 'has:gps', name: 'With a position', count: result.count - result.facets.unplaced },
        { term: 'not has:gps', name: 'Without', count: result.facets.unplaced },
      ],
      new Map([
        ...(picked.get('has:gps')?.mode === WITHOUT ? [] : picked),
        ...absentIn(picked, 'has:gps'),
      ]),
    );
    for (const { kind, facet, list, node } of this.lists) {
      const facets = await this.siblings.of(result, [kind]).catch(() => result.facets);
      if (result !== store.result) return;
      list.update(facets[facet] ?? [], picked);
      node.hidden = list.node.hidden;
    }
  }

  // A photo has one country, so a second one can only be an alternative.
  /**
   * @param {string} term
   * @param {string[]} kinds
   */
  press(term, kinds) {
    return askFromPanel(toggled(store.clauses, term, { mode: ANY, kinds }));
  }

  /** @param {string} term */
  pressPosition(term) {
    const mode = term.startsWith('not ') ? WITHOUT : undefined;
    return askFromPanel(toggled(store.clauses, 'has:gps', { mode, kinds: ['has'] }));
  }
}
