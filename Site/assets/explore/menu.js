// A small menu beside a button: a popover with items for the arrow keys.

import { clear, el, freshId } from '../core/dom.js';

/**
 * Attaches to `button` a menu whose items [{label, run, hint, danger}] or nodes are made when it opens.
 * @param {HTMLButtonElement} button
 * @param {MakeItems} makeItems
 */
export function attachMenu(button, makeItems) {
  const menu = new Menu(makeItems);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.after(menu.node);
  // Pressing the button closes an open popover before the click event: remember that it was open.
  let wasOpen = false;
  button.addEventListener('pointerdown', () => {
    wasOpen = menu.isOpen;
  });
  button.addEventListener('click', () => {
    if (!wasOpen) return menu.open(button);
    wasOpen = false;
    menu.close();
  });
  menu.node.addEventListener('toggle', (event) => {
    button.setAttribute('aria-expanded', String(event.newState === 'open'));
  });
  return menu;
}

/** The menu itself, which can be opened beside any element. */
export class Menu {
  /** @type {HTMLElement} */
  anchor;

  /** @param {MakeItems} makeItems */
  constructor(makeItems) {
    this.makeItems = makeItems;
    this.node = el('div', {
      class: 'menu explore-menu',
      role: 'menu',
      popover: 'auto',
      id: freshId('menu'),
    });
    this.node.addEventListener('keydown', (event) => walk(event, this));
  }

  get isOpen() {
    return this.node.matches(':popover-open');
  }

  /** @param {HTMLElement} anchor */
  async open(anchor) {
    const { node } = this;
    const close = () => this.close();
    const items = await this.makeItems({ close });
    // The button may be gone meanwhile, for example with the selection after Esc.
    if (anchor.getClientRects().length === 0) return;
    this.anchor = anchor;
    clear(node).append(...items.map((item) => itemNode(item, close)));
    node.showPopover();
    placeBelow(node, anchor);
    itemsOf(node)[0]?.focus();
  }

  close() {
    if (this.isOpen) this.node.hidePopover();
  }
}

/**
 * @param {MenuItem} item
 * @param {Callback} close
 */
function itemNode(item, close) {
  if (item instanceof Node) return item;
  const run = () => {
    close();
    item.run();
  };
  return el(
    'button',
    {
      type: 'button',
      role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': item.checked,
      class: item.danger ? 'danger-text' : null,
      on: { click: run },
    },
    el('span', { text: item.label }),
    item.hint && el('span', { class: 'hint', text: item.hint }),
  );
}

/** @param {HTMLElement} root */
const itemsOf = (root) => [...root.querySelectorAll('[role^=menuitem]')];

/**
 * The items in rows: those of a group share a row, others have their own.
 * @param {HTMLElement} menu
 */
function rowsOf(menu) {
  const rows = new Map();
  for (const item of itemsOf(menu)) {
    const row = item.closest('[role=group]') ?? item;
    rows.set(row, [...rows.get(row) ?? [], item]);
  }
  return [...rows.values()];
}

/**
 * @param {KeyboardEvent} event
 * @param {Menu} menu
 */
function walk(event, menu) {
  const target = targetOf(event.key, rowsOf(menu.node));
  if (target) {
    event.preventDefault();
    target.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    menu.close();
    if (event.key === 'Escape') {
      event.preventDefault();
      menu.anchor.focus();
    }
  }
}

/**
 * @param {string} key
 * @param {HTMLElement[][]} rows
 */
function targetOf(key, rows) {
  const here = rows.findIndex((row) => row.some((node) => node === document.activeElement));
  const column = Math.max(0, rows[here]?.findIndex((node) => node === document.activeElement) ?? 0);
  /** @param {HTMLElement[]} row */
  const inRow = (row) => row?.[Math.min(column, row.length - 1)];
  const { length } = rows;
  switch (key) {
    case 'ArrowDown':
      return inRow(rows[(here + 1) % length]);
    case 'ArrowUp':
      return inRow(rows[(Math.max(here, 0) - 1 + length) % length]);
    case 'ArrowRight':
      return rows[here]?.[column + 1];
    case 'ArrowLeft':
      return rows[here]?.[column - 1];
    case 'Home':
      return rows[0]?.[0];
    case 'End':
      return rows.at(-1)?.[0];
    default:
      return null;
  }
}

/**
 * Below the anchor, or above where there is more room; always inside the window.
 * @param {HTMLElement} node
 * @param {HTMLElement} anchor
 */
export function placeBelow(node, anchor, margin = 6) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = node;
  const below = innerHeight - box.bottom;
  const isAbove = below < height + margin && box.top > below;
  node.style.inset = 'auto';
  node.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  node.style.top = `${
    isAbove
      ? Math.max(8, box.top - height - margin)
      : Math.min(box.bottom + margin, Math.max(8, innerHeight - height - 8))
  }px`;
}
