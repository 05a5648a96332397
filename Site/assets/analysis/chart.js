// One chart: a figure with its title, a plot that is drawn when it comes into view, and its numbers
// as a table of links for everyone who cannot use the plot.
//
// The description of a chart has these members:
//   id, title, size        the size is 'wide', 'tall' or left out
//   rows(statistics)       its numbers: [{label, term, …}]; none when there is nothing to show
//   empty                  the sentence for that
//   caption(rows, s)       a sentence below the title
//   columns                [{title, value(row)}] of the table
//   tableRows(rows)        optional: other rows for the table
//   controls(chart)        optional: {node, show(rows), shown(), dragged(change)} between title and plot
//   minimumWidth           optional: below it, in pixels, the plot scrolls sideways
//   startAt(rows, shown)   optional: where such a plot is at first, as a share of its width
//   height(rows, compact, shown)   in pixels
//   figure(rows, theme, s, shown)  {data, layout} for Plotly; a point's `customdata` is its term

import { asError } from '../core/api.js';
import { el } from '../core/dom.js';
import { photosBehind } from './links.js';
import { config, loadPlotly } from './plotly.js';
import { colours } from './theme.js';
import { createTable } from './table.js';
import { layoutOf } from './layout.js';

/** Charts are drawn a little before they are seen. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) entry.target.dispatchEvent(new Event('inview'));
    }
  },
  { rootMargin: '300px' },
);

/**
 * Creates the figure of a chart; `show(statistics)` fills it and returns whether there is anything to show.
 * @param {AnyChart} description
 */
export function createChart(description) {
  const titleID = `chart-${description.id}`;
  const caption = el('p', { class: 'chart-caption' });
  // Plotly adds its own methods to the element.
  const plot = /** @type {Plotly.Chart} */ (/** @type {HTMLElement} */ (el('div', {
    class: 'plot',
    'aria-hidden': true,
  })));
  const scroll = el('div', { class: 'plot-scroll' }, plot);
  if (description.minimumWidth) {
    plot.style.minWidth = `${description.minimumWidth}px`;
    // Elements that scroll must be reachable with the keyboard.
    for (
      const [name, value] of [['tabindex', '0'], ['role', 'group'], [
        'aria-label',
        `Chart: ${description.title}`,
      ]]
    ) scroll.setAttribute(name, value);
  }
  const empty = el('p', { class: 'chart-empty', hidden: true });
  const table = createTable(description);
  const node = el(
    'figure',
    { class: `panel chart ${description.size ?? ''}`, 'aria-labelledby': titleID },
    el('figcaption', {}, el('h3', { id: titleID, text: description.title }), caption),
    empty,
    scroll,
    table.node,
  );

  /** @type {Statistics | null} */
  let statistics = null;
  /** @type {ChartRow[]} */
  let rows = [];
  let wanted = false;
  const chart = { rows: () => rows, statistics: () => statistics, redraw };
  const controls = description.controls?.(chart);
  if (controls) scroll.before(controls.node);

  /** @param {Statistics | null} next */
  function show(next) {
    statistics = next;
    rows = next ? description.rows(next) : [];
    const some = rows.length > 0;
    empty.hidden = some;
    empty.textContent = some ? '' : description.empty;
    caption.textContent = next && some ? (description.caption?.(rows, next) ?? '') : '';
    scroll.hidden = !some;
    if (next) table.show(description.tableRows?.(rows) ?? rows, next);
    if (controls) {
      controls.node.hidden = !some;
      if (some) controls.show(rows);
    }
    redraw();
    return some;
  }

  /** Draws the chart when it is in view. */
  function redraw() {
    watcher.unobserve(node);
    wanted = rows.length > 0;
    if (wanted) {
      plot.style.height = `${description.height(rows, isCompact(), controls?.shown())}px`;
      watcher.observe(node);
    }
  }

  async function draw() {
    if (!statistics) return;
    try {
      const plotly = await loadPlotly();
      const theme = {
        ...colours(),
        compact: isCompact(),
        width: plot.clientWidth,
        touch: matchMedia('(pointer: coarse)').matches,
      };
      const { data, layout } = description.figure(rows, theme, statistics, controls?.shown());
      await plotly.react(plot, data, layoutOf(theme, layout), config);
      listen();
      if (description.startAt) {
        scroll.scrollLeft = description.startAt(rows, controls?.shown()) * plot.offsetWidth - 48;
      }
    } catch (problem) {
      // The table still has the numbers.
      scroll.hidden = true;
      empty.hidden = false;
      empty.textContent = `The chart could not be drawn: ${asError(problem).message}`;
    }
  }

  let listening = false;
  function listen() {
    if (listening) return;
    listening = true;
    plot.on('plotly_click', ({ points, event }) => follow(points[0], event));
    plot.on(
      'plotly_hover',
      ({ points }) => plot.classList.toggle('on-link', Boolean(points[0]?.customdata)),
    );
    if (controls?.dragged) plot.on('plotly_relayout', controls.dragged);
    plot.on('plotly_unhover', () => plot.classList.remove('on-link'));
  }

  /**
   * @param {Plotly.Points['points'][number] | undefined} point
   * @param {MouseEvent} event
   */
  function follow(point, event) {
    const term = point?.customdata;
    if (typeof term !== 'string' || !term) return;
    const address = photosBehind(statistics?.query ?? '', term);
    if (event?.ctrlKey || event?.metaKey || event?.button === 1) {
      window.open(address, '_blank', 'noopener');
    } else window.location.assign(address);
  }

  node.addEventListener('inview', () => {
    if (!wanted) return;
    wanted = false;
    watcher.unobserve(node);
    draw();
  });
  return { node, show, redraw };
}

const isCompact = () => matchMedia('(max-width: 720px)').matches;
