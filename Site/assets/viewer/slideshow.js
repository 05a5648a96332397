// The slideshow's clock. It counts only while the picture is visible, so that a slow connection does
// not shorten the time of a photo.

import { clamp } from '../shared/geometry.js';

const STORE = 'meridian.slideshow';
export const LEAST_SECONDS = 2;
export const MOST_SECONDS = 30;

export class Slideshow {
  /** @type {number} */
  seconds;
  /** @type {Promise<WakeLockSentinel | null> | null | undefined} */
  lock;
  /** @type {number} */
  frame;
  /** @type {{}} */
  token;
  /** @type {number} */
  before;

  /** @param {{ next: () => boolean, progress: (part: number) => void, changed: Callback }} act `next` returns whether there was one; `progress` gets 0 to 1 */
  constructor(act) {
    this.act = act;
    this.playing = false;
    this.waiting = false;
    this.elapsed = 0;
    const { seconds = 5, loop = false } = stored();
    this.seconds = seconds;
    this.loop = loop;
  }

  /** @param {{ seconds?: number, loop?: boolean }} settings */
  set(settings) {
    Object.assign(this, settings);
    this.seconds = clamp(Math.round(this.seconds) || 5, LEAST_SECONDS, MOST_SECONDS);
    localStorage.setItem(STORE, JSON.stringify({ seconds: this.seconds, loop: this.loop }));
    this.act.changed();
  }

  toggle() {
    return this.playing ? this.pause() : this.play();
  }

  play() {
    this.playing = true;
    this.restart();
    this.keepAwake();
    this.act.changed();
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  pause() {
    this.playing = false;
    cancelAnimationFrame(this.frame);
    this.lock?.then((lock) => lock?.release()).catch(() => {});
    this.lock = null;
    this.act.progress(0);
    this.act.changed();
  }

  /** A new picture is loading; its time starts when `ready` resolves. */
  async restart(ready = Promise.resolve()) {
    const token = this.token = {};
    this.elapsed = 0;
    this.waiting = true;
    this.act.progress(0);
    await ready;
    if (token === this.token) this.waiting = false;
  }

  /** @param {number} now */
  tick(now) {
    if (!this.playing) return;
    // Hidden tabs get no frames; the pause does not count.
    const passed = Math.min(250, now - (this.before ?? now));
    this.before = now;
    if (!this.waiting) this.elapsed += passed / 1000;
    this.act.progress(Math.min(1, this.elapsed / this.seconds));
    if (this.elapsed >= this.seconds) {
      this.elapsed = 0;
      if (!this.act.next()) return this.pause();
    }
    this.frame = requestAnimationFrame((next) => this.tick(next));
  }

  /** Keeps the screen on if the browser allows it. */
  keepAwake() {
    this.lock = navigator.wakeLock?.request('screen').catch(() => null);
  }
}

function stored() {
  try {
    const { seconds, loop } = JSON.parse(localStorage.getItem(STORE) ?? 'null') ?? {};
    return {
      seconds: clamp(Number(seconds) || 5, LEAST_SECONDS, MOST_SECONDS),
      loop: loop === true,
    };
  } catch {
    return {};
  }
}
