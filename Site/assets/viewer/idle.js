// Hides the controls after a while without movement, and shows them again at the next one.

const REST = 3000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin'];

export class Idle {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /** @param {HTMLElement} node gets the class `is-idle`; @param {() => boolean} may returns whether they may be hidden at the moment */
  constructor(node, may) {
    this.node = node;
    this.may = may;
    for (const sign of SIGNS) node.addEventListener(sign, () => this.wake(), { passive: true });
    this.wake();
  }

  wake() {
    this.node.classList.remove('is-idle');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), REST);
  }

  rest() {
    // A control with the keyboard focus must stay visible.
    const held = this.node.querySelector(':focus-visible, .pop:popover-open') !== null;
    if (this.may() && !held) this.node.classList.add('is-idle');
  }

  close() {
    clearTimeout(this.timer);
  }
}
