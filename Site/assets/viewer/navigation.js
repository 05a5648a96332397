// The position in the result, and moving from photo to photo.

import { Sequence } from './sequence.js';

export class Navigation {
  /** @type {{} | null} */
  token;

  /**
   * @param {ViewerOptions} options as the viewer was opened
   * @param {{ show: (photo: GridPhoto, how: { fade: boolean, step: number }) => void, wait: (isWaiting: boolean) => void, problem: (error: unknown) => void }} act
   * @param {import('./details.js').Details} details
   */
  constructor({ id, index, total, source }, details, act) {
    this.id = id;
    this.details = details;
    this.act = act;
    this.given = index;
    this.photos = new Sequence(source, total);
    /** @type {number | null} */
    this.index = null;
    /** @type {GridPhoto | null} */
    this.photo = null;
  }

  get total() {
    return this.photos.total;
  }

  async start() {
    try {
      await this.go(await this.findPlace());
    } catch (problem) {
      this.act.problem(problem);
    }
  }

  async findPlace() {
    // The library may have changed since the page was drawn.
    if (await this.isAt(this.given)) return this.given;
    const details = await this.details.get(this.id);
    if (await this.isAt(details.index)) return details.index;
    this.photos = Sequence.of(details);
    return 0;
  }

  /**
   * @param {number | null | undefined} index
   * @returns {Promise<boolean>}
   */
  async isAt(index) {
    if (!Number.isInteger(index) || index >= this.total) return false;
    const photo = await this.photos.at(index).catch(() => null);
    return photo?.id === this.id;
  }

  /** @param {number} step */
  canStep(step) {
    return this.index !== null && this.index + step >= 0 && this.index + step < this.total;
  }

  /**
   * Moves by `step`; false at an end.
   * @param {number} step
   */
  step(step) {
    if (!this.canStep(step)) return false;
    this.go((this.index ?? 0) + step);
    return true;
  }

  /**
   * Goes to the photo at `index`; answers to earlier requests are dropped.
   * @param {number} index
   */
  async go(index, { fade = false } = {}) {
    if (index === this.index) return;
    const step = index < (this.index ?? 0) ? -1 : 1;
    this.index = index;
    const token = this.token = {};
    const late = setTimeout(() => this.act.wait(true), 200);
    try {
      const photo = await this.photos.at(index);
      if (token !== this.token) return;
      if (!photo) throw new Error('This photo is no longer in the result.');
      this.photo = photo;
      this.act.show(photo, { fade, step });
    } catch (problem) {
      if (token === this.token) this.act.problem(problem);
    } finally {
      clearTimeout(late);
      if (token === this.token) this.act.wait(false);
    }
  }

  stop() {
    this.token = null;
  }
}
