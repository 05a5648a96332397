// A small line chart. It is an image with a sentence as its name; its numbers are in a table below.
// Lines differ in dashes and marks, not only in colour.

import { clear, el, freshId } from '../../../core/dom.js';
import { ChartTable } from './chart-table.js';
import { pathOf, svg, ticks } from './svg.js';

const MARGIN = { top: 10, right: 22, bottom: 42, left: 64 };
// With more points than this, dots are left out.
const MOST_DOTS = 80;

/** @template Table */
export class LineChart {
  /** @type {LineData<Table> | undefined} */
  data;

  /**
   * Axes without low and high fit the points; `table` is for those who cannot see the
   * lines, and `onPick` is called with the point of the first line that was clicked.
   * @param {LineChartOptions<Table>} options
   */
  constructor({ title, x, y, table, height = 230, onPick = null }) {
    this.x = x;
    this.y = y;
    this.height = height;
    this.onPick = onPick;
    const id = freshId('chart');
    this.plot = el('div', { class: 'labels-plot' });
    this.plot.style.minHeight = `${height}px`;
    this.legend = el('ul', { class: 'labels-legend' });
    this.table = new ChartTable(title, table);
    this.node = el(
      'figure',
      { class: 'labels-chart', 'aria-labelledby': id },
      el('figcaption', {}, el('h4', { id, text: title })),
      this.legend,
      this.plot,
      this.table.node,
    );
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.plot);
  }

  /**
   * @param {LineData<Table>} data
   */
  show(data) {
    this.data = data;
    this.table.show(data.table);
    const named = data.series.filter((each) => !each.isLegendless).sort((one, other) =>
      Number(one.isFaint ?? false) - Number(other.isFaint ?? false)
    );
    clear(this.legend).append(...named.map((each) => el('li', {}, sample(each), each.name)));
    this.legend.hidden = named.length === 0;
    this.draw();
  }

  close() {
    this.observer.disconnect();
  }

  draw() {
    const width = this.plot.clientWidth;
    const { data } = this;
    if (!data || width === 0) return;
    const frame = { width, right: width - MARGIN.right, bottom: this.height - MARGIN.bottom };
    const [x, y] = [this.range('x', 0), this.range('y', 1)];
    /** @param {number[]} options */
    const place = ([a, b]) => [
      MARGIN.left + (a - x.low) / (x.high - x.low) * (frame.right - MARGIN.left),
      frame.bottom - (b - y.low) / (y.high - y.low) * (frame.bottom - MARGIN.top),
    ];
    const picture = svg(
      'svg',
      {
        viewBox: `0 0 ${width} ${this.height}`,
        width,
        height: this.height,
        role: 'img',
        'aria-label': data.summary,
        focusable: 'false',
      },
      this.axes(x, y, place, frame),
      data.series.flatMap((each) => line(each, place)),
      (data.marks ?? []).map((mark) => markOf(mark, place)),
    );
    if (this.onPick) this.listen(picture, place);
    clear(this.plot).append(picture);
  }

  /**
   * The range of an axis, which is never empty, so that a single point has room.
   * @param {'x' | 'y'} name
   * @param {number} index
   */
  range(name, index) {
    const { low, high, isWhole } = this[name];
    const values = (this.data?.series ?? []).flatMap(({ points }) =>
      points.map((point) => point[index])
    );
    const top = high ?? Math.max(low ?? 0, ...values) * (isWhole ? 1 : 1.05);
    const bottom = low ?? Math.min(0, ...values);
    return { low: bottom, high: top > bottom ? top : bottom + 1 };
  }

  /**
   * @param {{ low: number, high: number }} x
   * @param {{ low: number, high: number }} y
   * @param {(point: number[]) => number[]} place
   * @param {{ width: number, right: number, bottom: number }} frame
   */
  axes(x, y, place, { width, right, bottom }) {
    const across = ticks(x.low, x.high, Math.max(2, Math.floor(width / 90)), this.x.isWhole);
    const up = ticks(y.low, y.high, 4);
    return svg(
      'g',
      { class: 'labels-axes' },
      up.map((value) => {
        const [, at] = place([x.low, value]);
        return [
          svg('line', { x1: MARGIN.left, x2: right, y1: at, y2: at }),
          text(this.y.text(value), MARGIN.left - 8, at + 4, 'end'),
        ];
      }).flat(),
      across.map((value) =>
        text(this.x.text(value), place([value, y.low])[0], bottom + 18, 'middle')
      ),
      svg('line', { class: 'is-base', x1: MARGIN.left, x2: right, y1: bottom, y2: bottom }),
      text(this.x.title, (MARGIN.left + right) / 2, this.height - 4, 'middle'),
      svg('text', {
        'text-anchor': 'middle',
        transform: `translate(12 ${(MARGIN.top + bottom) / 2}) rotate(-90)`,
      }, this.y.title),
    );
  }

  /**
   * A click chooses the nearest point of the first line.
   * @param {SVGElement} picture
   * @param {(point: number[]) => number[]} place
   */
  listen(picture, place) {
    picture.classList.add('is-picked');
    picture.addEventListener('click', (event) => {
      const box = picture.getBoundingClientRect();
      const [left, top] = [event.clientX - box.left, event.clientY - box.top];
      let best = null;
      for (const point of this.data?.series[0]?.points ?? []) {
        const [x, y] = place(point);
        const far = Math.hypot(x - left, y - top);
        if (!best || far < best.far) best = { far, point };
      }
      if (best) this.onPick?.(best.point);
    });
  }
}

/**
 * @param {Line} series
 * @param {(point: number[]) => number[]} place
 */
function line({ kind, points, isFaint }, place) {
  const at = points.map(place);
  const shape = `labels-line is-${kind}${isFaint ? ' is-faint' : ''}`;
  const dots = isFaint || points.length > MOST_DOTS
    ? []
    : at.map(([cx, cy]) => svg('circle', { class: `labels-dot is-${kind}`, cx, cy, r: 2.5 }));
  return [svg('path', { class: shape, d: pathOf(at) }), ...dots];
}

/**
 * @param {{ kind: string, point: number[] }} mark
 * @param {(point: number[]) => number[]} place
 */
function markOf({ kind, point }, place) {
  const [cx, cy] = place(point);
  return svg('circle', { class: `labels-mark-point is-${kind}`, cx, cy, r: 6 });
}

/**
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {string} anchor
 */
const text = (words, x, y, anchor) => svg('text', { x, y, 'text-anchor': anchor }, words);

/** @param {Line} series */
const sample = ({ kind, isFaint }) =>
  svg('svg', {
    class: 'labels-sample',
    width: 30,
    height: 10,
    viewBox: '0 0 30 10',
    'aria-hidden': 'true',
  }, svg('path', { class: `labels-line is-${kind}${isFaint ? ' is-faint' : ''}`, d: 'M1 5L29 5' }));
