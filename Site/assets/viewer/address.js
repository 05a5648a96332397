// The address follows the viewer: each photo has its own, "back" closes, and the page beneath gets
// its address back.

import { query as page } from '../core/query.js';

const DELAY = 120;

export class Address {
  /** @type {boolean} */
  started;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /**
   * @param {Callback} onBack called when the user goes back and the viewer has to close
   * @param {string} query
   * @param {string} order
   */
  constructor(query, order, onBack) {
    this.search = searchOf(query, order);
    this.title = document.title;
    // Opened by its own address, so there is no page to go back to.
    this.pushed = !location.pathname.startsWith('/photo/');
    this.popped = () => onBack();
    window.addEventListener('popstate', this.popped);
  }

  /** @param {GridPhoto} photo */
  of(photo) {
    return `/photo/${photo.id}${this.search}`;
  }

  /** @param {GridPhoto} photo */
  move(photo) {
    document.title = `${photo.name} · Meridian`;
    const target = this.of(photo);
    clearTimeout(this.timer);
    if (!this.started) {
      this.started = true;
      if (this.pushed) return history.pushState(null, '', target);
    }
    // Browsers refuse more than some hundred changes in half a minute, as by a held arrow key.
    this.timer = setTimeout(() => history.replaceState(history.state, '', target), DELAY);
  }

  /**
   * Gives the page its own address back; resolves when that has happened.
   * @param {boolean} wentBack
   */
  async leave(wentBack) {
    clearTimeout(this.timer);
    window.removeEventListener('popstate', this.popped);
    document.title = this.title;
    if (wentBack) return;
    if (!this.pushed) return history.replaceState(null, '', `/${this.search}`);
    if (!this.started) return;
    await new Promise((resolve) => {
      window.addEventListener('popstate', resolve, { once: true });
      setTimeout(resolve, 500);
      history.back();
    });
  }
}

/**
 * The part of an address that names the result.
 * @param {string} text
 * @param {string} order
 */
function searchOf(text, order) {
  const search = page.link('', text);
  return order && order !== 'oldest'
    ? `${search || '?'}${search ? '&' : ''}order=${order}`
    : search;
}
