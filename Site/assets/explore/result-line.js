// How many photos there are, what was left out and why, the order, and the view.

import { $, clear, el, icon } from '../core/dom.js';
import { count } from '../core/format.js';
import { announce } from '../core/live.js';
import { bindKeys } from '../core/keys.js';
import { attachMenu } from './menu.js';
import { store } from './state.js';

const ORDERS = [
  ['oldest', 'Oldest first'],
  ['newest', 'Newest first'],
  ['nearest', 'Nearest first', 'by distance from the circle'],
  ['surest', 'Most confident first', 'by confidence'],
];
/** @type {[View, string, string][]} */
const VIEWS = [['grid', 'Photos', 'grid'], ['both', 'Both', 'both'], ['map', 'Map', 'map']];

export class ResultLine {
  /** @param {{ countNode: HTMLElement, noteNode: HTMLElement, orderButton: HTMLButtonElement, viewGroup: HTMLElement }} options */
  constructor({ countNode, noteNode, orderButton, viewGroup }) {
    this.countNode = countNode;
    this.noteNode = noteNode;
    this.orderButton = orderButton;
    attachMenu(orderButton, () => this.orders());
    this.views = VIEWS.map(([view, label, name]) =>
      el(
        'button',
        {
          type: 'button',
          title: label,
          dataset: { view },
          'aria-pressed': false,
          on: { click: () => store.showView(view) },
        },
        name === 'both' ? [icon('grid'), icon('map')] : icon(name),
        el('span', { class: 'view-label', text: label }),
      )
    );
    viewGroup.append(...this.views);
    bindKeys([{
      keys: ['m'],
      label: 'Photos, both, map',
      group: 'Explore',
      run: () => this.nextView(),
    }]);
    store.on('answer', (detail) => this.show(detail));
    store.on('view', () => this.showView());
    store.on('busy', () => countNode.classList.toggle('is-busy', store.isBusy));
    this.showView();
  }

  /** @param {{ soft: boolean }} options */
  show({ soft }) {
    const { result, order } = store;
    if (!result) return;
    const text = count(result.count, 'photo');
    this.countNode.textContent = text;
    this.noteNode.textContent = result.left_out ?? '';
    this.noteNode.title = result.left_out ?? '';
    clear($('.label', this.orderButton)).append(
      ORDERS.find(([key]) => key === order)?.[1] ?? order,
    );
    if (!soft) announce([text, result.left_out].filter(Boolean).join('. '));
  }

  orders() {
    return ORDERS.filter(([key]) =>
      key !== 'nearest' || store.result?.centre || store.order === 'nearest'
    )
      .map(([key, label, hint]) => ({
        label,
        hint,
        checked: key === store.order,
        run: () => store.ask(store.query, { order: key }),
      }));
  }

  nextView() {
    const views = VIEWS.map(([view]) => view).filter((_, place) => this.views[place].offsetParent);
    store.showView(views[(views.indexOf(store.shownView) + 1) % views.length]);
  }

  showView() {
    for (const button of this.views) {
      button.setAttribute('aria-pressed', String(button.dataset.view === store.shownView));
    }
  }
}
