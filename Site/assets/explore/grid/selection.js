// Chosen photos, and the toolbar that marks them together.

import { sentenceOf } from '../../core/api.js';
import { el, icon } from '../../core/dom.js';
import { bindKeys } from '../../core/keys.js';
import { count } from '../../core/format.js';
import { toast } from '../../core/dialog.js';
import { labelItems } from '../marks/label-menu.js';
import { markAll } from '../marks/marks.js';
import { attachMenu } from '../menu.js';

const MAXIMUM = 20_000;

export class Selection {
  /** @type {HTMLButtonElement} */
  labelButton;

  /** @param {SelectionOptions} options */
  constructor({ bar, items, photoAt, onChange, onMarked }) {
    this.bar = bar;
    this.items = items;
    this.photoAt = photoAt;
    this.onChange = onChange;
    this.onMarked = onMarked;
    /** @type {Set<number>} */
    this.ids = new Set();
    /** @type {number | null} */
    this.last = null;
    this.label = el('strong', { 'aria-live': 'polite' });
    bar.append(this.label, ...this.buttons());
    this.labelMenu = attachMenu(this.labelButton, (menu) => labelItems(() => [...this.ids], menu));
    bindKeys([{
      keys: ['Escape'],
      label: 'Clear the selection',
      group: 'Photos',
      run: () => this.clear(),
    }], { when: () => this.ids.size > 0 });
  }

  buttons() {
    /**
     * @param {string} name
     * @param {string} text
     * @param {(() => unknown) | null} run
     */
    const button = (name, text, run, kind = '') =>
      el(
        'button',
        { type: 'button', class: `button quiet ${kind}`, on: { click: run } },
        icon(name),
        el('span', { text }),
      );
    /** @type {HTMLSelectElement} */
    const stars = el(
      'select',
      { 'aria-label': 'Rate the selected photos', on: { change: () => this.rate(stars) } },
      el('option', { value: '', text: 'Rate …' }),
      [5, 4, 3, 2, 1].map((n) =>
        el('option', { value: n, text: '★'.repeat(n), 'aria-label': count(n, 'star') })
      ),
      el('option', { value: 0, text: 'No rating' }),
    );
    this.labelButton = button('tag', 'Label …', null);
    this.labelButton.setAttribute('aria-keyshortcuts', 'l');
    return [
      button('heart-filled', 'Favourite', () => this.mark({ favourite: true })),
      button('heart', 'Not favourite', () => this.mark({ favourite: false })),
      stars,
      this.labelButton,
      button('close', 'Clear', () => this.clear()),
    ];
  }

  /** @param {number} id */
  has(id) {
    return this.ids.has(id);
  }

  /** @param {number} index */
  toggle(index) {
    const photo = this.photoAt(index);
    if (!photo) return;
    if (!this.ids.delete(photo.id)) this.ids.add(photo.id);
    this.last = index;
    this.changed();
  }

  /**
   * Selects everything between two places, loaded or not.
   * @param {number} from
   * @param {number} to
   */
  async range(from, to) {
    const first = Math.min(from, to);
    const end = Math.max(from, to) + 1;
    this.last = to;
    if (end - first > MAXIMUM) {
      toast(`You can select up to ${count(MAXIMUM, 'photo')} at a time.`, { kind: 'error' });
      return;
    }
    try {
      for (const { id } of await this.items(first, end - first)) this.ids.add(id);
    } catch (problem) {
      toast(sentenceOf(problem), { kind: 'error' });
    }
    this.changed();
  }

  /** @param {number} index */
  rangeTo(index) {
    return this.range(this.last ?? index, index);
  }

  clear() {
    this.ids.clear();
    this.last = null;
    this.changed();
  }

  changed() {
    this.bar.hidden = this.ids.size === 0;
    this.label.textContent = `${count(this.ids.size, 'photo')} selected`;
    this.onChange();
  }

  /** @param {HTMLSelectElement} stars */
  rate(stars) {
    if (stars.value === '') return;
    this.mark({ rating: Number(stars.value) });
    stars.value = '';
  }

  /** @param {PhotoChange} change */
  async mark(change) {
    if (await markAll([...this.ids], change)) this.onMarked(this.ids, change);
  }
}
