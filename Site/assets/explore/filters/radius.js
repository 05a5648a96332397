// The radius of the circle in the query: a logarithmic slider from 5 m to 20,000 km.

import { el, icon } from '../../core/dom.js';
import { distance } from '../../core/format.js';
import { replaceClause, withoutClause } from '../../core/query.js';
import { readNear, writeNear } from './clause-text.js';
import { askFromPanel, Drag } from './panel-query.js';
import { store } from '../state.js';

const LEAST = 5;
const MOST = 20_000_000;
const STEPS = 400;

/** @param {number} step */
export const toMetres = (step) => LEAST * (MOST / LEAST) ** (step / STEPS);
/** @param {number} metres */
export const toStep = (metres) =>
  Math.round(STEPS * Math.log(Math.max(LEAST, metres) / LEAST) / Math.log(MOST / LEAST));
/** @param {number} metres */
export const within = (metres) => Math.min(MOST, Math.max(LEAST, metres));

/**
 * The place in the query and the parts of its first circle; null without one.
 * @param {SearchAnswer | null} result
 */
export function circleOf(result) {
  const index = result?.clauses.findIndex(({ op, kind }) => op === 'term' && kind === 'near') ?? -1;
  const near = !result || index < 0 ? null : readNear(result.clauses[index].text);
  return near && { index, ...near };
}

export class RadiusControl {
  /** @type {{ place: string; point: { latitude: number; longitude: number; } | null; metres: number; index: number; } | null} */
  circle;

  /** @param {string} origin */
  constructor(origin) {
    this.drag = new Drag(origin);
    this.slider = el('input', {
      type: 'range',
      min: 0,
      max: STEPS,
      step: 1,
      'aria-label': 'Radius of the circle',
      on: { input: () => this.change(false), change: () => this.change(true) },
    });
    this.output = el('output', { class: 'tabular' });
    this.title = el('span', { class: 'truncate' });
    const remove = el('button', {
      type: 'button',
      class: 'button quiet icon-button small',
      'aria-label': 'Remove the circle',
      on: { click: () => this.remove() },
    }, icon('close'));
    this.node = el(
      'div',
      { class: 'radius-control', hidden: true },
      el('div', { class: 'radius-head' }, icon('pin'), this.title, remove),
      this.slider,
      this.output,
    );
  }

  /** @param {SearchAnswer | null} result */
  update(result) {
    this.circle = circleOf(result);
    this.node.hidden = !this.circle;
    if (!this.circle) return;
    const { place, point } = this.circle;
    this.title.textContent = point
      ? `Around ${place.replace(',', ', ')}`
      : `Around ${place.replaceAll('"', '')}`;
    if (document.activeElement !== this.slider) {
      this.slider.value = String(toStep(this.circle.metres));
    }
    this.showDistance(
      document.activeElement === this.slider
        ? toMetres(Number(this.slider.value))
        : this.circle.metres,
    );
  }

  /** @param {number} metres */
  showDistance(metres) {
    this.output.textContent = distance(Number(metres.toPrecision(3)));
    this.slider.setAttribute('aria-valuetext', this.output.textContent);
  }

  /** @param {boolean} isOver */
  change(isOver) {
    const metres = toMetres(Number(this.slider.value));
    this.showDistance(metres);
    const circle = circleOf(store.result);
    if (!circle) return;
    const text = replaceClause(store.clauses, circle.index, writeNear(circle.place, metres));
    if (isOver) this.drag.end(text);
    else this.drag.ask(text);
  }

  remove() {
    const circle = circleOf(store.result);
    if (circle) askFromPanel(withoutClause(store.clauses, circle.index));
  }
}
