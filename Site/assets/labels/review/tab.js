// Reviewing: the label asks about what it is least sure of, and learns from the answers.

import { sentenceOf } from '../../core/api.js';
import { clear, el, icon } from '../../core/dom.js';
import { toast } from '../../core/dialog.js';
import { onServer } from '../../core/events.js';
import { number } from '../../core/format.js';
import { button, failure, spinner } from '../../core/panel.js';
import { answerWord } from '../../shared/label-words.js';
import { Answers } from '../mark/answers.js';
import { Bench } from '../mark/bench.js';
import { bindBenchKeys } from '../mark/keys.js';
import { Again } from './again.js';
import { doubtNode } from './doubt.js';
import { Doubts } from './doubts.js';
import { noneLeft, notTrained, pendingWords } from './empty.js';

/**
 * @param {HTMLElement} panel
 * @param {LabelContext} context
 */
export function show(panel, context) {
  if (!context.label.version) {
    panel.append(notTrained(context));
    return null;
  }
  const tab = new Review(panel, context);
  tab.load();
  return () => tab.leave();
}

class Review {
  /** @type {boolean} */
  hasLeft;
  /** @type {Doubts} */
  doubts;
  /** @type {(() => void) | null} */
  unbind;
  /** @type {Bench} */
  bench;
  /** @type {{ close: () => void; }} */
  message;

  /**
   * @param {HTMLElement} panel
   * @param {LabelContext} context
   */
  constructor(panel, context) {
    this.panel = panel;
    this.context = context;
    this.again = new Again(context, () => context.goTo('train'));
    this.news = el('div', { class: 'labels-news' });
    this.place = el('div', { class: 'labels-place' });
    panel.append(
      el(
        'div',
        { class: 'labels-marking labels-reviewing' },
        this.again.node,
        this.news,
        this.place,
      ),
    );
    this.answers = new Answers(context, 'review', {
      changed: () => this.bench?.current && this.bench.stage.showAnswer(this.bench.current),
      failed: (entry, problem) => this.failed(entry, problem),
      strange: () => {
        this.say('Someone else had answered in the meantime, so that answer was undone.', {
          kind: 'error',
        });
        this.load();
      },
    });
    this.leaving = [onServer('job', (job) => {
      if (job.label === context.id && job.state === 'done') this.trained();
    })];
  }

  leave() {
    this.hasLeft = true;
    this.unbind?.();
    for (const end of this.leaving) end();
    this.message?.close();
  }

  async load() {
    const { context } = this;
    const doubts = this.doubts = new Doubts(context.id);
    this.unbind?.();
    this.unbind = null;
    clear(this.news);
    clear(this.place).append(spinner('Finding uncertain photos…'));
    try {
      // What was answered here a moment ago must not come back.
      await this.answers.line;
      await Promise.all([doubts.more(), this.count()]);
    } catch (problem) {
      if (doubts === this.doubts) clear(this.place).append(failure(problem, () => this.load()));
      return;
    }
    if (doubts !== this.doubts || this.hasLeft) return;
    this.lay(doubts);
  }

  count() {
    this.again.given = 0;
    return this.again.load();
  }

  /** @param {any} doubts */
  lay(doubts) {
    const { context } = this;
    const act = { undo: () => this.undo() };
    const bench = this.bench = new Bench(context.label, doubts, this.answers, {
      where: (item) => `Item ${number(doubts.items.indexOf(item) + 1)}, least certain first`,
      detail: (item) => doubtNode(item, context.label.threshold),
      end: () => this.nothing(),
      answered: (before) => {
        if (before === null) this.again.add(1);
      },
    }, act);
    clear(this.place).append(bench.node);
    if (doubts.pending > 0 && doubts.items.length > 0) {
      this.news.append(el('p', { class: 'hint', text: pendingWords(doubts.pending) }));
    }
    this.unbind = bindBenchKeys('Review', {
      answer: (value) => this.answer(value),
      skip: () => {
        bench.skip();
        this.focusHere();
      },
      back: () => bench.back(),
      forward: () => bench.forward(),
      ...act,
    });
    bench.advance();
  }

  /** @param {boolean | null} value */
  answer(value) {
    this.bench.answer(value);
    this.focusHere();
  }

  /** Whoever answers by a key and is nowhere yet, or still on the tab, is at the picture from then on. */
  focusHere() {
    const { activeElement: active } = document;
    if (
      this.bench.current &&
      (active === document.body || active === this.panel || active?.getAttribute('role') === 'tab')
    ) this.bench.stage.focus();
  }

  nothing() {
    return noneLeft(this.context, {
      pending: this.doubts.pending,
      skipped: this.bench.skipped,
      act: { again: () => this.bench.again(), reload: () => this.load() },
    });
  }

  undo() {
    const entry = this.answers.undo();
    if (!entry) return this.say('Nothing to undo here. Earlier answers are under Examples.');
    if (entry.before[0] === null) this.again.add(-1);
    if (this.doubts.items.includes(entry.items[0])) {
      this.bench.showItem(entry.items[0], `Undid the answer ${answerWord(entry.answer)}.`);
    } else this.say('Undid the last answer.');
  }

  /**
   * @param {AnswerEntry} answerEntry
   * @param {unknown} problem
   */
  failed({ items, before, isUndo }, problem) {
    if (!isUndo && before[0] === null) this.again.add(-1);
    this.say(`${isUndo ? 'Could not undo' : 'The answer was not saved'}: ${sentenceOf(problem)}`, {
      kind: 'error',
    });
    if (!this.hasLeft) this.bench?.showItem(items[0]);
  }

  /** Another version answers now; nobody's picture is taken away under their fingers. */
  trained() {
    if (this.news.querySelector('.notice')) return;
    clear(this.news).append(
      el(
        'div',
        { class: 'notice' },
        icon('info'),
        el(
          'div',
          { class: 'row grow' },
          el('p', { class: 'grow', text: 'The label was trained again. Its list has changed.' }),
          button('Reload', async () => {
            await this.context.reload().catch(() => {});
            await this.load();
            this.panel.focus({ preventScroll: true });
          }),
        ),
      ),
    );
  }

  /**
   * @param {string} text
   * @param {Parameters<typeof toast>[1]} [options]
   */
  say(text, options) {
    this.message?.close();
    this.message = toast(text, options);
  }
}
