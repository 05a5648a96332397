// Whether boxes are shown, and their minimum confidence.

import { Confidence } from '../controls.js';

const STORE = 'meridian.viewer.boxes';
const STANDARD = 0.5;

export class BoxesSwitch {
  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.isOn = localStorage.getItem(STORE) === 'on';
    this.confidence = new Confidence((least) => stage.setLeast(least));
  }

  toggle() {
    this.isOn = !this.isOn;
    localStorage.setItem(STORE, this.isOn ? 'on' : 'off');
    this.apply();
  }

  apply() {
    this.stage.setBoxesVisible(this.isOn);
    this.confidence.node.hidden = !this.isOn;
    this.confidence.node.closest('.viewer')?.classList.toggle('has-confidence', this.isOn);
  }

  /** Sets the default threshold, from the details of the first photo. */
  setDefault(standard = STANDARD) {
    if (this.confidence.standard === undefined) {
      this.confidence.set(standard);
      this.stage.setLeast(standard);
    }
    this.confidence.setDefault(standard);
  }
}
