// Marking in the viewer: a label, and the items to answer for it on the current photo.

import { sentenceOf } from '../../core/api.js';
import { clear, el, freshId, icon } from '../../core/dom.js';
import { toast } from '../../core/dialog.js';
import { count, number } from '../../core/format.js';
import { bindKeys, keyNodes } from '../../core/keys.js';
import { spinner } from '../../core/panel.js';
import { aboutText, answerWord } from '../../shared/label-text.js';
import { Item } from './item.js';
import { lastFirst, rememberLabel } from './last-label.js';
import { allLabels, giveAnswer, marksOf, undoAnswer } from './marks.js';
import { Overlay } from './overlay.js';

/** @type {[string[], string][]} */
const KEYS = [[['y'], 'yes'], [['n'], 'no'], [['Delete'], 'remove'], [['z'], 'undo']];

export class Labelling {
  /** @type {{} | null} */
  asked;

  /** @param {{ close: Callback, details: (id: number) => Promise<Photo>, say: (text: string) => void, flash: (sign: string) => void }} act */
  constructor(act) {
    this.act = act;
    /** @type {Label[]} */
    this.labels = [];
    this.label = null;
    /** @type {Item[]} */
    this.items = [];
    this.current = null;
    this.photo = null;
    this.last = Promise.resolve();
    const id = freshId('label');
    /** @type {HTMLSelectElement} */
    this.select = el('select', {
      id,
      on: { change: () => this.takeLabel(Number(this.select.value)) },
    });
    this.about = el('p', { class: 'hint' });
    this.open = el('a', { class: 'button quiet small' }, 'Open the label');
    this.undoButton = el(
      'button',
      {
        type: 'button',
        class: 'button small',
        title: 'Undo last answer (Z)',
        'aria-keyshortcuts': 'z',
        on: { click: () => this.undo() },
      },
      icon('undo'),
      'Undo',
    );
    this.list = el('ul', { class: 'viewer-mark-list' });
    this.place = el('div', { class: 'viewer-mark-place' });
    this.chosen = el(
      'div',
      { class: 'viewer-mark-label' },
      el('div', { class: 'field' }, el('label', { for: id, text: 'Label' }), this.select),
      this.about,
    );
    this.foot = el(
      'div',
      { class: 'viewer-mark-foot' },
      el('div', { class: 'toolbar' }, this.undoButton, this.open),
      el(
        'p',
        { class: 'hint viewer-mark-keys' },
        KEYS.map(([keys, word]) => el('span', {}, keyNodes(keys), ` ${word}`)),
      ),
    );
    this.node = el(
      'aside',
      { class: 'viewer-labelling', 'aria-label': 'Mark for a label', tabindex: '-1', hidden: true },
      el(
        'header',
        { class: 'viewer-info-head' },
        el('h2', { class: 'viewer-name', text: 'Mark for a label' }),
        el('button', {
          type: 'button',
          class: 'button quiet icon-button',
          title: 'End marking (L)',
          'aria-label': 'End marking',
          on: { click: () => act.close() },
        }, icon('close')),
      ),
      el('div', { class: 'viewer-labelling-scroll' }, this.chosen, this.place, this.foot),
    );
    this.overlay = new Overlay({
      choose: (item) => this.choose(item),
      answer: (item, value) => this.answer(item, value),
    });
  }

  get isOn() {
    return !this.node.hidden;
  }

  /**
   * While the panel is open, its keys apply in the whole viewer, before the viewer's own; arrow keys only
   * in the list.
   * @param {HTMLElement} viewer
   */
  bindKeys(viewer) {
    const group = 'Marking for a label';
    const ends = [
      bindKeys([
        { keys: ['y'], label: 'Yes', group, run: () => this.answer(this.current, true) },
        { keys: ['n'], label: 'No', group, run: () => this.answer(this.current, false) },
        {
          keys: ['Delete', 'Backspace'],
          label: 'Take the answer back',
          group,
          run: () => this.answer(this.current, null),
        },
        { keys: ['z', 'Ctrl+z'], label: 'Undo the last answer', group, run: () => this.undo() },
      ], { scope: viewer, when: () => this.isOn }),
      bindKeys([
        { keys: ['ArrowDown'], label: 'Next box', group, run: () => this.step(1) },
        { keys: ['ArrowUp'], label: 'Previous box', group, run: () => this.step(-1) },
      ], { scope: this.list }),
    ];
    return () => ends.forEach((end) => end());
  }

  // Opening

  /**
   * Opens the panel on the photo, for the label that was marked last or the one named.
   * @param {GridPhoto} photo
   */
  async begin(photo, label = null) {
    this.node.hidden = false;
    this.photo = photo;
    if (label) rememberLabel(label);
    this.node.focus();
    if (this.labels.length === 0) clear(this.place).append(spinner('Loading the labels…'));
    this.chosen.hidden = this.foot.hidden = this.labels.length === 0;
    try {
      this.labels = lastFirst(await allLabels());
    } catch (problem) {
      return this.fail(problem);
    }
    if (!this.isOn) return;
    if (this.labels.length === 0) return this.showNoLabels();
    this.select.replaceChildren(
      ...this.labels.map(({ id, name }) => el('option', { value: id, text: name })),
    );
    this.chosen.hidden = this.foot.hidden = false;
    this.takeLabel(this.labels[0].id);
  }

  end() {
    this.node.hidden = true;
    this.asked = null;
    this.showItems([]);
  }

  showNoLabels() {
    this.chosen.hidden = this.foot.hidden = true;
    const first = el('a', { class: 'button primary', href: '/labels' }, icon('plus'), 'New label');
    clear(this.place).append(
      el('p', { text: 'No labels yet. Create one and train it with examples.' }),
      el('p', {}, first),
    );
    first.focus();
  }

  /** @param {number} id */
  takeLabel(id) {
    this.select.value = String(id);
    rememberLabel(id);
    const found = this.labels.find((label) => label.id === id);
    if (found) this.setLabel(found);
    return this.load();
  }

  /** @param {Label} label */
  setLabel(label) {
    this.label = label;
    this.labels = this.labels.map((each) => each.id === label.id ? label : each);
    this.about.textContent = `About ${aboutText(label)} · ${number(label.positives)} yes, ${
      number(label.negatives)
    } no`;
    this.open.href = `/labels/${label.id}`;
  }

  // The photo

  /** @param {GridPhoto} photo */
  showPhoto(photo) {
    this.photo = photo;
    if (this.isOn && this.label) this.load();
  }

  /** @param {GridPhoto} photo */
  photoTurned(photo) {
    this.photo = photo;
    for (const item of this.items) item.setPhoto(photo);
    this.overlay.setTurn(photo.turn ?? 0);
  }

  async load() {
    const mine = this.asked = {};
    const { label, photo } = this;
    if (!label || !photo) return;
    const isSeen = () => mine === this.asked && this.isOn;
    // The element with the focus is removed with its photo; until the next one is loaded, the panel has it.
    const hadFocus = this.place.contains(document.activeElement) ||
      document.activeElement === this.node;
    if (this.place.contains(document.activeElement)) this.node.focus();
    this.showItems([]);
    const late = setTimeout(() => {
      if (isSeen()) clear(this.place).append(spinner('Loading…'));
    }, 200);
    try {
      const { path } = await this.act.details(photo.id);
      const marks = await marksOf(label, { id: photo.id, path });
      if (!isSeen()) return;
      this.showItems(this.itemsOf(marks));
      if (hadFocus && document.activeElement === this.node) this.current?.focus();
    } catch (problem) {
      if (isSeen()) this.fail(problem);
    } finally {
      clearTimeout(late);
    }
  }

  /** @param {{ box: Box | null, answer: boolean | null }[]} marks */
  itemsOf(marks) {
    const { photo } = this;
    if (!photo) return [];
    const act = {
      choose: (/** @type {Item} */ item) => this.choose(item),
      point: (/** @type {Item | null} */ item) => this.overlay.point(item),
      answer: (/** @type {Item} */ item, /** @type {boolean | null} */ value) =>
        this.answer(item, value),
    };
    return marks.map((mark, index) =>
      new Item(mark, photo, mark.box ? `Box ${index + 1}` : 'This photo', act)
    );
  }

  /** @param {import('./item.js').Item[]} items */
  showItems(items) {
    this.items = items;
    clear(this.list).append(...items.map(({ node }) => node));
    this.overlay.set(items, this.photo?.turn ?? 0);
    clear(this.place).append(items.length > 0 ? this.list : this.nothing());
    this.choose(items.find(({ answer }) => answer === null) ?? items[0] ?? null);
  }

  nothing() {
    const name = this.label?.class;
    return name
      ? el('p', { class: 'muted', text: `No ${name} found on this photo: nothing to answer.` })
      : '';
  }

  /** @param {unknown} problem */
  fail(problem) {
    clear(this.place).append(
      el(
        'p',
        { class: 'notice is-error', role: 'alert' },
        icon('warning'),
        el('span', {}, sentenceOf(problem)),
      ),
    );
  }

  // Answering

  /** @param {import('./item.js').Item | null} item */
  choose(item) {
    this.current = item;
    for (const each of this.items) each.setCurrent(each === item && this.items.length > 1);
    this.overlay.choose(item);
    item?.node.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} by */
  step(by) {
    const next = this.items[(this.current ? this.items.indexOf(this.current) : -1) + by];
    if (!next) return false;
    next.focus();
  }

  /**
   * @param {import('./item.js').Item | null} item
   * @param {boolean | null} value
   */
  answer(item, value) {
    if (!item) {
      return this.act.say(this.items.length === 0 ? 'Nothing to answer on this photo.' : '');
    }
    const [before, { label, photo }] = [item.answer, this];
    if (!label || !photo) return;
    this.choose(item);
    if (before === value) return this.act.say(item.words);
    this.show(item, value);
    this.act.flash(value === null ? '↶' : value ? '✓' : '✕');
    this.act.say(`${item.name}: ${value === null ? 'answer removed' : answerWord(value)}`);
    // One after the other, so that the last answer wins.
    this.last = this.last.then(async () => {
      try {
        this.taken(await giveAnswer(label, photo.id, item.box, value));
      } catch (problem) {
        this.show(item, before);
        toast(`Not saved: ${sentenceOf(problem)}`, { kind: 'error' });
      }
    });
  }

  /**
   * @param {import('./item.js').Item} item
   * @param {boolean | null} answer
   */
  show(item, answer) {
    item.show(answer);
    this.overlay.update(item);
  }

  /**
   * Updates the label after an answer: how many examples it has now.
   * @param {Label} label
   */
  taken(label) {
    if (label.id === this.label?.id) this.setLabel(label);
  }

  async undo() {
    const { label } = this;
    if (!label) return;
    await this.last;
    try {
      const { marks, label: now } = await undoAnswer(label);
      this.taken(now);
      if (marks.length === 0) return toast('Nothing to undo.');
      const words = `${count(marks.length, 'answer')} for “${label.name}” ${
        marks.length === 1 ? 'is' : 'are'
      } restored.`;
      // Undoing an answer for another photo changes nothing visible here.
      if (marks.every((/** @type {Mark} */ { photo }) => photo === this.photo?.id)) {
        this.act.say(words);
      } else toast(words, { kind: 'ok' });
      await this.load();
    } catch (problem) {
      toast(sentenceOf(problem), { kind: 'error' });
    }
  }
}
