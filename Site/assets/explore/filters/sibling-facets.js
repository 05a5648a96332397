// Counts for alternatives. While "Cusco or Lima" is asked, the counts of other cities are those of the
// query without that clause: what each would add, and not the zero that asking both at once would leave.

import { api } from '../../core/api.js';
import { withoutClause } from '../../core/query.js';
import { groupIndex } from './clause-edit.js';

export class SiblingFacets {
  constructor() {
    this.cache = new Map();
  }

  /**
   * The facets to show for alternatives of these kinds; the result's own if none is asked.
   * @param {SearchAnswer} result
   * @param {string[]} kinds
   */
  async of(result, kinds) {
    const index = groupIndex(result.clauses, kinds);
    if (index < 0) return result.facets;
    const text = withoutClause(result.clauses, index);
    const key = `${result.version} ${text}`;
    if (!this.cache.has(key)) {
      if (this.cache.size > 20) this.cache.clear();
      const answer = api.get('search', { params: { q: text } }).then(({ facets }) => facets);
      answer.catch(() => this.cache.delete(key));
      this.cache.set(key, answer);
    }
    return this.cache.get(key);
  }
}
