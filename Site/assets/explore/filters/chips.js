// A list of chips: buttons that add or remove a clause, with the count of photos it would leave.

import { el } from '../../core/dom.js';
import { number } from '../../core/format.js';
import { ALL, ANY, WITHOUT } from './clause-edit.js';

const words = { [ALL]: '', [ANY]: 'any of: ', [WITHOUT]: 'without: ' };

export class ChipList {
  /** @type {Facet[]} */
  items;
  /** @type {PickedMap} */
  picked;
  /** @type {number} */
  total;

  /**
   * `onPress` is called with the chip's {term, name, count}.
   * @param {{ label: string, limit?: number, onPress: (item: Facet) => void }} options
   */
  constructor({ label, limit = 12, onPress }) {
    this.limit = limit;
    this.onPress = onPress;
    this.shown = limit;
    /** @type {Map<string, HTMLButtonElement>} */
    this.chips = new Map();
    /** @type {WeakMap<HTMLButtonElement, Facet>} What a chip stands for now. */
    this.itemsOf = new WeakMap();
    this.list = el('div', { class: 'chips', role: 'group', 'aria-label': label });
    this.more = el('button', {
      type: 'button',
      class: 'link-button more-chips',
      on: { click: () => this.showMore() },
    });
    this.node = el('div', { class: 'chip-list', hidden: true }, this.list, this.more);
  }

  showMore() {
    this.shown = this.shown > this.total - 1 ? this.limit : this.shown + 40;
    this.update(this.items, this.picked);
  }

  /**
   * @param {Facet[]} items [{term, name, count}] of the result; chosen ones stay, whatever their count.
   * @param {PickedMap} picked
   */
  update(items, picked) {
    this.items = items;
    this.picked = picked;
    /** @param {Facet} facet */
    const isPicked = ({ term }) => picked.has(term);
    const wanted = [
      ...items.filter(isPicked),
      ...items.filter((item) => !isPicked(item) && item.count !== 0),
    ];
    this.total = wanted.length;
    const shown = wanted.slice(0, Math.max(this.shown, items.filter(isPicked).length));
    this.place(shown);
    const left = this.total - shown.length;
    this.more.hidden = this.total <= this.limit;
    this.more.textContent = left > 0 ? `Show more (${number(left)})` : 'Show fewer';
    this.node.hidden = this.total === 0;
  }

  // Chips are reused by their term, so that a chip keeps the focus wherever it moves.
  /** @param {Facet[]} items */
  place(items) {
    const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
    const terms = new Set(items.map(({ term }) => term));
    for (const [term, chip] of this.chips) {
      if (terms.has(term)) continue;
      chip.remove();
      this.chips.delete(term);
    }
    items.forEach((item, place) => {
      const chip = this.chips.get(item.term) ?? this.add(item);
      this.fill(chip, item);
      if (this.list.children[place] !== chip) {
        this.list.insertBefore(chip, this.list.children[place] ?? null);
      }
    });
    if (focused && document.activeElement !== focused) {
      /** @type {HTMLElement | null} */ (focused.isConnected
        ? focused
        : this.list.querySelector('button'))?.focus({ preventScroll: true });
    }
  }

  /** @param {Facet} item */
  add(item) {
    const chip = el('button', { type: 'button', class: 'chip' });
    chip.addEventListener('click', () => {
      const shown = this.itemsOf.get(chip);
      if (shown) this.onPress(shown);
    });
    this.chips.set(item.term, chip);
    return chip;
  }

  /**
   * @param {HTMLButtonElement} chip
   * @param {Facet} item
   */
  fill(chip, item) {
    const mode = this.picked.get(item.term)?.mode ?? null;
    this.itemsOf.set(chip, item);
    chip.title = item.term;
    chip.setAttribute('aria-pressed', String(mode !== null));
    chip.classList.toggle('without', mode === WITHOUT);
    chip.classList.toggle('any', mode === ANY);
    chip.replaceChildren(
      mode ? el('span', { class: 'visually-hidden', text: words[mode] }) : '',
      el('span', { class: 'chip-name', text: item.name }),
      Number.isFinite(item.count) ? el('span', { class: 'count', text: number(item.count) }) : '',
    );
  }
}
