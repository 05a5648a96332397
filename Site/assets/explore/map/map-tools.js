// The buttons on the map: circle, area, and the visible part. One tool is active at a time.

import { el, icon } from '../../core/dom.js';
import { toast } from '../../core/dialog.js';
import { announce } from '../../core/live.js';
import { withOnly } from '../filters/clause-edit.js';
import { writeWithin } from '../filters/clause-text.js';
import { boxCorners, MAP_EDGE } from './geodesy.js';
import { AreaTool } from './map-polygon.js';
import { askFromPanel } from '../filters/panel-query.js';
import { store } from '../state.js';

/** @type {Record<string, string>} */
const HINTS = {
  circle:
    'Click the map to set the centre of the circle, or press Enter to use the centre of the map.',
  area:
    'Click each corner, then the first one again to close the area. Press Enter to add a corner at the centre of the map.',
};
const LONG_PRESS_MS = 600;

export class MapTools {
  /**
   * @param {Leaflet} L
   * @param {L.Map} map
   * @param {import('./map-circle.js').MapCircle} circle
   * @param {HTMLElement} host
   */
  constructor(L, map, circle, host) {
    this.map = map;
    this.circle = circle;
    this.host = host;
    this.tool = null;
    this.area = new AreaTool(L, map, { onChange: (corners) => this.corners(corners) });
    this.hint = el('p', { class: 'map-hint', hidden: true });
    this.finish = this.button('check', 'Close the area', () => this.closeArea());
    this.undo = this.button('undo', 'Remove last corner', () => this.area.removeLast());
    this.cancel = this.button('close', 'Cancel', () => this.take(null));
    this.circleButton = this.button(
      'pin',
      'Circle',
      () => this.take(this.tool === 'circle' ? null : 'circle'),
    );
    this.areaButton = this.button(
      'edit',
      'Draw area',
      () => this.take(this.tool === 'area' ? null : 'area'),
    );
    const seen = this.button('search', 'Search this map', () => this.searchSeen());
    this.steps = el(
      'div',
      { class: 'map-steps', hidden: true },
      this.finish,
      this.undo,
      this.cancel,
    );
    host.append(
      el('div', { class: 'map-buttons' }, this.circleButton, this.areaButton, seen),
      this.hint,
      this.steps,
    );
    this.listen();
    this.corners(0);
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {() => unknown} run
   */
  button(name, text, run) {
    return el(
      'button',
      { type: 'button', class: 'button small', on: { click: run } },
      icon(name),
      el('span', { text }),
    );
  }

  listen() {
    const { map } = this;
    const container = map.getContainer();
    map.on('click', ({ latlng }) => this.press(latlng));
    container.addEventListener('keydown', (event) => this.key(event), { capture: true });
    // Leaflet sends this event for a long touch and for the right button.
    let timer = 0;
    map.on('contextmenu', ({ latlng, originalEvent }) => {
      originalEvent.preventDefault();
      this.circle.put(latlng);
    });
    map.on('mousedown', ({ latlng, originalEvent }) => {
      if (originalEvent.button !== 0 || this.tool) return;
      timer = setTimeout(() => this.circle.put(latlng), LONG_PRESS_MS);
    });
    for (const name of ['mouseup', 'movestart', 'drag', 'mouseout']) {
      map.on(name, () => clearTimeout(timer));
    }
  }

  /** @param {string | null} tool */
  take(tool) {
    if (this.tool === 'area') this.area.stop();
    this.tool = tool;
    if (tool === 'area') this.area.start();
    this.circleButton.setAttribute('aria-pressed', String(tool === 'circle'));
    this.areaButton.setAttribute('aria-pressed', String(tool === 'area'));
    this.host.classList.toggle('is-armed', tool !== null);
    this.hint.hidden = tool === null;
    this.steps.hidden = tool !== 'area';
    this.hint.textContent = HINTS[tool ?? ''] ?? '';
    if (!tool) return;
    announce(HINTS[tool]);
    this.map.getContainer().focus({ preventScroll: true });
  }

  /** @param {L.LatLng} latlng */
  press(latlng) {
    if (this.tool === 'circle') {
      this.take(null);
      this.circle.put(latlng);
    } else if (this.tool === 'area' && this.area.add(latlng)) {
      this.closeArea();
    }
  }

  async closeArea() {
    await this.area.finish();
    this.take(null);
  }

  /** @param {number} corners */
  corners(corners) {
    this.finish.disabled = corners < 3;
    this.undo.disabled = corners === 0;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.tool || event.target !== this.map.getContainer()) return;
    if (event.key === 'Enter') this.press(this.map.getCenter());
    else if (event.key === 'Escape') this.take(null);
    else if (event.key === 'Backspace' && this.tool === 'area') this.area.removeLast();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  searchSeen() {
    const bounds = this.map.getBounds();
    const box = {
      west: bounds.getWest(),
      east: bounds.getEast(),
      south: Math.max(-MAP_EDGE, bounds.getSouth()),
      north: Math.min(MAP_EDGE, bounds.getNorth()),
    };
    // An area is the smaller side of its line, so it covers half the world at most.
    if (box.east - box.west >= 170) {
      toast('Zoom in first: the map shows most of the world.', { kind: 'info' });
      return;
    }
    askFromPanel(withOnly(store.clauses, 'within', writeWithin(boxCorners(box))), {
      origin: 'map',
    });
  }
}
