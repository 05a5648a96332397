// Bytes per second over the last seconds.

const span = 8000;

export class Speed {
  /** @type {[time: number, bytes: number][]} */
  #samples = [];

  /** @param {number} bytes */
  add(bytes) {
    const now = performance.now();
    this.#samples.push([now, bytes]);
    while (this.#samples.length && now - this.#samples[0][0] > span) this.#samples.shift();
  }

  get rate() {
    const now = performance.now();
    const recent = this.#samples.filter(([time]) => now - time <= span);
    if (recent.length < 2) return 0;
    const seconds = Math.max(0.5, (now - recent[0][0]) / 1000);
    return recent.reduce((sum, [, bytes]) => sum + bytes, 0) / seconds;
  }
}
