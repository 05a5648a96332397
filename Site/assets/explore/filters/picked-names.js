// Settings for the names in the query: confidence and number.

import { el } from '../../core/dom.js';
import { percent } from '../../core/format.js';
import { pickedIn, replacePicked, WITHOUT } from './clause-edit.js';
import { bareName, isNamed, readName, writeName } from './clause-text.js';
import { Drag } from './panel-query.js';
import { hasBoxes } from './vocabularies.js';
import { store } from '../state.js';

export class PickedNames {
  constructor() {
    this.node = el('div', { class: 'picked-names' });
    /** @type {Map<string, PickedRow>} */
    this.rows = new Map();
    this.drag = new Drag();
  }

  /** @param {SearchAnswer} result */
  update(result) {
    const names = [...pickedIn(result.clauses)].filter(([, { clause }]) => isNamed(clause.kind));
    const counting = countingTerms(result.facets);
    const terms = new Set(names.map(([term]) => term));
    for (const [term, row] of this.rows) {
      if (terms.has(term)) continue;
      row.node.remove();
      this.rows.delete(term);
    }
    for (const [term, found] of names) {
      (this.rows.get(term) ?? this.add(term)).show(found, counting.has(term));
    }
    this.node.hidden = names.length === 0;
  }

  /** @param {string} term */
  add(term) {
    const row = new PickedRow(term, this.drag);
    this.rows.set(term, row);
    this.node.append(row.node);
    return row;
  }
}

/**
 * Terms that mean boxes: classes of a detector, and concepts with the same name.
 * @param {Facets} facets
 */
function countingTerms({ classes, concepts }) {
  const boxes = classes.filter(({ vocabulary = '' }) => hasBoxes(vocabulary));
  const names = new Set(boxes.map(({ name }) => name.toLowerCase()));
  const alike = concepts.filter(({ name }) => names.has(name.toLowerCase()));
  return new Set([...boxes, ...alike].map(({ term }) => term));
}

class PickedRow {
  /** @type {Picked} */
  found;
  /** @type {NameSettings} */
  name;

  /**
   * @param {string} term
   * @param {Drag} drag
   */
  constructor(term, drag) {
    this.term = term;
    this.drag = drag;
    const name = term.startsWith('label:') ? bareName(term) : term;
    this.slider = el('input', {
      type: 'range',
      min: 0,
      max: 99,
      step: 1,
      'aria-label': `${name}: minimum confidence`,
      on: { input: () => this.change(false), change: () => this.change(true) },
    });
    this.sure = el('output', { class: 'tabular' });
    this.number = el('input', {
      type: 'number',
      class: 'input',
      min: 1,
      max: 99,
      'aria-label': `${name}: minimum number`,
      on: { change: () => this.change(true) },
    });
    this.many = el(
      'label',
      { class: 'picked-many' },
      el('span', { text: 'at least' }),
      this.number,
    );
    this.node = el(
      'div',
      { class: 'picked-name' },
      el('strong', { class: 'truncate', title: term, text: name }),
      this.many,
      el(
        'label',
        { class: 'picked-sure' },
        el('span', { text: 'confidence' }),
        this.slider,
        this.sure,
      ),
    );
  }

  /**
   * @param {Picked} found
   * @param {boolean} canCount
   */
  show(found, canCount) {
    this.found = found;
    const name = readName(found.clause.text);
    if (!name) return;
    this.name = name;
    const isBusy = document.activeElement === this.slider || document.activeElement === this.number;
    this.many.hidden = !(canCount || name.comparison) || found.mode === WITHOUT;
    if (isBusy) return;
    this.slider.value = String(name.confidence === null ? 0 : Math.round(name.confidence * 100));
    this.number.value = String(
      name.comparison === '>=' || name.comparison === '=' ? name.number : 1,
    );
    this.number.disabled = name.comparison !== null && name.comparison !== '>=';
    this.showValue();
  }

  showValue() {
    const value = Number(this.slider.value);
    const text = value === 0 ? 'default' : percent(value / 100);
    this.sure.textContent = text;
    this.slider.setAttribute('aria-valuetext', text);
  }

  /** @param {boolean} isOver */
  change(isOver) {
    this.showValue();
    const text = replacePicked(store.clauses, this.found, this.text());
    if (isOver) this.drag.end(text);
    else this.drag.ask(text);
  }

  text() {
    const confidence = Number(this.slider.value) / 100;
    const number = Math.max(1, Math.round(Number(this.number.value)) || 1);
    const other = this.name.comparison !== null && this.name.comparison !== '>=';
    const count = this.many.hidden || other
      ? { comparison: this.name.comparison, number: this.name.number }
      : number > 1
      ? { comparison: '>=', number }
      : { comparison: null, number: null };
    return writeName({ ...this.name, ...count, confidence: confidence > 0 ? confidence : null });
  }
}
