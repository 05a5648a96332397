// The classes in which the models differ, with a link to the pictures of each number.

import { clear, el } from '../core/dom.js';
import { count, number } from '../core/format.js';
import { query } from '../core/query.js';
import { letter } from './choice.js';
import { addressOf } from './address.js';

const FIRST_ROWS = 20;

/** @type {('a' | 'both' | 'b')[]} */
const SIDES = ['a', 'both', 'b'];

export class ClassTable {
  /** @type {HTMLAnchorElement | null} */
  topLink;

  /**
   * @param {Pair} pair
   * @param {Comparison} found
   */
  constructor(pair, found) {
    this.pair = pair;
    this.found = found;
    this.most = Math.max(1, ...found.classes.map(({ a, both, b }) => a + both + b));
    this.rows = el('tbody', {});
    this.more = el('div', { class: 'compare-more' });
    this.node = el(
      'section',
      { class: 'compare-classes', 'aria-labelledby': 'classes-title' },
      el('h2', { id: 'classes-title', text: 'Classes' }),
      this.differences(),
      found.classes.length > 0 ? this.table() : el('p', {
        class: 'panel muted',
        text: 'Neither model found anything above its threshold in these photos.',
      }),
      this.more,
    );
    this.fill(FIRST_ROWS);
  }

  /** Scenes: photos for which the models disagree about the most probable one. */
  differences() {
    const { top_differs: n } = this.found;
    if (n === null) return null;
    this.topLink = n > 0
      ? this.link(
        `${count(n, 'photo')} with a different top scene`,
        { class: null, side: 'top' },
        'button small',
      )
      : null;
    return el('p', {}, this.topLink ?? 'The top scene is the same in all photos.');
  }

  table() {
    /**
     * @param {'a' | 'b' | null} side
     * @param {string} name
     */
    const head = (side, name) =>
      el('th', { scope: 'col', class: 'number' }, side ? letter(side) : null, name);
    return el(
      'div',
      { class: 'card' },
      el(
        'table',
        { class: 'table compare-table' },
        el('caption', {
          class: 'visually-hidden',
          text:
            `Photos by class: found only by ${this.pair.a.name} (A), by both, or only by ${this.pair.b.name} (B)`,
        }),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'col', text: 'Class' }),
            head('a', 'only A'),
            head(null, 'both'),
            head('b', 'only B'),
          ),
        ),
        this.rows,
      ),
    );
  }

  /** @param {number} most */
  fill(most) {
    const { classes } = this.found;
    clear(this.rows).append(...classes.slice(0, most).map((row) => this.row(row)));
    clear(this.more);
    if (classes.length > most) {
      this.more.append(
        el('button', {
          type: 'button',
          class: 'button small',
          text: `Show all ${count(classes.length, 'class')}`,
          on: { click: () => this.showAll() },
        }),
      );
    }
    this.mark(query.read());
  }

  showAll() {
    const next = this.rows.children.length;
    this.fill(Infinity);
    this.rows.children[next]?.querySelector('a')?.focus();
  }

  /** @param {ComparedClass} row */
  row(row) {
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, row.class, this.bar(row)),
      SIDES.map((side) =>
        el(
          'td',
          { class: 'number' },
          row[side] === 0
            ? el('span', { class: 'compare-zero', text: '0' })
            : this.link(number(row[side]), { class: row.class, side }),
        )
      ),
    );
  }

  /** @param {ComparedClass} comparedClass */
  bar({ a, both, b }) {
    /**
     * @param {number} n
     * @param {string} kind
     */
    const part = (n, kind) => {
      const node = el('span', { class: `compare-part is-${kind}` });
      node.style.flexGrow = String(n);
      node.hidden = n === 0;
      return node;
    };
    const parts = el(
      'span',
      { class: 'compare-bar', 'aria-hidden': 'true' },
      part(a, 'a'),
      part(both, 'both'),
      part(b, 'b'),
    );
    parts.style.width = `${Math.max(2, 100 * (a + both + b) / this.most)}%`;
    return parts;
  }

  /**
   * @param {string} text
   * @param {Record<string, string | null>} state
   */
  link(text, state, kind = 'compare-number') {
    /** @type {Record<string, string>} */
    const names = { a: `only ${this.pair.a.name}`, both: 'both', b: `only ${this.pair.b.name}` };
    return el('a', {
      class: kind,
      href: addressOf(state),
      dataset: { class: state.class ?? '', side: state.side },
      'aria-label': state.class === null
        ? null
        : `${state.class}, ${names[state.side ?? '']}: ${
          count(Number(text.replace(/\D/g, '')), 'photo')
        }`,
      on: {
        click: (event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            query.write({ ...state, page: null });
          }
        },
      },
    }, text);
  }

  /**
   * Marks the number whose pictures are shown.
   * @param {Record<string, string | null>} state
   */
  mark({ class: name = '', side = '' }) {
    for (const link of this.node.querySelectorAll('a[data-side]')) {
      const isShown = link.dataset.side === side && link.dataset.class === (name ?? '');
      if (isShown) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
}
