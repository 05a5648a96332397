// The whole screen. A modal dialog itself may not be shown so, the frame inside it may.

export class Fullscreen {
  /**
   * The element to show is set as `node`.
   * @param {Callback} onChange
   */
  constructor(onChange) {
    /** @type {HTMLElement | null} */
    this.node = null;
    this.changed = () => onChange();
    document.addEventListener('fullscreenchange', this.changed);
  }

  get isPossible() {
    return document.fullscreenEnabled === true;
  }
  get isOn() {
    return this.node !== null && document.fullscreenElement === this.node;
  }

  async toggle() {
    try {
      if (this.isOn) await document.exitFullscreen();
      else await this.node?.requestFullscreen({ navigationUI: 'hide' });
    } catch {
      // The browser said no; nothing has changed.
    }
  }

  close() {
    document.removeEventListener('fullscreenchange', this.changed);
    if (this.isOn) document.exitFullscreen().catch(() => {});
  }
}
