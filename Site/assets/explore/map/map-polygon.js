// Areas on the map: those of the query, and the one being drawn.

import { withClause } from '../../core/query.js';
import { readWithin, writeWithin } from '../filters/clause-text.js';
import { areaRing, nearLongitude, wrapLongitude } from './geodesy.js';
import { askFromPanel } from '../filters/panel-query.js';
import { store } from '../state.js';

const COPIES = [-360, 0, 360];

export class MapAreas {
  /**
   * @param {Leaflet} L
   * @param {L.Map} map
   */
  constructor(L, map) {
    this.L = L;
    this.shape = L.polygon([], { className: 'map-area', interactive: false, smoothFactor: 0.6 })
      .addTo(map);
  }

  /** @param {SearchAnswer} result */
  update(result) {
    const areas = result.clauses.filter(({ op, kind }) => op === 'term' && kind === 'within')
      .map(({ text }) => readWithin(text)).filter((corners) => corners !== null);
    this.shape.setLatLngs(areas.flatMap((corners) => {
      const ring = areaRing(corners);
      return COPIES.map((
        shift,
      ) => [ring.map(([latitude, longitude]) => [latitude, longitude + shift])]);
    }));
  }
}

export class AreaTool {
  /**
   * `onChange` is called when corners were set, with their number.
   * @param {Leaflet} L
   * @param {L.Map} map
   * @param {{ onChange: (count: number) => void }} options
   */
  constructor(L, map, { onChange }) {
    this.L = L;
    this.map = map;
    this.onChange = onChange;
    /** @type {L.LatLng[]} */
    this.corners = [];
    this.line = L.polyline([], { className: 'map-drawing', interactive: false });
    this.dots = L.layerGroup();
    this.moved = (/** @type {L.LeafletEvent} */ { latlng }) => this.draw(latlng);
  }

  start() {
    this.corners = [];
    this.line.addTo(this.map);
    this.dots.addTo(this.map);
    this.map.on('mousemove', this.moved);
    this.map.doubleClickZoom.disable();
    this.draw();
  }

  stop() {
    this.line.remove();
    this.dots.clearLayers().remove();
    this.map.off('mousemove', this.moved);
    this.map.doubleClickZoom.enable();
    this.corners = [];
  }

  /**
   * Sets a corner; true when the area is closed by it.
   * @param {L.LatLng} latlng
   */
  add(latlng) {
    const [first] = this.corners;
    if (first && this.corners.length >= 3 && this.isNear(first, latlng)) return true;
    const last = this.corners.at(-1);
    // The second click of a double click is at the same point.
    if (last && this.isNear(last, latlng, 3)) return this.corners.length >= 3;
    this.corners.push(latlng);
    this.draw();
    return false;
  }

  removeLast() {
    this.corners.pop();
    this.draw();
  }

  /**
   * @param {L.LatLng} one
   * @param {L.LatLng} other
   */
  isNear(one, other, pixels = 14) {
    return this.map.latLngToContainerPoint(one).distanceTo(this.map.latLngToContainerPoint(other)) <
      pixels;
  }

  /** @param {L.LatLng} [pointer] */
  draw(pointer) {
    this.line.setLatLngs(
      pointer && this.corners.length ? [...this.corners, pointer] : this.corners,
    );
    this.dots.clearLayers();
    this.corners.forEach((corner, place) =>
      this.dots.addLayer(this.L.circleMarker(corner, {
        radius: place === 0 ? 7 : 4,
        className: place === 0 ? 'map-corner first' : 'map-corner',
        interactive: false,
      }))
    );
    this.onChange(this.corners.length);
  }

  finish() {
    if (this.corners.length < 3) return Promise.resolve(false);
    const corners = this.corners.map(({ lat, lng }) => ({
      latitude: Math.max(-90, Math.min(90, lat)),
      longitude: wrapLongitude(nearLongitude(lng, 0)),
    }));
    return askFromPanel(withClause(store.clauses, writeWithin(corners)), { origin: 'map' });
  }
}
