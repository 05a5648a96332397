// The buttons of the viewer's bars, made from the list of actions.

import { clear, el, icon } from '../core/dom.js';

const asked = (value) => typeof value === 'function' ? value() : value;

export class Buttons {
  constructor(actions) {
    this.actions = actions.filter((action) => action.place && !asked(action.isMissing));
    this.nodes = new Map(this.actions.map((action) => [action.id, this.button(action)]));
    this.extra = [];
  }

  /** The buttons that belong into one bar, in the order of the actions. */
  in(place) {
    return this.actions.filter((action) => action.place === place)
      .map((action) => this.nodes.get(action.id));
  }

  /** One more button for an action that has one elsewhere: the large arrows at the sides. */
  another(id, className) {
    const action = this.actions.find((each) => each.id === id);
    const node = this.button(action, className);
    this.extra.push([action, node]);
    return node;
  }

  button(action, className = 'button quiet') {
    const node = el('button', {
      type: 'button',
      class: `${className} icon-button viewer-${action.id}`,
      'aria-keyshortcuts': action.keys[0],
      on: { click: (event) => action.run(event) },
    });
    // A click must not take the focus: Space would press the button again instead of the slideshow.
    node.addEventListener('mousedown', (event) => event.preventDefault());
    this.draw(action, node);
    return node;
  }

  draw(action, node) {
    const [name, label] = [asked(action.icon), asked(action.label)];
    if (node.dataset.drawn !== `${name} ${label}`) {
      node.dataset.drawn = `${name} ${label}`;
      clear(node).append(icon(name), el('span', { class: 'viewer-button-text' }, label));
      node.title = `${label} (${keyName(action.keys[0])})`;
    }
    if (action.isOn) node.setAttribute('aria-pressed', String(asked(action.isOn) === true));
    // Not "disabled", which would throw the focus out of the bar at the last photo.
    if (action.isOff) node.setAttribute('aria-disabled', String(asked(action.isOff) === true));
  }

  update() {
    for (const action of this.actions) this.draw(action, this.nodes.get(action.id));
    for (const [action, node] of this.extra) this.draw(action, node);
  }
}

const NAMES = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', 'Shift+R': 'Shift R' };
const keyName = (key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
