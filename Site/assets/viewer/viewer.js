// The photo viewer: a dialog over Explore, Table and other pages, with all photos of a result.

import { asError, sentenceOf } from '../core/api.js';
import { focusedNode, targetOf } from '../core/dom.js';
import { toast } from '../core/dialog.js';
import { number } from '../core/format.js';
import { bindKeys } from '../core/keys.js';
import { session } from '../core/session.js';
import { actionsOf, keyBinding } from './actions.js';
import { Address } from './address.js';
import { BoxesSwitch } from './picture/boxes-switch.js';
import { Buttons } from './buttons.js';
import { slideshowSettings } from './controls.js';
import { Details } from './details.js';
import { Fullscreen } from './fullscreen.js';
import { Idle } from './idle.js';
import { InfoPanel } from './info/panel.js';
import { InfoSwitch } from './info-switch.js';
import { Navigation } from './navigation.js';
import { giveAnswer, undoAnswer } from './labelling/marks.js';
import { Labelling } from './labelling/panel.js';
import { layOut } from './layout.js';
import { Marks } from './marks.js';
import { Preload } from './picture/preload.js';
import { announceIn, flashIn } from './announce.js';
import { Slideshow } from './slideshow.js';
import { Stage } from './picture/stage.js';

const PAN = 120;

/** @type {Viewer | null} */
let current = null;

/** Whether the viewer is open: the page below must not handle keys or the address then. */
export const isViewerOpen = () => current !== null;

/**
 * Opens the viewer on a photo of a result.
 * @param {ViewerOptions} options
 */
export function openViewer(options) {
  current?.close();
  current = new Viewer({
    onClose() {},
    onChange() {},
    query: '',
    order: 'oldest',
    index: null,
    ...options,
  });
  current.open();
  return current;
}

export class Viewer {
  /** @type {import('./info/panel.js').InfoPanel} */
  info;
  /** @type {import('./labelling/panel.js').Labelling} */
  labelling;
  /** @type {import('./info-switch.js').InfoSwitch} */
  infoSwitch;
  /** @type {ViewerAction[]} */
  actions;
  /** @type {import('./buttons.js').Buttons} */
  buttons;
  /** @type {ReturnType<typeof import('./layout.js').layOut>} */
  parts;
  /** @type {HTMLDialogElement} */
  node;
  /** @type {Stage} */
  stage;
  /** @type {Slideshow} */
  slideshow;
  /** @type {Marks} */
  marks;
  /** @type {BoxesSwitch} */
  boxes;
  /** @type {Fullscreen} */
  fullscreen;
  /** @type {HTMLElement | null} */
  returnTo;
  /** @type {Address} */
  address;
  /** @type {Idle} */
  idle;
  /** @type {() => void} */
  unbind;
  /** @type {boolean} */
  isClosed;

  /** @param {Required<ViewerOptions>} options */
  constructor(options) {
    this.options = options;
    this.details = new Details(options.query, options.order);
    this.preload = new Preload(this.details);
    this.navigation = new Navigation(options, this.details, {
      show: (photo, how) => this.show(photo, how),
      wait: (isWaiting) => {
        this.parts.waiting.hidden = !isWaiting;
      },
      problem: (problem) => this.showProblem(problem),
    });
    this.makeParts();
    this.assemble();
  }

  get photo() {
    return this.navigation.photo;
  }

  makeParts() {
    this.stage = new Stage({
      swipe: (step) => this.step(step),
      tap: () => this.node.classList.toggle('is-bare'),
      zoomed: () => this.buttons?.update(),
      point: (index) => this.point(index),
    });
    this.slideshow = new Slideshow({
      next: () => this.slideNext(),
      progress: (part) => {
        /** @type {HTMLElement} */ (this.parts.progress.firstElementChild).style.transform =
          `scaleX(${part})`;
      },
      changed: () => this.slideshowChanged(),
    });
    this.info = new InfoPanel({
      close: () => this.toggleInfo(false),
      rate: (stars) => this.photo && this.marks.rate(this.photo, stars),
      point: (index) => this.point(index),
      moved: (id) => this.positionChanged(id),
      mark: (label, answer) => this.markLabel(label, answer),
    });
    this.marks = new Marks({
      apply: (id, change) => this.apply(id, change),
      saved: (photo) => this.saved(photo),
      flash: (sign, words) => {
        flashIn(this.parts.flash, sign);
        announceIn(this.parts.live, words);
      },
    });
  }

  assemble() {
    this.labelling = new Labelling({
      close: () => this.toggleLabelling(false),
      details: (id) => this.details.get(id),
      say: (text) => announceIn(this.parts.live, text),
      flash: (sign) => flashIn(this.parts.flash, sign),
    });
    this.boxes = new BoxesSwitch(this.stage);
    this.infoSwitch = new InfoSwitch(this.info.node);
    this.fullscreen = new Fullscreen(() => this.buttons.update());
    this.actions = actionsOf(this);
    this.buttons = new Buttons(this.actions);
    const { stage, info, labelling, buttons, boxes: { confidence } } = this;
    this.parts = layOut({
      stage,
      info,
      labelling,
      buttons,
      confidence,
      settings: slideshowSettings(this.slideshow),
    });
    this.node = this.parts.node;
    this.fullscreen.node = this.parts.frame;
  }

  open() {
    const { query, order } = this.options;
    this.returnTo = focusedNode();
    document.body.append(this.node);
    this.node.showModal();
    this.node.focus();
    this.address = new Address(query, order, () => this.close({ wentBack: true }));
    this.idle = new Idle(this.node, () => this.slideshow.playing || this.fullscreen.isOn);
    const unbind = [
      bindKeys(this.actions.map(keyBinding), { scope: this.node }),
      session.isEditor ? this.labelling.bindKeys(this.node) : () => {},
    ];
    this.unbind = () => unbind.forEach((end) => end());
    this.node.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.escape();
    });
    // Browsers may close a dialog themselves at a second Esc or a "back" gesture.
    this.node.addEventListener('close', () => this.close());
    this.infoSwitch.applyStored();
    this.boxes.apply();
    this.buttons.update();
    this.stage.measure();
    this.navigation.start();
  }

  // From photo to photo

  /** @param {number} step */
  canStep(step) {
    return this.navigation.canStep(step);
  }
  /** @param {number} index */
  go(index) {
    this.navigation.go(index);
  }

  /** @param {number} step */
  step(step) {
    if (this.navigation.step(step)) return;
    announceIn(this.parts.live, step < 0 ? 'This is the first photo.' : 'This is the last photo.');
  }

  /**
   * @param {GridPhoto} photo
   * @param {{ fade: boolean, step: number }} options
   */
  show(photo, { fade, step }) {
    const { index, total, photos } = this.navigation;
    this.parts.problem.replaceChildren();
    this.node.classList.remove('is-empty');
    const ready = this.stage.show(photo, { fade });
    if (this.slideshow.playing) this.slideshow.restart(ready);
    this.address.move(photo);
    this.info.showPhoto(photo);
    if (this.labelling.isOn) this.stage.cover(this.labelling.overlay.node);
    this.labelling.showPhoto(photo);
    this.buttons.update();
    const place = `${number((index ?? 0) + 1)} of ${number(total)}`;
    this.parts.counter.textContent = place;
    announceIn(this.parts.live, `Photo ${place}. ${photo.label}`);
    this.loadDetails(photo);
    ready.then(() => {
      if (this.photo === photo && !this.isClosed) this.preload.around(photos, index ?? 0, step);
    });
  }

  /** @param {GridPhoto} photo */
  async loadDetails(photo) {
    const isSeen = () => this.photo?.id === photo.id && !this.isClosed;
    try {
      const details = await this.details.get(photo.id);
      if (!isSeen()) return;
      this.boxes.setDefault(details.thresholds?.detection);
      this.stage.setDetails(details);
      this.info.showDetails(details, this.photo ?? photo);
    } catch (problem) {
      if (isSeen()) this.info.showProblem(problem);
    }
  }

  /** @param {unknown} problem */
  showProblem(problem) {
    this.slideshow.pause();
    this.node.classList.toggle('is-empty', !this.photo);
    this.parts.problem.replaceChildren(
      asError(problem).status === 404 ? 'This photo is not in the library.' : sentenceOf(problem),
    );
  }

  // View

  /** @param {number | null} index */
  point(index) {
    this.stage.point(index);
    this.info.point(index);
  }

  /** @param {string} key */
  pan(key) {
    const { view } = this.stage;
    if (view.isFitted) return false;
    /** @type {Record<string, [number, number]>} */
    const ways = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const [x, y] = ways[key];
    view.panBy(x * PAN, y * PAN, true);
  }

  toggleBoxes() {
    this.boxes.toggle();
    this.buttons.update();
  }

  toggleInfo(open = !this.infoSwitch.isOn) {
    if (open && !this.hasRoomForBoth) this.toggleLabelling(false);
    this.infoSwitch.toggle(open);
    this.buttons.update();
    if (!open) this.node.focus();
  }

  // Labels

  /** On a narrow screen, both panels would leave too little room for the picture. */
  get hasRoomForBoth() {
    return matchMedia('(width > 1200px)').matches;
  }

  toggleLabelling(open = !this.labelling.isOn, label = null) {
    if (!open && !this.labelling.isOn) return;
    this.node.classList.toggle('is-labelling', open);
    if (open) {
      this.slideshow.pause();
      if (!this.hasRoomForBoth) this.infoSwitch.set(false);
      this.stage.cover(this.labelling.overlay.node);
      if (this.photo) this.labelling.begin(this.photo, label);
    } else {
      this.labelling.end();
      this.node.focus();
    }
    this.buttons.update();
  }

  /**
   * Answers for a label in the information panel: about the label's box.
   * @param {LabelScore} label
   * @param {boolean} answer
   */
  async markLabel(label, answer) {
    const { photo } = this;
    if (!photo) return false;
    const refresh = () => {
      if (this.labelling.isOn) this.labelling.load();
    };
    const undo = () =>
      undoAnswer(label).then(refresh, (problem) => toast(problem.detail, { kind: 'error' }));
    try {
      await giveAnswer(label, photo.id, label.box, answer);
      toast(`Marked as ${answer ? 'yes' : 'no'} for “${label.name}”.`, {
        kind: 'ok',
        action: { label: 'Undo', run: undo },
      });
      refresh();
      return true;
    } catch (problem) {
      toast(`Not saved: ${sentenceOf(problem)}`, { kind: 'error' });
      return false;
    }
  }

  // Slideshow

  /** @param {KeyboardEvent | MouseEvent} event */
  togglePlay(event) {
    // Buttons, links and disclosures keep the space bar.
    if (event?.type === 'keydown' && targetOf(event).closest('button, a, summary')) return false;
    this.slideshow.toggle();
  }

  slideshowChanged() {
    const { playing } = this.slideshow;
    this.parts.progress.hidden = !playing;
    this.node.classList.toggle('is-playing', playing);
    if (!playing) this.idle.wake();
    this.buttons.update();
  }

  slideNext() {
    const { index, total } = this.navigation;
    const next = this.canStep(1) ? (index ?? 0) + 1 : 0;
    if (next === index || (next === 0 && !this.slideshow.loop)) return false;
    this.navigation.go(next, { fade: true });
    return total > 1;
  }

  // Marks

  /**
   * Shows a changed mark, now and when the photo is shown again.
   * @param {number} id
   * @param {PhotoChange} change
   */
  apply(id, change) {
    this.navigation.photos.update(id, change);
    if (this.photo?.id !== id || this.isClosed) return;
    Object.assign(this.photo, change);
    if (change.turn !== undefined) {
      this.stage.setTurn(change.turn);
      this.labelling.photoTurned(this.photo);
    }
    if (change.rating !== undefined) this.info.rating.show(change.rating);
    this.buttons.update();
  }

  /** @param {GridPhoto} photo */
  saved(photo) {
    this.details.forget(photo.id);
    this.options.onChange(photo);
  }

  /** @param {number} id */
  positionChanged(id) {
    this.details.forget(id);
    if (this.photo?.id === id) this.loadDetails(this.photo);
  }

  // Leaving

  /** Esc closes the innermost thing that is open. */
  escape() {
    if (this.node.querySelector('.pop:popover-open')) return false;
    if (this.slideshow.playing) return this.slideshow.pause();
    if (this.labelling.isOn) return this.toggleLabelling(false);
    if (this.infoSwitch.isSheet) return this.toggleInfo(false);
    this.close();
  }

  async close({ wentBack = false } = {}) {
    if (this.isClosed) return;
    this.isClosed = true;
    if (current === this) current = null;
    this.navigation.stop();
    this.slideshow.pause();
    for (const part of [this.idle, this.stage, this.fullscreen]) part.close();
    this.unbind();
    if (this.node.open) this.node.close();
    this.node.remove();
    this.returnTo?.focus?.({ preventScroll: true });
    await this.address.leave(wentBack);
    this.options.onClose({ id: this.photo?.id ?? this.options.id, index: this.navigation.index });
  }
}
