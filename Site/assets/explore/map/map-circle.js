// The circle of a "near" clause on the map: users drag its rim to change the radius and its centre to move it.

import { distance } from '../../core/format.js';
import { replaceClause, withClause } from '../../core/query.js';
import { writeNear, writePoint } from '../filters/clause-text.js';
import {
  bearingTo,
  circleRim,
  circleRings,
  destination,
  distanceBetween,
  nearLongitude,
  wrapLongitude,
} from './geodesy.js';
import { Drag } from '../filters/panel-query.js';
import { circleOf, within } from '../filters/radius.js';
import { store } from '../state.js';

/** Metres. Larger circles are not round on a map, and showing all of one would show the world. */
const LARGEST_SHOWN = 4_000_000;

/** @type {Record<string, number>} */
const KEYS = {
  ArrowUp: 1.1,
  ArrowRight: 1.1,
  ArrowDown: 1 / 1.1,
  ArrowLeft: 1 / 1.1,
  PageUp: 2,
  PageDown: 0.5,
};
const COPIES = [-360, 0, 360];

export class MapCircle {
  /** @type {number} */
  metres;
  /** @type {Position} Nothing is drawn while there is none: see `update`. */
  centre;
  /** @type {number} */
  keyTimer;
  /** @type {boolean} */
  isDragged;
  /** @type {string | undefined} */
  place;

  /**
   * @param {Leaflet} L
   * @param {L.Map} map
   */
  constructor(L, map) {
    this.L = L;
    this.map = map;
    this.drag = new Drag('map', 120);
    // The area and its rim are separate layers: an area around a pole has edges that are not its rim.
    this.shape = L.polygon([], {
      className: 'map-circle',
      stroke: false,
      interactive: false,
      smoothFactor: 0.6,
    });
    this.line = L.polyline([], {
      className: 'map-circle-rim',
      interactive: false,
      smoothFactor: 0.6,
    });
    this.middle = this.marker('map-middle', 'Centre of the circle', 22);
    this.rim = this.marker('map-rim', 'Radius of the circle', 26);
    this.layers = [this.shape, this.line, this.middle, this.rim];
    this.bearing = 90;
    this.middle.on('drag', () => this.moveMiddle(false)).on('dragend', () => this.moveMiddle(true));
    this.rim.on('drag', () => this.moveRim(false)).on('dragend', () => this.moveRim(true));
    this.rim.on('keydown', ({ originalEvent }) => this.key(originalEvent));
  }

  /**
   * @param {string} className
   * @param {string} title
   * @param {number} size
   */
  marker(className, title, size) {
    const { L } = this;
    return L.marker([0, 0], {
      draggable: true,
      autoPan: true,
      keyboard: true,
      title,
      alt: title,
      zIndexOffset: 2000,
      icon: L.divIcon({ className: `map-handle ${className}`, iconSize: [size, size] }),
    });
  }

  /** The four ends of the circle, so that the map can show all of it; none if it spans continents. */
  corners() {
    if (!this.centre || this.metres > LARGEST_SHOWN) return [];
    return [0, 90, 180, 270].map((bearing) => {
      const end = destination(this.centre, bearing, this.metres);
      return [end.latitude, nearLongitude(end.longitude, this.centre.longitude)];
    });
  }

  /**
   * Shows the first circle of the result.
   * @param {SearchAnswer | null} result
   */
  update(result) {
    if (this.isDragged) return;
    const circle = circleOf(result);
    const centre = circle?.point ?? result?.centre;
    if (!circle || !centre) {
      this.layers.forEach((layer) => layer.remove());
      this.centre = /** @type {never} */ (null);
      return;
    }
    const longitude = nearLongitude(centre.longitude, this.map.getCenter().lng);
    this.centre = { latitude: centre.latitude, longitude };
    this.metres = circle.metres;
    this.draw();
    this.layers.forEach((layer) => layer.addTo(this.map));
    this.label();
  }

  draw() {
    const rings = circleRings(this.centre, this.metres);
    // The map repeats the world sideways, so the circle is repeated as well.
    this.shape.setLatLngs(
      COPIES.map((shift) =>
        rings.map((ring) => ring.map(([latitude, longitude]) => [latitude, longitude + shift]))
      ),
    );
    const line = circleRim(this.centre, this.metres);
    this.line.setLatLngs(
      COPIES.map((shift) => line.map(({ latitude, longitude }) => [latitude, longitude + shift])),
    );
    const rim = destination(this.centre, this.bearing, this.metres);
    this.middle.setLatLng([this.centre.latitude, this.centre.longitude]);
    this.rim.setLatLng([rim.latitude, nearLongitude(rim.longitude, this.centre.longitude)]);
    this.label();
  }

  label() {
    const node = this.rim.getElement();
    if (!node) return;
    const text = distance(Number(this.metres.toPrecision(3)));
    node.dataset.distance = text;
    node.setAttribute('role', 'slider');
    node.setAttribute('aria-label', 'Radius of the circle');
    node.setAttribute('aria-valuemin', 5);
    node.setAttribute('aria-valuemax', 20_000_000);
    node.setAttribute('aria-valuenow', Math.round(this.metres));
    node.setAttribute('aria-valuetext', text);
  }

  /** @param {boolean} isOver */
  moveMiddle(isOver) {
    const { lat, lng } = this.middle.getLatLng();
    this.centre = { latitude: lat, longitude: lng };
    this.changed(isOver, writePoint({ latitude: lat, longitude: wrapLongitude(lng) }));
  }

  /** @param {boolean} isOver */
  moveRim(isOver) {
    const { lat, lng } = this.rim.getLatLng();
    const point = { latitude: lat, longitude: lng };
    this.bearing = bearingTo(this.centre, point);
    this.metres = within(distanceBetween(this.centre, point));
    this.changed(isOver);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const factor = KEYS[event.key];
    if (!factor) return;
    // Otherwise these keys would also move the map.
    event.preventDefault();
    event.stopPropagation();
    this.metres = within(this.metres * factor);
    this.changed(false);
    clearTimeout(this.keyTimer);
    this.keyTimer = setTimeout(() => this.changed(true), 600);
  }

  /**
   * @param {boolean} isOver
   * @param {string} [place]
   */
  changed(isOver, place) {
    this.isDragged = !isOver;
    if (place) this.place = place;
    this.draw();
    const circle = circleOf(store.result);
    if (!circle) {
      this.isDragged = false;
      return;
    }
    const text = replaceClause(
      store.clauses,
      circle.index,
      writeNear(this.place ?? circle.place, this.metres),
    );
    if (isOver) {
      this.place = undefined;
      this.drag.end(text);
    } else {
      this.drag.ask(text);
    }
  }

  /**
   * Searches in a circle around a point, large enough to be visible at this zoom.
   * @param {{ lat: number, lng: number }} options
   */
  put({ lat, lng }) {
    const place = writePoint({ latitude: lat, longitude: wrapLongitude(lng) });
    const circle = circleOf(store.result);
    const metres = circle?.metres ?? this.visibleRadius();
    const near = writeNear(place, metres);
    const text = circle
      ? replaceClause(store.clauses, circle.index, near)
      : withClause(store.clauses, near);
    return this.drag.end(text);
  }

  visibleRadius() {
    const bounds = this.map.getBounds();
    const centre = bounds.getCenter();
    const height = this.map.distance([bounds.getNorth(), centre.lng], [
      bounds.getSouth(),
      centre.lng,
    ]);
    return within(Number((height / 5).toPrecision(1)));
  }
}
