// Full screen. Browsers do not allow it for a modal dialog, but for the frame inside it.

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
      // The browser refused; nothing has changed.
    }
  }

  close() {
    document.removeEventListener('fullscreenchange', this.changed);
    if (this.isOn) document.exitFullscreen().catch(() => {});
  }
}
