// The photo viewer: one window over Explore or Table, from the first photo of a result to the last.

import { announceIn } from './say.js';
import { toast } from '../core/dialog.js';
import { number } from '../core/format.js';
import { bindKeys } from '../core/keys.js';
import { original } from '../core/media.js';
import { actionsOf } from './actions.js';
import { Address } from './address.js';
import { Buttons } from './buttons.js';
import { copyText } from './clipboard.js';
import { Confidence, slideshowSettings } from './controls.js';
import { Details } from './details.js';
import { Fullscreen } from './fullscreen.js';
import { clamp } from './geometry.js';
import { Idle } from './idle.js';
import { InfoPanel } from './info/panel.js';
import { layOut } from './layout.js';
import { Marks } from './marks.js';
import { Preload } from './preload.js';
import { Sequence } from './sequence.js';
import { Slideshow } from './slideshow.js';
import { Stage } from './stage.js';

const INFO_STORE = 'meridian.viewer.info';
const BOXES_STORE = 'meridian.viewer.boxes';
const PAN = 120;
const wide = matchMedia('(width > 900px)');

let current = null;

/** Whether the viewer is open: the page beneath leaves the keys to it. */
export const isViewerOpen = () => current !== null;

/**
 * Opens the viewer.
 * @param id the photo, @param index its place in the result; null when it is not known
 * @param total how many photos the result has
 * @param query, order the result, as its text and order
 * @param source { items(offset, limit) } → Promise of grid items
 * @param onClose called with { id, index } of the last photo that was seen
 * @param onChange called with a grid item after a mark was set
 * @returns { close() }
 */
export function openViewer(options) {
  current?.close();
  current = new Viewer(options);
  current.start();
  return current;
}

class Viewer {
  constructor(options) {
    this.options = { onClose() {}, onChange() {}, query: '', order: 'oldest', ...options };
    const { source, total, query, order } = this.options;
    this.photos = new Sequence(source, total);
    this.details = new Details(query, order);
    this.preload = new Preload(this.photos, this.details);
    this.marks = new Marks({ apply: (...change) => this.apply(...change), saved: (photo) => this.saved(photo) });
    this.boxesVisible = localStorage.getItem(BOXES_STORE) === 'on';
    this.build();
  }

  build() {
    this.stage = new Stage({
      swipe: (step) => this.step(step),
      tap: () => this.node.classList.toggle('is-bare'),
      zoomed: () => this.buttons?.update(),
      point: (index) => this.point(index),
    });
    this.slideshow = new Slideshow({
      next: () => this.slideNext(),
      progress: (part) => { this.parts.progress.firstChild.style.transform = `scaleX(${part})`; },
      changed: () => this.slideshowChanged(),
    });
    this.info = new InfoPanel({
      close: () => this.toggleInfo(false),
      rate: (stars) => this.rate(stars),
      point: (index) => this.point(index),
      moved: (id) => this.positionChanged(id),
    });
    this.fullscreen = new Fullscreen(null, () => this.buttons.update());
    this.confidence = new Confidence((least) => this.stage.setLeast(least));
    this.actions = actionsOf(this);
    this.buttons = new Buttons(this.actions);
    this.parts = layOut({ ...this, settings: slideshowSettings(this.slideshow) });
    this.node = this.parts.node;
    this.fullscreen.node = this.parts.frame;
  }

  /** Opens the window and finds out where in the result the photo is. */
  async start() {
    const { id, query, order } = this.options;
    this.returnTo = document.activeElement;
    document.body.append(this.node);
    this.node.showModal();
    this.node.focus();
    this.address = new Address(query, order, () => this.close({ wentBack: true }));
    this.idle = new Idle(this.node, () => this.slideshow.playing || this.fullscreen.isOn);
    this.unbind = bindKeys(this.actions.map(({ keys, label, sheet, run }) =>
      ({ keys, run, group: 'Viewer', label: sheet ?? (typeof label === 'function' ? label() : label) })), { scope: this.node });
    this.node.addEventListener('cancel', (event) => { event.preventDefault(); this.escape(); });
    // A browser may close a dialog by itself at a second Esc or a "back" gesture.
    this.node.addEventListener('close', () => this.close());
    this.applyInfo();
    this.applyBoxes();
    this.stage.measure();
    try {
      await this.go(await this.findPlace(id));
    } catch (problem) {
      this.showProblem(problem);
    }
  }

  async findPlace(id) {
    const { index } = this.options;
    if (Number.isInteger(index)) {
      const photo = await this.photos.at(index).catch(() => null);
      // The library may have changed since the page was drawn.
      if (!photo || photo.id === id) return index;
    }
    const details = await this.details.get(id);
    if (Number.isInteger(details.index) && this.photos.total > 0) return details.index;
    this.photos = this.preload.photos = Sequence.of(details);
    return 0;
  }

  canStep(step) {
    const next = (this.index ?? 0) + step;
    return next >= 0 && next < this.photos.total;
  }

  step(step) {
    if (this.canStep(step)) return this.go(this.index + step);
    announceIn(this.parts.live, step < 0 ? 'This is the first photo.' : 'This is the last photo.');
  }

  /** Shows the photo at `index` of the result. */
  async go(index, { fade = false } = {}) {
    if (index === this.index && this.photo) return;
    const step = index < (this.index ?? 0) ? -1 : 1;
    this.index = index;
    const token = this.token = {};
    const spinner = setTimeout(() => { this.parts.waiting.hidden = false; }, 200);
    try {
      const photo = await this.photos.at(index);
      if (token !== this.token) return;
      if (!photo) throw new Error('This photo is no longer in the result.');
      this.show(photo, fade, step);
    } catch (problem) {
      if (token === this.token) this.showProblem(problem);
    } finally {
      clearTimeout(spinner);
      if (token === this.token) this.parts.waiting.hidden = true;
    }
  }

  show(photo, fade, step) {
    this.photo = photo;
    this.parts.problem.replaceChildren();
    const ready = this.stage.show(photo, { fade });
    if (this.slideshow.playing) this.slideshow.restart(ready);
    this.address.move(photo);
    this.info.showPhoto(photo);
    this.buttons.update();
    const place = `${number(this.index + 1)} of ${number(this.photos.total)}`;
    this.parts.counter.textContent = place;
    announceIn(this.parts.live, `Photo ${place}. ${photo.label}`);
    this.loadDetails(photo);
    ready.then(() => this.photo === photo && this.preload.around(this.index, step));
  }

  async loadDetails(photo) {
    try {
      const details = await this.details.get(photo.id);
      if (this.photo?.id !== photo.id || this.isClosed) return;
      this.format = details.format;
      const usual = details.thresholds?.detection ?? 0.5;
      if (this.confidence.usual === undefined) {
        this.confidence.set(usual);
        this.stage.setLeast(usual);
      }
      this.confidence.setUsual(usual);
      this.stage.setDetails(details);
      this.info.showDetails(details, this.photo);
    } catch (problem) {
      if (this.photo?.id === photo.id) this.info.showProblem(problem);
    }
  }

  showProblem(problem) {
    this.slideshow.pause();
    this.parts.problem.replaceChildren(problem.status === 404 ? 'This photo is not in the library.' : problem.detail ?? problem.message);
  }

  // Looking

  point(index) {
    this.stage.point(index);
    this.info.point(index);
  }

  pan(key) {
    const { view } = this.stage;
    if (view.isFitted) return false;
    const [x, y] = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
    view.panBy(x * PAN, y * PAN, true);
  }

  toggleBoxes() {
    this.boxesVisible = !this.boxesVisible;
    localStorage.setItem(BOXES_STORE, this.boxesVisible ? 'on' : 'off');
    this.applyBoxes();
  }

  applyBoxes() {
    this.stage.setBoxesVisible(this.boxesVisible);
    this.confidence.node.hidden = !this.boxesVisible;
    this.node.classList.toggle('has-confidence', this.boxesVisible);
    this.buttons.update();
  }

  get infoVisible() { return !this.info.node.hidden; }

  toggleInfo(open = !this.infoVisible) {
    // On a phone the sheet covers the photo: there it opens only when asked for.
    if (wide.matches) localStorage.setItem(INFO_STORE, open ? 'open' : 'closed');
    this.setInfo(open);
    if (!open) this.node.focus();
  }

  applyInfo() { this.setInfo(wide.matches && localStorage.getItem(INFO_STORE) !== 'closed'); }

  setInfo(open) {
    this.info.node.hidden = !open;
    this.node.classList.toggle('has-info', open);
    this.buttons.update();
  }

  // Slideshow

  togglePlay(event) {
    // Space on a button, a link or a fold belongs to it.
    if (event?.type === 'keydown' && event.target.closest('button, a, summary')) return false;
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
    if (!this.canStep(1) && !(this.slideshow.loop && this.photos.total > 1)) return false;
    this.go(this.canStep(1) ? this.index + 1 : 0, { fade: true });
    return true;
  }

  // Marks

  toggleFavourite() {
    if (!this.photo) return;
    const favourite = !this.photo.favourite;
    this.flash(favourite ? '♥' : '♡', favourite ? 'Favourite' : 'Not a favourite');
    this.marks.favourite(this.photo, favourite);
  }

  rate(stars) {
    if (!this.photo || !(stars >= 0 && stars <= 5)) return;
    this.flash(stars ? '★'.repeat(stars) : '☆', `Rated ${stars}`);
    this.marks.rating(this.photo, stars);
  }

  turn(step) {
    if (!this.photo) return;
    const turn = ((this.photo.turn ?? 0) + step + 360) % 360;
    announceIn(this.parts.live, step > 0 ? 'Turned right' : 'Turned left');
    this.marks.turn(this.photo, turn);
  }

  /** Shows a change of a mark, on the screen and when the photo comes again. */
  apply(id, change) {
    this.photos.update(id, change);
    if (this.photo?.id !== id || this.isClosed) return;
    Object.assign(this.photo, change);
    if ('turn' in change) this.stage.setTurn(change.turn);
    if ('rating' in change) this.info.rating.show(change.rating);
    this.buttons.update();
  }

  saved(photo) {
    this.details.forget(photo.id);
    this.options.onChange(photo);
  }

  positionChanged(id) {
    this.details.forget(id);
    if (this.photo?.id === id) this.loadDetails(this.photo);
  }

  flash(sign, words) {
    const { flash, live } = this.parts;
    flash.textContent = sign;
    flash.classList.remove('is-lit');
    void flash.offsetWidth;
    flash.classList.add('is-lit');
    announceIn(live, words);
  }

  // Sharing

  async copyLink() {
    if (!this.photo) return;
    const copied = await copyText(location.origin + this.address.of(this.photo), this.node);
    toast(copied ? 'The link is copied.' : 'The browser did not allow copying.', { kind: copied ? 'ok' : 'error' });
  }

  download() {
    if (!this.photo) return;
    const link = document.createElement('a');
    link.href = original(this.photo, { download: true });
    link.download = '';
    link.click();
  }

  // Leaving

  /** Esc closes the innermost thing that is open. */
  escape() {
    if (this.node.querySelector(':popover-open')) return false;
    if (this.slideshow.playing) return this.slideshow.pause();
    if (this.infoVisible && !wide.matches) return this.toggleInfo(false);
    this.close();
  }

  async close({ wentBack = false } = {}) {
    if (this.isClosed) return;
    this.isClosed = true;
    if (current === this) current = null;
    this.slideshow.pause();
    this.idle.close();
    this.stage.close();
    this.fullscreen.close();
    this.unbind();
    const seen = { id: this.photo?.id ?? this.options.id, index: clamp(this.index ?? 0, 0, this.photos.total) };
    // Messages live inside the topmost dialog; they move on by themselves with the next one.
    if (this.node.open) this.node.close();
    this.node.remove();
    this.returnTo?.focus?.({ preventScroll: true });
    await this.address.leave(wentBack);
    this.options.onClose(seen);
  }
}
