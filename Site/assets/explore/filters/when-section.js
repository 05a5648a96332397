// When: the histogram with its brush, two dates, the light, weekdays and hours.

import { el } from '../../core/dom.js';
import { ChipList } from './chips.js';
import { absentIn, ANY, pickedIn, termOf, toggled, withOnly, WITHOUT } from './clause-edit.js';
import { monthIndex, readDates, writeDates, writeMonths } from './date-range.js';
import { Histogram } from './histogram.js';
import { askFromPanel, Drag } from './panel-query.js';
import { WeekAndHours } from './week-and-hours.js';
import { store } from '../state.js';

export class WhenSection {
  /** @param {import('./sibling-facets.js').SiblingFacets} siblings */
  constructor(siblings) {
    this.siblings = siblings;
    this.drag = new Drag();
    const host = el('div', { class: 'histogram-host' });
    this.from = this.dateInput('From');
    this.to = this.dateInput('To');
    this.undated = new ChipList({ label: 'Dates', onPress: () => this.pressUndated() });
    this.lights = new ChipList({
      label: 'Light',
      onPress: ({ term }) => this.press(term, ['light'], ANY),
    });
    this.week = new WeekAndHours();
    this.light = el(
      'div',
      { class: 'chip-group', hidden: true },
      el('h4', { text: 'Light' }),
      this.lights.node,
    );
    this.node = el(
      'div',
      { class: 'filter-body' },
      host,
      el('div', { class: 'date-inputs' }, this.from.node, this.to.node),
      this.undated.node,
      this.light,
      this.week.node,
    );
    this.histogram = new Histogram(host, {
      onBrush: (from, to, isOver) => this.brushed(from, to, isOver),
    });
  }

  /** @param {string} label */
  dateInput(label) {
    const input = el('input', { type: 'date', on: { change: () => this.dated() } });
    return {
      input,
      node: el(
        'label',
        { class: 'field date-field' },
        el('span', { class: 'hint', text: label }),
        input,
      ),
    };
  }

  async update() {
    const { result } = store;
    if (!result) return;
    const clause = termOf(result.clauses, 'date');
    const range = clause ? readDates(clause.text) : { from: null, to: null };
    this.histogram.show(result.histogram, {
      from: range.from ? monthIndex(range.from) : null,
      to: range.to ? monthIndex(range.to) : null,
    });
    if (document.activeElement !== this.from.input) this.from.input.value = range.from ?? '';
    if (document.activeElement !== this.to.input) this.to.input.value = range.to ?? '';
    this.week.update(result.clauses);
    await this.fillChips(result);
  }

  /** @param {SearchAnswer} result */
  async fillChips(result) {
    const picked = pickedIn(result.clauses);
    this.undated.update(
      [{ term: 'not has:time', name: 'Undated', count: result.facets.undated }],
      absentIn(picked, 'has:time'),
    );
    const facets = await this.siblings.of(result, ['light']).catch(() => result.facets);
    if (result !== store.result) return;
    this.lights.update(facets.lights, picked);
    this.light.hidden = this.lights.node.hidden;
  }

  /**
   * @param {string} term
   * @param {string[]} kinds
   * @param {Mode} mode
   */
  press(term, kinds, mode) {
    return askFromPanel(toggled(store.clauses, term, { mode, kinds }));
  }

  pressUndated() {
    return askFromPanel(toggled(store.clauses, 'has:time', { mode: WITHOUT, kinds: ['has'] }));
  }

  /**
   * @param {string | null} from
   * @param {string | null} to
   * @param {boolean} isOver
   */
  brushed(from, to, isOver) {
    const text = withOnly(store.clauses, 'date', from && to ? writeMonths(from, to) : '');
    if (isOver) this.drag.end(text);
    else this.drag.ask(text);
  }

  dated() {
    const { from, to } = this;
    // While a year is being typed, browsers report years such as 0002.
    if ([from, to].some(({ input }) => input.value && input.value < '1000')) return;
    const dates = writeDates({ from: from.input.value || null, to: to.input.value || null });
    askFromPanel(withOnly(store.clauses, 'date', dates));
  }
}
