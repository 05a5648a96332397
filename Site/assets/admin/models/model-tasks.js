// Installing and verifying models: live progress, cancel, and retry after a failure.

import { clear, el, icon } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { bytes } from '../../core/format.js';
import { announce } from '../../core/live.js';
import { button, press } from '../../core/panel.js';
import { modelTaskTitle, stageOf } from './model-text.js';

export class ModelTasks {
  /** @type {({ node: HTMLElement; update: (task: Install) => void; }) | null} */
  card;

  /** @param {{ ended: (task: Install) => unknown, changed: (isBusy: boolean) => void }} act */
  constructor(act) {
    this.act = act;
    this.running = null;
    this.node = el('div', { class: 'errands' });
  }

  get isBusy() {
    return this.running !== null;
  }

  /** Finds the task that is running, or the last one if it failed. */
  async begin() {
    const { installs } = await api.get('models/installs').catch(() => ({ installs: [] }));
    if (installs.length > 0 && !this.running) this.take(installs[0], { isOld: true });
  }

  /** @param {string} id */
  async verify(id) {
    this.begun(await api.send('POST', `models/${encodeURIComponent(id)}/verify`, {}));
  }
  /** @param {BodyOf<'POST', 'models/install'>} body */
  async install(body) {
    this.begun(await api.send('POST', 'models/install', body));
  }
  /** @param {Install} install */
  async repeat({ id }) {
    this.begun(await api.send('POST', `models/installs/${id}/repeat`, {}));
  }

  /** @param {Install} task */
  begun(task) {
    this.take(task);
    this.node.scrollIntoView({ block: 'nearest' });
    this.node.querySelector('button')?.focus({ preventScroll: true });
  }

  /**
   * Shows the progress of a model task.
   * @param {Install} task
   */
  take(task, { isOld = false } = {}) {
    if (task.state === 'running') return this.show(task);
    const wasRunning = this.running?.id === task.id;
    // A task that ended before this page was opened is shown only if it failed.
    if (!wasRunning && !(isOld && task.state !== 'done')) return;
    this.running = null;
    this.card = null;
    const hadFocus = this.node.contains(document.activeElement);
    this.end(task, isOld);
    if (hadFocus) {
      /** @type {HTMLElement | null} */ (this.node.querySelector('button') ??
        this.node.closest('[role="tabpanel"]'))?.focus();
    }
    this.act.changed(false);
    if (wasRunning) this.act.ended(task);
  }

  /** @param {Install} task */
  show(task) {
    if (this.running && task.id < this.running.id) return;
    if (this.running?.id !== task.id) {
      this.running = task;
      this.card = progressCard(task);
      clear(this.node).append(this.card.node);
      this.act.changed(true);
    }
    this.running = task;
    this.card?.update(task);
  }

  /**
   * @param {Install} task
   * @param {boolean} isOld
   */
  end(task, isOld) {
    clear(this.node);
    const title = modelTaskTitle(task);
    if (task.state === 'done') {
      const name = task.model ?? task.subject;
      toast(task.kind === 'verify' ? `${name} is intact.` : `${name} is installed.`, {
        kind: 'ok',
      });
      return;
    }
    const text = task.state === 'cancelled'
      ? 'Stopped. The data received so far is kept; try again to continue.'
      : task.message;
    if (!isOld) announce(`${title}: ${text}`, { assertive: true });
    this.node.append(
      el(
        'div',
        { class: `notice ${task.state === 'failed' ? 'is-error' : ''}` },
        icon(task.state === 'failed' ? 'warning' : 'info'),
        el(
          'div',
          { class: 'stack' },
          el('p', {}, el('strong', { text: `${title}: ` }), text),
          el(
            'div',
            { class: 'toolbar' },
            button('Try again', (node) => press(node, () => this.repeat(task)), {
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
  const title = modelTaskTitle(first);
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

  /** @param {Install} task */
  function update(task) {
    const doing = stageOf(task);
    if (stage.textContent !== doing) stage.textContent = doing;
    const total = task.total ?? 0;
    const known = total > 0;
    if (known) {
      bar.setAttribute('aria-valuemax', total);
      bar.setAttribute('aria-valuenow', Math.min(task.done, total));
    } else bar.removeAttribute('aria-valuenow');
    fill.style.width = known ? `${Math.min(100, 100 * task.done / total)}%` : '';
    numbers.textContent = known
      ? `${bytes(task.done)} of ${bytes(total)}`
      : task.done > 0
      ? bytes(task.done)
      : '';
  }

  return { node, update };
}
