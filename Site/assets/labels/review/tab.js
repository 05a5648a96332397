// Reviewing: the user answers for the items that the label is least certain about.

import { sentenceOf } from '../../core/api.js';
import { clear, el, icon } from '../../core/dom.js';
import { toast } from '../../core/dialog.js';
import { onServer } from '../../core/events.js';
import { number } from '../../core/format.js';
import { button, failure, spinner } from '../../core/panel.js';
import { answerWord } from '../../shared/label-text.js';
import { Answers } from '../mark/answers.js';
import { MarkingView } from '../mark/marking-view.js';
import { bindMarkingKeys } from '../mark/keys.js';
import { TrainAgain } from './train-again.js';
import { uncertaintyNode } from './uncertain.js';
import { UncertainItems } from './uncertain-items.js';
import { noneLeft, notTrained, pendingText } from './empty.js';

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
  /** @type {UncertainItems} */
  uncertain;
  /** @type {(() => void) | null} */
  unbind;
  /** @type {MarkingView} */
  view;
  /** @type {{ close: () => void; }} */
  message;

  /**
   * @param {HTMLElement} panel
   * @param {LabelContext} context
   */
  constructor(panel, context) {
    this.panel = panel;
    this.context = context;
    this.trainAgain = new TrainAgain(context, () => context.goTo('train'));
    this.news = el('div', { class: 'labels-news' });
    this.place = el('div', { class: 'labels-place' });
    panel.append(
      el(
        'div',
        { class: 'labels-marking labels-reviewing' },
        this.trainAgain.node,
        this.news,
        this.place,
      ),
    );
    this.answers = new Answers(context, 'review', {
      changed: () => this.view?.current && this.view.stage.showAnswer(this.view.current),
      failed: (entry, problem) => this.failed(entry, problem),
      answeredElsewhere: () => {
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
    const uncertain = this.uncertain = new UncertainItems(context.id);
    this.unbind?.();
    this.unbind = null;
    clear(this.news);
    clear(this.place).append(spinner('Finding uncertain photos…'));
    try {
      // Items that were just answered must not come back.
      await this.answers.line;
      await Promise.all([uncertain.more(), this.count()]);
    } catch (problem) {
      if (uncertain === this.uncertain) {
        clear(this.place).append(failure(problem, () => this.load()));
      }
      return;
    }
    if (uncertain !== this.uncertain || this.hasLeft) return;
    this.showItems(uncertain);
  }

  count() {
    this.trainAgain.given = 0;
    return this.trainAgain.load();
  }

  /** @param {UncertainItems} uncertain */
  showItems(uncertain) {
    const { context } = this;
    const act = { undo: () => this.undo() };
    const view = this.view = new MarkingView(context.label, uncertain, this.answers, {
      where: (item) => `Item ${number(uncertain.items.indexOf(item) + 1)}, least certain first`,
      detail: (item) => uncertaintyNode(item, context.label.threshold),
      end: () => this.nothing(),
      answered: (before) => {
        if (before === null) this.trainAgain.add(1);
      },
    }, act);
    clear(this.place).append(view.node);
    if (uncertain.pending > 0 && uncertain.items.length > 0) {
      this.news.append(el('p', { class: 'hint', text: pendingText(uncertain.pending) }));
    }
    this.unbind = bindMarkingKeys('Review', {
      answer: (value) => this.answer(value),
      skip: () => {
        view.skip();
        this.focusHere();
      },
      back: () => view.back(),
      forward: () => view.forward(),
      ...act,
    });
    view.advance();
  }

  /** @param {boolean | null} value */
  answer(value) {
    this.view.answer(value);
    this.focusHere();
  }

  /** After an answer by key, moves the focus from nowhere or from the tab to the picture. */
  focusHere() {
    const { activeElement: active } = document;
    if (
      this.view.current &&
      (active === document.body || active === this.panel || active?.getAttribute('role') === 'tab')
    ) this.view.stage.focus();
  }

  nothing() {
    return noneLeft(this.context, {
      pending: this.uncertain.pending,
      skipped: this.view.skipped,
      act: { again: () => this.view.again(), reload: () => this.load() },
    });
  }

  undo() {
    const entry = this.answers.undo();
    if (!entry) return this.say('Nothing to undo here. Earlier answers are under Examples.');
    if (entry.before[0] === null) this.trainAgain.add(-1);
    if (this.uncertain.items.includes(entry.items[0])) {
      this.view.showItem(entry.items[0], `Undid the answer ${answerWord(entry.answer)}.`);
    } else this.say('Undid the last answer.');
  }

  /**
   * @param {AnswerEntry} answerEntry
   * @param {unknown} problem
   */
  failed({ items, before, isUndo }, problem) {
    if (!isUndo && before[0] === null) this.trainAgain.add(-1);
    this.say(`${isUndo ? 'Could not undo' : 'The answer was not saved'}: ${sentenceOf(problem)}`, {
      kind: 'error',
    });
    if (!this.hasLeft) this.view?.showItem(items[0]);
  }

  /** Another version is active now. The current item stays until the user reloads. */
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
