// Favourites, ratings, cameras, models and warnings.

import { el } from '../../core/dom.js';
import { ChipList } from './chips.js';
import { ALL, ANY, pickedIn, toggled } from './clause-edit.js';
import { askFromPanel } from './panel-query.js';
import { store } from '../state.js';

export class MoreSection {
  /** @param {import('./sibling-facets.js').SiblingFacets} siblings */
  constructor(siblings) {
    this.siblings = siblings;
    this.marks = this.list('Marks', ['favourite', 'has'], ALL);
    this.ratings = this.list('Rating', ['rating'], ANY);
    this.cameras = this.list('Camera', ['camera'], ANY, 6);
    this.models = this.list('Model', ['model'], ANY, 6);
    this.node = el(
      'div',
      { class: 'filter-body' },
      this.marks.node,
      this.ratings.node,
      this.cameras.node,
      this.models.node,
    );
  }

  /**
   * @param {string} label
   * @param {string[]} kinds
   * @param {Mode} mode
   */
  list(label, kinds, mode, limit = 12) {
    const list = new ChipList({
      label,
      limit,
      onPress: ({ term }) => askFromPanel(toggled(store.clauses, term, { mode, kinds })),
    });
    return {
      list,
      kinds,
      node: el('div', { class: 'chip-group', hidden: true }, el('h4', { text: label }), list.node),
    };
  }

  async update() {
    const { result } = store;
    if (!result) return;
    const picked = pickedIn(result.clauses);
    const { facets } = result;
    this.fill(this.marks, [
      { term: 'favourite', name: 'Favourites', count: facets.favourites },
      { term: 'has:warning', name: 'With a warning', count: NaN },
    ], picked);
    await Promise.all([
      this.fillFrom(this.ratings, result, picked, (each) => (each.ratings ?? []).map(starred)),
      this.fillFrom(this.cameras, result, picked, (each) => each.cameras),
      // With only one model there is nothing to choose.
      this.fillFrom(
        this.models,
        result,
        picked,
        (each) => (each.models?.length > 1 ? each.models : []),
      ),
    ]);
  }

  /**
   * @param {ReturnType<MoreSection['list']>} entry
   * @param {SearchAnswer} result
   * @param {PickedMap} picked
   * @param {(facets: Facets) => Facet[] | undefined} choose
   */
  async fillFrom(entry, result, picked, choose) {
    const facets = await this.siblings.of(result, entry.kinds).catch(() => result.facets);
    if (result === store.result) this.fill(entry, choose(facets) ?? [], picked);
  }

  /**
   * @param {ReturnType<MoreSection['list']>} entry
   * @param {Facet[]} items
   * @param {PickedMap} picked
   */
  fill({ list, node }, items, picked) {
    list.update(items, picked);
    node.hidden = list.node.hidden;
  }
}

/** @param {RatingFacet} facet */
const starred = ({ term, stars, count }) => ({
  term,
  count,
  name: stars ? '★'.repeat(stars) : 'no rating',
});
