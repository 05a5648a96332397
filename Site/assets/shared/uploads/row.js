// One file in the list of uploads.

import { clear, el, icon } from '../../core/dom.js';
import { bytes } from '../../core/format.js';
import { small } from '../../core/media.js';
import { states } from './states.js';
import { uploads } from './uploads.js';

export class UploadRow {
  #fill = el('span');
  #bar;
  #picture = el('span', { class: 'upload-picture' });
  #state = el('span', { class: 'upload-state' });
  #detail = el('span', { class: 'upload-detail tabular' });
  #actions = el('span', { class: 'upload-buttons' });
  #shown = '';

  /** @param {UploadItem} item */
  constructor(item) {
    this.item = item;
    this.#bar = el('div', {
      class: 'progress',
      role: 'progressbar',
      'aria-label': item.name,
      'aria-valuemin': 0,
      'aria-valuemax': 100,
    }, this.#fill);
    this.node = el(
      'li',
      { class: 'upload', title: item.path },
      this.#picture,
      el(
        'div',
        { class: 'upload-text' },
        el('span', { class: 'upload-name truncate', text: item.name }),
        el('span', { class: 'upload-line' }, this.#state, this.#detail),
        this.#bar,
      ),
      this.#actions,
    );
  }

  update() {
    const { item } = this;
    // A duplicate gets its photo when the first of the two does.
    const photo = item.photo ?? item.twin?.photo ?? null;
    const key = `${item.state} ${photo}`;
    if (key !== this.#shown) this.#showState(photo);
    this.#shown = key;
    this.#detail.textContent = this.#detailText();
    this.node.classList.toggle('is-lost', item.retryIn > 0);
    this.#bar.hidden = item.state !== 'sending';
    if (item.state !== 'sending') return;
    const share = item.size ? item.sent / item.size * 100 : 0;
    this.#fill.style.width = `${share}%`;
    this.#bar.setAttribute('aria-valuenow', Math.round(share));
  }

  /** @param {number | null} photo */
  #showState(photo) {
    const { item } = this;
    const { label, icon: picture, tone } = states[item.state];
    this.node.dataset.state = item.state;
    this.#state.className = `upload-state${tone ? ` is-${tone}` : ''}`;
    this.#state.textContent = label;
    clear(this.#picture).append(photo !== null && item.sha256 ? this.#thumbnail() : icon(picture));
    clear(this.#actions).append(...this.#buttons(photo));
  }

  #thumbnail() {
    return el('img', {
      src: small(this.item),
      alt: '',
      width: 44,
      height: 44,
      loading: 'lazy',
      decoding: 'async',
    });
  }

  #detailText() {
    const { state, reason, retryIn, problem, sent, size } = this.item;
    if (state === 'sending' && retryIn > 0) return problem;
    if (state === 'sending') return `${bytes(sent)} of ${bytes(size)}`;
    return reason || bytes(size);
  }

  /** @param {number | null} photo */
  #buttons(photo) {
    const { item } = this;
    /**
     * @param {string} name
     * @param {string} text
     * @param {(item: UploadItem) => void} run
     */
    const button = (name, text, run) =>
      el('button', {
        type: 'button',
        class: 'button quiet icon-button small',
        'aria-label': `${text} ${item.name}`,
        title: text,
        on: { click: () => run(item) },
      }, icon(name));
    if (photo !== null) {
      return [
        el('a', {
          class: 'button quiet small',
          href: `/photo/${photo}`,
          'aria-label': `Show ${item.name}`,
          text: 'Show',
        }),
      ];
    }
    if (['failed', 'cancelled'].includes(item.state)) {
      return [button('refresh', 'Try again', (each) => uploads.retry(each))];
    }
    if (['waiting', 'checking', 'ready', 'sending'].includes(item.state)) {
      return [button('close', 'Cancel', (each) => uploads.cancel(each))];
    }
    return [];
  }
}
