// A small menu below a button: a popover with items that the arrow keys walk through.

import { clear, el, freshId } from '/assets/core/dom.js';

/** Ties `button` to a menu whose items [{label, run, hint, danger}] or nodes are made when it opens. */
export function attachMenu(button, makeItems) {
  const menu = el('div', { class: 'menu explore-menu', role: 'menu', popover: 'auto', id: freshId('menu') });
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.after(menu);
  const close = () => menu.matches(':popover-open') && menu.hidePopover();
  // A press on the button closes an open popover before the click comes: remember that it was open.
  let wasOpen = false;
  button.addEventListener('pointerdown', () => { wasOpen = menu.matches(':popover-open'); });
  button.addEventListener('click', async () => {
    if (wasOpen) {
      wasOpen = false;
      close();
      return;
    }
    clear(menu).append(...(await makeItems({ close })).map((item) => itemNode(item, close)));
    menu.showPopover();
    placeBelow(menu, button);
    itemsOf(menu)[0]?.focus();
  });
  menu.addEventListener('toggle', (event) => {
    button.setAttribute('aria-expanded', String(event.newState === 'open'));
  });
  menu.addEventListener('keydown', (event) => walk(event, menu, button, close));
  return { close, menu };
}

function itemNode(item, close) {
  if (item instanceof Node) return item;
  const run = () => {
    close();
    item.run();
  };
  return el('button', {
    type: 'button', role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.checked, class: item.danger ? 'danger-text' : null, on: { click: run },
  }, el('span', { text: item.label }), item.hint && el('span', { class: 'hint', text: item.hint }));
}

const itemsOf = (menu) => [...menu.querySelectorAll('[role^=menuitem]')];

function walk(event, menu, button, close) {
  const items = itemsOf(menu);
  const here = items.indexOf(document.activeElement);
  const target = {
    ArrowDown: items[(here + 1) % items.length],
    ArrowUp: items[(here - 1 + items.length) % items.length],
    Home: items[0],
    End: items.at(-1),
  }[event.key];
  if (target) {
    event.preventDefault();
    target.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    close();
    if (event.key === 'Escape') {
      event.preventDefault();
      button.focus();
    }
  }
}

/** Below the anchor, or above where there is more room; always inside the window. */
export function placeBelow(node, anchor, margin = 6) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = node;
  const below = innerHeight - box.bottom;
  const isAbove = below < height + margin && box.top > below;
  node.style.inset = 'auto';
  node.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  node.style.top = `${isAbove ? Math.max(8, box.top - height - margin) : box.bottom + margin}px`;
}
