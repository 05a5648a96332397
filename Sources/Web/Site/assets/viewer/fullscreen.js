// The whole screen. A modal dialog itself may not be shown so, the frame inside it may.

export class Fullscreen {
  constructor(node, onChange) {
    this.node = node;
    this.changed = () => onChange();
    document.addEventListener('fullscreenchange', this.changed);
  }

  get isPossible() { return document.fullscreenEnabled === true; }
  get isOn() { return document.fullscreenElement === this.node; }

  async toggle() {
    try {
      if (this.isOn) await document.exitFullscreen();
      else await this.node.requestFullscreen({ navigationUI: 'hide' });
    } catch {
      // The browser said no; nothing has changed.
    }
  }

  close() {
    document.removeEventListener('fullscreenchange', this.changed);
    if (this.isOn) document.exitFullscreen().catch(() => {});
  }
}
