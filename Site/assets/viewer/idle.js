// Hides the controls when nothing has moved for a while, and shows them at the first sign of somebody.

const REST = 3000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin'];

export class Idle {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /** @param {HTMLElement} node gets the class `is-idle`; @param {() => boolean} may whether hiding is right at the moment */
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
    // Whoever stands on a control with the keyboard must keep seeing it.
    const held = this.node.querySelector(':focus-visible, .pop:popover-open') !== null;
    if (this.may() && !held) this.node.classList.add('is-idle');
  }

  close() {
    clearTimeout(this.timer);
  }
}
