// What is being installed or verified: live progress, cancel, and another try when it failed.

import { clear, el, icon } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { bytes } from '../../core/format.js';
import { announce } from '../../core/live.js';
import { button, press } from '../../core/panel.js';
import { errandTitle, stageOf } from './words.js';

export class Errands {
  /** @type {({ node: HTMLElement; update: (errand: Install) => void; }) | null} */
  card;

  /** @param {{ ended: (errand: Install) => unknown, changed: (isBusy: boolean) => void }} act */
  constructor(act) {
    this.act = act;
    this.running = null;
    this.node = el('div', { class: 'errands' });
  }

  get isBusy() {
    return this.running !== null;
  }

  /** Finds what runs already, and how the last one ended if that was not well. */
  async begin() {
    const { installs } = await api.get('models/installs').catch(() => ({ installs: [] }));
    if (installs.length > 0 && !this.running) this.take(installs[0], { isOld: true });
  }

  /** @param {string} id */
  verify(id) {
    return this.start(`models/${encodeURIComponent(id)}/verify`, {});
  }
  /** @param {object} body */
  install(body) {
    return this.start('models/install', body);
  }
  /** @param {Install} install */
  repeat({ id }) {
    return this.start(`models/installs/${id}/repeat`, {});
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  async start(path, body) {
    const errand = await api.send('POST', path, body);
    this.take(errand);
    this.node.scrollIntoView({ block: 'nearest' });
    this.node.querySelector('button')?.focus({ preventScroll: true });
  }

  /**
   * Shows the progress of a model task.
   * @param {Install} errand
   */
  take(errand, { isOld = false } = {}) {
    if (errand.state === 'running') return this.show(errand);
    const wasRunning = this.running?.id === errand.id;
    // What ended before this page was opened is told only when it went wrong.
    if (!wasRunning && !(isOld && errand.state !== 'done')) return;
    this.running = null;
    this.card = null;
    const hadFocus = this.node.contains(document.activeElement);
    this.end(errand, isOld);
    if (hadFocus) {
      /** @type {HTMLElement | null} */ (this.node.querySelector('button') ??
        this.node.closest('[role="tabpanel"]'))?.focus();
    }
    this.act.changed(false);
    if (wasRunning) this.act.ended(errand);
  }

  /** @param {Install} errand */
  show(errand) {
    if (this.running && errand.id < this.running.id) return;
    if (this.running?.id !== errand.id) {
      this.running = errand;
      this.card = progressCard(errand);
      clear(this.node).append(this.card.node);
      this.act.changed(true);
    }
    this.running = errand;
    this.card?.update(errand);
  }

  /**
   * @param {Install} errand
   * @param {boolean} isOld
   */
  end(errand, isOld) {
    clear(this.node);
    const title = errandTitle(errand);
    if (errand.state === 'done') {
      const name = errand.model ?? errand.subject;
      toast(errand.kind === 'verify' ? `${name} is intact.` : `${name} is installed.`, {
        kind: 'ok',
      });
      return;
    }
    const text = errand.state === 'cancelled'
      ? 'Stopped. The data received so far is kept; try again to continue.'
      : errand.message;
    if (!isOld) announce(`${title}: ${text}`, { assertive: true });
    this.node.append(
      el(
        'div',
        { class: `notice ${errand.state === 'failed' ? 'is-error' : ''}` },
        icon(errand.state === 'failed' ? 'warning' : 'info'),
        el(
          'div',
          { class: 'stack' },
          el('p', {}, el('strong', { text: `${title}: ` }), text),
          el(
            'div',
            { class: 'toolbar' },
            button('Try again', (node) => press(node, () => this.repeat(errand)), {
              kind: 'small',
              image: 'refresh',
            }),
            button('Dismiss', () => {
              clear(this.node);
              this.node.closest('[role="tabpanel"]')?.focus();
            }, { kind: 'small quiet' }),
          ),
        ),
      ),
    );
  }
}

/** @param {Install} first */
function progressCard(first) {
  const title = errandTitle(first);
  const stage = el('p', { role: 'status' });
  const numbers = el('p', { class: 'muted tabular' });
  const fill = el('span');
  const bar = el('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': title,
    'aria-valuemin': 0,
  }, fill);
  const cancel = button(
    'Cancel',
    (node) => press(node, () => api.send('POST', `models/installs/${first.id}/cancel`, {})),
    { kind: 'quiet danger', image: 'close', label: `Cancel: ${title}` },
  );
  const node = el(
    'article',
    { class: 'panel active-job', 'aria-label': title },
    el('header', { class: 'panel-head' }, el('h3', { text: title }), cancel),
    stage,
    bar,
    numbers,
  );

  /** @param {Install} errand */
  function update(errand) {
    const doing = stageOf(errand);
    if (stage.textContent !== doing) stage.textContent = doing;
    const total = errand.total ?? 0;
    const known = total > 0;
    if (known) {
      bar.setAttribute('aria-valuemax', total);
      bar.setAttribute('aria-valuenow', Math.min(errand.done, total));
    } else bar.removeAttribute('aria-valuenow');
    fill.style.width = known ? `${Math.min(100, 100 * errand.done / total)}%` : '';
    numbers.textContent = known
      ? `${bytes(errand.done)} of ${bytes(total)}`
      : errand.done > 0
      ? bytes(errand.done)
      : '';
  }

  return { node, update };
}
