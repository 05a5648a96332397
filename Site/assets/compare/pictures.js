// The pictures behind one number of the table.

import { clear, el, icon } from '../core/dom.js';
import { api, sentenceOf } from '../core/api.js';
import { announce } from '../core/live.js';
import { count, number } from '../core/format.js';
import { query } from '../core/query.js';
import { openViewer } from '../viewer/viewer.js';
import { letter } from './choice.js';
import { tile } from './tile.js';

const PAGE = 24;

export class Pictures {
  /** @type {number} */
  total;
  /** @type {ComparedPhoto[]} */
  photos;
  /** @type {{ class: string | null, side: 'a' | 'b' | 'both' }} What is asked for; nothing is loaded before. */
  wanted;
  /** @type {boolean} */
  isDrawn;
  /** @type {number} */
  page;

  /**
   * @param {Pair} pair
   * @param {Comparison} found
   */
  constructor(pair, found) {
    this.pair = pair;
    this.found = found;
    this.title = el('h2', { id: 'pictures-title', tabindex: '-1' });
    this.all = el('input', { type: 'checkbox', on: { change: () => this.redraw() } });
    this.list = el('ul', { class: 'compare-list' });
    this.pages = el('nav', {
      class: 'compare-pages row',
      'aria-label': 'Pages of pictures',
      hidden: true,
    });
    this.tools = el(
      'div',
      { class: 'compare-legend row' },
      legend('a', pair.a),
      legend('b', pair.b),
      found.task === 'detection' ? el('label', { class: 'check' }, this.all, 'All classes') : null,
    );
    this.node = el(
      'section',
      { class: 'compare-pictures', 'aria-labelledby': 'pictures-title' },
      this.title,
      this.tools,
      this.list,
      this.pages,
    );
    this.key = '';
  }

  /**
   * Shows what the address asks for.
   * @param {Record<string, string>} record
   */
  async show({ class: name, side, page = '1' }) {
    /** @type {Pictures['wanted'] | null} */
    const wanted = side === 'top'
      ? { class: null, side: 'both' }
      : name && ['a', 'both', 'b'].includes(side)
      ? { class: name, side: /** @type {'a' | 'both' | 'b'} */ (side) }
      : null;
    const isNew = this.key !== '' || this.isDrawn;
    const key = JSON.stringify([wanted, page]);
    if (key === this.key) return;
    this.key = key;
    if (!wanted) return this.invite();
    this.wanted = wanted;
    const number = Math.max(1, Number.parseInt(page, 10) || 1);
    await this.load(key, number);
    if (isNew && this.key === key) this.goThere();
    this.isDrawn = true;
  }

  invite() {
    this.isDrawn = true;
    this.title.textContent = 'Pictures';
    this.tools.hidden = this.pages.hidden = true;
    clear(this.list).append(
      el('li', {
        class: 'panel muted compare-invite',
        text: 'Choose a number in the table to see its pictures.',
      }),
    );
  }

  /**
   * @param {string} key
   * @param {number} page
   */
  async load(key, page) {
    this.list.setAttribute('aria-busy', 'true');
    try {
      const { count: total, photos } = await this.ask((page - 1) * PAGE, PAGE);
      if (key !== this.key) return;
      this.total = total;
      this.photos = photos;
      this.page = page;
      this.redraw();
    } catch (problem) {
      if (key !== this.key) return;
      this.tools.hidden = this.pages.hidden = true;
      clear(this.list).append(
        el(
          'li',
          { class: 'notice is-error' },
          icon('warning'),
          el('p', { text: sentenceOf(problem) }),
        ),
      );
    } finally {
      this.list.removeAttribute('aria-busy');
    }
  }

  /**
   * @param {number} offset
   * @param {number} limit
   */
  ask(offset, limit) {
    const { pair, wanted } = this;
    return api.get('models/compare/photos', {
      params: { a: pair.a.id, b: pair.b.id, class: wanted.class, side: wanted.side, offset, limit },
    });
  }

  redraw() {
    const { wanted, total, photos, page } = this;
    this.title.textContent = `${this.words()}: ${count(total, 'photo')}`;
    this.tools.hidden = false;
    const options = {
      ...wanted,
      pair: this.pair,
      task: this.found.task,
      showsAll: this.all.checked,
    };
    clear(this.list).append(
      ...photos.map((photo, index) =>
        tile(photo, options, () => this.open(photo, (page - 1) * PAGE + index))
      ),
    );
    if (photos.length === 0) {
      this.list.append(
        el('li', { class: 'panel muted', text: 'These photos are no longer there.' }),
      );
    }
    this.drawPages(Math.ceil(total / PAGE));
  }

  words() {
    const { pair, wanted } = this;
    if (!wanted.class) return 'Different top scene';
    const who =
      { a: `only by ${pair.a.name}`, both: 'by both', b: `only by ${pair.b.name}` }[wanted.side];
    return `“${wanted.class}”, found ${who}`;
  }

  /** @param {number} last */
  drawPages(last) {
    const { page } = this;
    clear(this.pages);
    this.pages.hidden = last < 2;
    if (last < 2) return;
    /**
     * @param {string} label
     * @param {string} image
     * @param {number} to
     */
    const step = (label, image, to) =>
      el('button', {
        type: 'button',
        class: 'button icon-button',
        'aria-label': label,
        disabled: to < 1 || to > last,
        on: { click: () => query.write({ page: to > 1 ? to : null }) },
      }, icon(image));
    this.pages.append(
      step('Previous page', 'left', page - 1),
      el('span', { 'aria-current': 'page', text: `Page ${number(page)} of ${number(last)}` }),
      step('Next page', 'right', page + 1),
    );
  }

  /** The user asked for pictures: scroll there and move the focus. */
  goThere() {
    this.title.focus({ preventScroll: true });
    this.title.scrollIntoView({ block: 'nearest' });
    announce(this.title.textContent);
  }

  /**
   * @param {ComparedPhoto} photo
   * @param {number} index
   */
  open(photo, index) {
    openViewer({
      id: photo.id,
      index,
      total: this.total,
      source: { items: async (offset, limit) => (await this.ask(offset, limit)).photos },
    });
  }
}

/**
 * @param {'a' | 'b'} side
 * @param {Model} model
 */
const legend = (side, model) =>
  el('span', { class: 'compare-key' }, letter(side), `${side.toUpperCase()}: ${model.name}`);
