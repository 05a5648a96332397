// Edits a photo's position: on the map, or as two numbers; with save, undo and remove.

import { api, sentenceOf } from '../../core/api.js';
import { toast } from '../../core/dialog.js';
import { el } from '../../core/dom.js';
import { session } from '../../core/session.js';
import { PositionMap } from './position-map.js';

export class PositionEditor {
  /** @type {HTMLInputElement} */
  latitude;
  /** @type {HTMLInputElement} */
  longitude;
  /** @type {Photo} */
  details;
  /** @type {boolean} */
  focusLater;

  /** @param {(id: number) => void} onSaved called with the photo's id after its position has changed */
  constructor(onSaved) {
    this.onSaved = onSaved;
    this.map = new PositionMap((position) => this.pick(position));
    this.start = el('div', { class: 'viewer-position-start' });
    this.form = this.makeForm();
    this.node = el(
      'div',
      { class: 'viewer-position' },
      this.map.frame,
      session.isEditor ? [this.start, this.form] : null,
    );
  }

  makeForm() {
    /**
     * @param {string} name
     * @param {number} most
     */
    const input = (name, most) =>
      el('input', {
        type: 'number',
        name,
        min: -most,
        max: most,
        step: 'any',
        required: true,
        inputmode: 'decimal',
        id: `viewer-${name}`,
        on: { input: () => this.typed() },
      });
    this.latitude = input('latitude', 90);
    this.longitude = input('longitude', 180);
    return el(
      'form',
      {
        class: 'viewer-position-form',
        hidden: true,
        on: { submit: (event) => this.submit(event) },
      },
      el(
        'p',
        { class: 'hint' },
        'Click the map, or move it with the arrow keys and press Enter to use its centre.',
      ),
      el(
        'div',
        { class: 'viewer-position-fields' },
        el(
          'div',
          { class: 'field' },
          el('label', { for: 'viewer-latitude' }, 'Latitude'),
          this.latitude,
        ),
        el(
          'div',
          { class: 'field' },
          el('label', { for: 'viewer-longitude' }, 'Longitude'),
          this.longitude,
        ),
      ),
      el(
        'div',
        { class: 'toolbar' },
        el('button', { class: 'button primary small', type: 'submit' }, 'Save'),
        el('button', {
          class: 'button small',
          type: 'button',
          on: { click: () => this.cancel() },
        }, 'Cancel'),
      ),
    );
  }

  /**
   * Shows the position of a photo.
   * @param {Photo} details
   */
  show(details) {
    // After saving or removing, the focus goes back to the button that started it.
    const hadFocus = this.node.contains(document.activeElement) && this.details?.id === details.id;
    this.details = details;
    this.setEditing(false);
    this.map.show(positionOf(details));
    this.start.replaceChildren(...this.startButtons());
    if (hadFocus) this.focusLater = true;
  }

  /** Called after the panel was drawn again. */
  restoreFocus() {
    if (this.focusLater) this.start.querySelector('button')?.focus({ preventScroll: true });
    this.focusLater = false;
  }

  startButtons() {
    const { latitude, position_source: source } = this.details;
    /**
     * @param {string} text
     * @param {Callback} click
     */
    const button = (text, click) =>
      el('button', { class: 'button small', type: 'button', on: { click } }, text);
    return [
      button(Number.isFinite(latitude) ? 'Change position' : 'Set position', () => this.begin()),
      source === 'user' ? button('Undo position', () => this.save(null)) : '',
    ];
  }

  begin() {
    this.setEditing(true);
    const position = positionOf(this.details);
    this.fill(position);
    this.map.show(position, { keepView: position !== null });
    this.latitude.focus({ preventScroll: true });
    this.form.scrollIntoView({ block: 'nearest' });
  }

  cancel() {
    this.show(this.details);
    this.restoreFocus();
  }

  /** @param {boolean} editing */
  setEditing(editing) {
    this.map.setEditing(editing);
    this.form.hidden = !editing;
    this.start.hidden = editing;
  }

  /** @param {Position | null} position */
  fill(position) {
    this.latitude.value = position ? String(round(position.latitude)) : '';
    this.longitude.value = position ? String(round(position.longitude)) : '';
  }

  /** @param {Position | null} position */
  pick(position) {
    this.fill(position);
    this.map.show(position, { keepView: true });
  }

  typed() {
    if (!this.form.checkValidity()) return;
    this.map.show({
      latitude: this.latitude.valueAsNumber,
      longitude: this.longitude.valueAsNumber,
    }, { keepView: true });
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    this.save({ latitude: this.latitude.valueAsNumber, longitude: this.longitude.valueAsNumber });
  }

  /** @param {Position | null} position */
  async save(position) {
    const { id } = this.details;
    const before = this.details.position_source === 'user' ? positionOf(this.details) : null;
    try {
      await send(id, position);
      this.onSaved(id);
      toast(position ? 'Position saved.' : 'Position undone.', {
        kind: 'ok',
        action: {
          label: 'Undo',
          run: () => this.undo(id, position ? before : positionOf(this.details)),
        },
      });
    } catch (problem) {
      toast(`Not saved: ${sentenceOf(problem)}`, { kind: 'error' });
    }
  }

  /**
   * @param {number} id
   * @param {Position | null} position
   */
  async undo(id, position) {
    try {
      await send(id, position);
      this.onSaved(id);
    } catch (problem) {
      toast(`Could not undo: ${sentenceOf(problem)}`, { kind: 'error' });
    }
  }
}

/**
 * @param {number} id
 * @param {Position | null} position
 */
const send = (id, position) =>
  api.send('PUT', `photos/${id}/position`, position ?? { latitude: null, longitude: null });

/**
 * @param {Photo} photoDetails
 * @returns {Position | null}
 */
const positionOf = ({ latitude, longitude }) =>
  Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;

/** @param {number} value */
const round = (value) => Number(value.toFixed(6));
