// The small map with the photo's pin. While editing, users move it by click, drag or keyboard.

import { el, icon } from '../../core/dom.js';
import { leaflet, tileLayer, usefulZoom } from '../../shared/leaflet.js';

// Leaflet pans and zooms with these keys; the viewer must not use them at the same time.
const MAP_KEYS = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  '+',
  '-',
  '=',
  '_',
  'Enter',
  ' ',
]);

export class PositionMap {
  /** @type {Promise<void> | null} */
  made;
  /** @type {Position | null} */
  position;
  /** @type {L.Map} */
  map;
  /** @type {L.Marker} */
  marker;
  /** @type {boolean} */
  editing;

  /** @param {(position: Position) => void} onPick called with { latitude, longitude } while editing */
  constructor(onPick) {
    this.onPick = onPick;
    this.node = el('div', { class: 'viewer-map' });
    this.failure = el('p', { class: 'muted', hidden: true }, 'The map could not be loaded.');
    this.frame = el('div', { class: 'viewer-map-frame' }, this.node, this.failure);
    this.node.addEventListener('keydown', (event) => this.key(event));
  }

  /**
   * Shows a position; null for none: then the world.
   * @param {Position | null} position
   */
  async show(position, { keepView = false } = {}) {
    this.position = position;
    this.frame.classList.toggle('is-empty', !position && !this.editing);
    this.frame.hidden = !position && !this.editing;
    if (this.frame.hidden) return;
    try {
      await this.ready();
    } catch {
      this.failure.hidden = false;
      return;
    }
    this.place(keepView);
  }

  ready() {
    const made = this.made ??= leaflet().then((/** @type {Leaflet} */ L) => this.make(L));
    made.catch(() => {
      this.made = null;
    });
    return made;
  }

  /** @param {Leaflet} L */
  make(L) {
    this.map = L.map(this.node, {
      zoomControl: true,
      scrollWheelZoom: true,
      zoomAnimation: false,
      fadeAnimation: false,
      worldCopyJump: true,
      minZoom: 0,
      maxZoom: 18,
    });
    this.map.attributionControl.setPrefix(false);
    tileLayer(L).addTo(this.map);
    this.map.setView([20, 0], 1);
    this.node.setAttribute('role', 'application');
    this.node.setAttribute('aria-label', 'Map of where the photo was taken');
    this.map.on('click', ({ latlng }) => this.pick(latlng));
    new ResizeObserver(() => this.map.invalidateSize()).observe(this.node);
    const pin = el('span', { class: 'viewer-pin' }, icon('pin'));
    this.marker = L.marker([0, 0], {
      icon: L.divIcon({
        className: 'viewer-pin-icon',
        html: pin,
        iconSize: [34, 34],
        iconAnchor: [17, 32],
      }),
      draggable: true,
      keyboard: false,
      alt: '',
    });
    this.marker.on('dragend', () => this.pick(this.marker.getLatLng()));
  }

  /** @param {boolean} keepView */
  place(keepView) {
    const { map, marker, position } = this;
    map.invalidateSize();
    if (!position) {
      marker.remove();
      if (!keepView) map.setView([20, 0], 1);
      return;
    }
    const point = [position.latitude, position.longitude];
    marker.setLatLng(point).addTo(map);
    marker.dragging?.[this.editing ? 'enable' : 'disable']();
    if (!keepView) map.setView(point, Math.max(usefulZoom(), this.editing ? map.getZoom() : 0));
    else if (!map.getBounds().contains(point)) map.panTo(point);
  }

  /** @param {boolean} editing */
  setEditing(editing) {
    this.editing = editing;
    this.frame.classList.toggle('is-editing', editing);
  }

  /** @param {{ lat: number, lng: number }} options */
  pick({ lat, lng }) {
    if (!this.editing) return;
    const longitude = ((lng + 540) % 360 + 360) % 360 - 180;
    this.onPick({ latitude: Math.min(90, Math.max(-90, lat)), longitude });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!MAP_KEYS.has(event.key)) return;
    event.stopPropagation();
    if (this.editing && event.key === 'Enter') {
      event.preventDefault();
      this.pick(this.map.getCenter());
    }
  }
}
