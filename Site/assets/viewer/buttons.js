// The buttons of the viewer's bars, made from the list of actions.

import { clear, el, icon } from '../core/dom.js';

/** @param {unknown} value */
const asked = (value) => typeof value === 'function' ? value() : value;

export class Buttons {
  /** @param {ViewerAction[]} actions */
  constructor(actions) {
    this.actions = new Map(actions.map((action) => [action.id, action]));
    /** @type {[ViewerAction, HTMLButtonElement][]} */
    this.made = [];
  }

  /**
   * Buttons for those of the actions that this user and browser have.
   * @param {string[]} ids
   */
  make(ids, className = 'button quiet') {
    return ids.flatMap((id) => this.actions.get(id) ?? [])
      .filter((action) => !asked(action.isMissing))
      .map((action) => this.button(action, className));
  }

  /**
   * @param {ViewerAction} action
   * @param {string} className
   */
  button(action, className) {
    const node = el('button', {
      type: 'button',
      class: `${className} icon-button viewer-do-${action.id}`,
      'aria-keyshortcuts': action.keys[0],
      on: { click: (event) => action.run(event) },
    });
    // A click must not move the focus, or Space would press the button instead of starting the slideshow.
    node.addEventListener('mousedown', (event) => event.preventDefault());
    this.made.push([action, node]);
    this.draw(action, node);
    return node;
  }

  /**
   * @param {ViewerAction} action
   * @param {HTMLElement} node
   */
  draw(action, node) {
    const [name, label, text] = [action.icon, action.label, action.text].map(asked);
    const drawn = `${name} ${label} ${text}`;
    if (node.dataset.drawn !== drawn) {
      node.dataset.drawn = drawn;
      clear(node).append(
        name ? icon(name) : el('span', { class: 'tabular', 'aria-hidden': 'true' }, text),
        el('span', { class: 'viewer-button-text' }, label),
      );
      node.title = `${label} (${keyName(action.keys[0])})`;
    }
    if (action.isOn) node.setAttribute('aria-pressed', String(asked(action.isOn) === true));
    // Not "disabled", which would lose the focus at the last photo.
    if (action.isOff) node.setAttribute('aria-disabled', String(asked(action.isOff) === true));
  }

  update() {
    for (const [action, node] of this.made) this.draw(action, node);
  }
}

/** @type {Record<string, string>} */
const NAMES = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', 'Shift+R': 'Shift R' };
/** @param {string} key */
const keyName = (key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
