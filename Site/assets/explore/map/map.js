// The map: the same result as the grid, in clusters.

import { api, asError, sentenceOf } from '../../core/api.js';
import { leaflet, tileLayer } from '../../shared/leaflet.js';
import { nearLongitude, wrapLongitude } from './geodesy.js';
import { MapAreas } from './map-polygon.js';
import { MapCircle } from './map-circle.js';
import { MapMarkers } from './map-markers.js';
import { MapTools } from './map-tools.js';
import { RadiusControl } from '../filters/radius.js';
import { store } from '../state.js';

const DEEPEST = 18;

export class ExploreMap {
  /** @type {Promise<void> | null} */
  ready;
  /** @type {Leaflet} */
  L;
  /** @type {L.Map} */
  map;
  /** @type {L.CircleMarker} */
  spot;
  /** @type {boolean} */
  isShown;
  /** @type {L.Layer} */
  tiles;
  /** @type {MapAreas} */
  areas;
  /** @type {MapMarkers} */
  markers;
  /** @type {MapCircle} */
  circle;
  /** @type {MapTools} */
  tools;
  /** @type {RadiusControl} */
  radius;
  /** @type {SearchAnswer} */
  seen;
  /** @type {boolean} */
  wantsFit;
  /** @type {AbortController} */
  controller;

  /**
   * `onOpen` is called with a photo's id, and `onList` with a cluster that zooming cannot split.
   * @param {{ host: HTMLElement, tools: HTMLElement, note: HTMLElement, onOpen: (id: number) => void, onList: (cluster: Cluster) => void }} options
   */
  constructor({ host, tools, note, onOpen, onList }) {
    this.host = host;
    this.toolHost = tools;
    this.note = note;
    this.onOpen = onOpen;
    this.onList = onList;
  }

  /** Shows the map, and creates it the first time. */
  async show() {
    this.isShown = true;
    try {
      await (this.ready ??= this.make());
    } catch (error) {
      this.ready = null;
      this.note.hidden = false;
      this.note.textContent = asError(error).message;
      return;
    }
    this.map.invalidateSize();
    if (this.seen !== store.result) this.answered();
  }

  hide() {
    this.isShown = false;
  }

  async make() {
    const L = await leaflet();
    this.L = L;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = L.map(this.host, {
      minZoom: 1,
      maxZoom: DEEPEST,
      worldCopyJump: true,
      zoomControl: false,
      zoomAnimation: !isStill,
      fadeAnimation: !isStill,
      markerZoomAnimation: !isStill,
      inertia: !isStill,
      maxBounds: [[-90, -36_000], [90, 36_000]],
      maxBoundsViscosity: 0.8,
    }).setView([20, 0], 2);
    L.control.zoom({ position: 'bottomright' }).addTo(this.map);
    L.control.scale({ position: 'bottomleft', imperial: false }).addTo(this.map);
    this.map.attributionControl.setPrefix('Leaflet');
    this.tiles = tileLayer(L).addTo(this.map);
    this.areas = new MapAreas(L, this.map);
    this.markers = new MapMarkers(L, this.map, {
      onOpen: (cluster, event) => this.pressed(cluster, event),
    });
    this.circle = new MapCircle(L, this.map);
    this.tools = new MapTools(L, this.map, this.circle, this.toolHost);
    this.radius = new RadiusControl('map');
    this.toolHost.append(this.radius.node);
    this.spot = L.circleMarker([0, 0], { radius: 12, className: 'map-spot', interactive: false });
    this.map.on('moveend', () => this.ask());
    store.on('answer', () => this.answered());
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(this.host);
  }

  answered() {
    const { result } = store;
    if (!this.isShown || !this.map || !result) return;
    const isNew = this.seen?.query !== result.query;
    this.seen = result;
    this.circle.update(result);
    this.areas.update(result);
    this.radius.update(result);
    // Stays set until done, because the map may move by itself when its size changes.
    if (isNew) this.wantsFit = store.origin !== 'map';
    this.ask();
  }

  /** Loads the clusters of the visible part; late answers are dropped. */
  async ask() {
    if (!this.isShown || !store.result) return;
    this.controller?.abort();
    const controller = this.controller = new AbortController();
    const { query: q, order } = store;
    try {
      const answer = await api.get('map', {
        params: { q, order, zoom: Math.round(this.map.getZoom()), ...this.window() },
        signal: controller.signal,
      });
      if (controller.signal.aborted) return;
      if (this.wantsFit) {
        this.wantsFit = false;
        if (this.fit(answer.bounds)) return;
      }
      this.markers.show(answer.clusters);
      this.showNote(answer);
    } catch (error) {
      if (asError(error).name === 'AbortError') return;
      this.note.hidden = false;
      this.note.textContent = sentenceOf(error);
    }
  }

  /** The visible part and a little more, with longitudes as the server expects them. */
  window() {
    const bounds = this.map.getBounds().pad(0.15);
    const wide = bounds.getEast() - bounds.getWest() >= 360;
    return {
      west: wide ? -180 : wrapLongitude(bounds.getWest()).toFixed(5),
      east: wide ? 180 : wrapLongitude(bounds.getEast()).toFixed(5),
      south: Math.max(-90, bounds.getSouth()).toFixed(5),
      north: Math.min(90, bounds.getNorth()).toFixed(5),
    };
  }

  /** @param {{ placed: number, clusters: Cluster[] }} options */
  showNote({ placed, clusters }) {
    const seen = clusters.length > 0;
    this.note.hidden = seen || !store.result?.count;
    this.note.textContent = placed
      ? 'No photos in this part of the map.'
      : 'None of these photos has a position.';
  }

  /**
   * Brings all photos and the circle of the query into view; false if they are visible already.
   * @param {Bounds | null} box
   */
  fit(box) {
    const rim = this.circle.corners();
    if (!box) return this.showBounds(rim.length ? this.L.latLngBounds(rim) : null);
    const east = box.east < box.west ? box.east + 360 : box.east;
    const middle = (box.west + east) / 2;
    const shift = nearLongitude(middle, this.map.getCenter().lng) - middle;
    const bounds = this.L.latLngBounds([box.south, box.west + shift], [box.north, east + shift]);
    for (const corner of rim) bounds.extend(corner);
    return this.showBounds(bounds);
  }

  /** @param {L.LatLngBounds | null} bounds */
  showBounds(bounds) {
    if (!bounds) return false;
    const before = this.map.getBounds();
    const zoom = this.map.getBoundsZoom(bounds.pad(0.1));
    if (before.contains(bounds) && zoom <= this.map.getZoom() + 1) return false;
    this.map.fitBounds(bounds, { padding: [56, 48], maxZoom: this.fitZoom, animate: false });
    return true;
  }

  /** Zoomed far beyond its tiles, the map would be empty: the offline map is coarse. */
  get fitZoom() {
    return Math.min(14, (this.tiles.options.maxNativeZoom ?? 14) + 2);
  }

  /**
   * With an active tool, a click on photos means the point, not the photos.
   * @param {Cluster} cluster
   * @param {MouseEvent | undefined} event
   */
  pressed(cluster, event) {
    if (!this.tools.tool) this.open(cluster);
    else {this.tools.press(
        event?.clientX
          ? this.map.mouseEventToLatLng(event)
          : this.L.latLng(cluster.latitude, cluster.longitude),
      );}
  }

  /** @param {Cluster} cluster */
  open(cluster) {
    if (cluster.count === 1) {
      this.onOpen(cluster.id);
      return;
    }
    const isOnePlace = cluster.north - cluster.south < 1e-5 &&
      (cluster.east - cluster.west + 360) % 360 < 1e-5;
    if (isOnePlace || this.map.getZoom() >= DEEPEST) {
      this.onList(cluster);
      return;
    }
    const east = cluster.east < cluster.west ? cluster.east + 360 : cluster.east;
    const shift = nearLongitude(cluster.west, this.map.getCenter().lng) - cluster.west;
    const bounds = this.L.latLngBounds([cluster.south, cluster.west + shift], [
      cluster.north,
      east + shift,
    ]);
    const zoom = Math.min(
      DEEPEST,
      Math.max(this.map.getZoom() + 1, this.map.getBoundsZoom(bounds.pad(0.15))),
    );
    this.map.setView(bounds.getCenter(), zoom);
  }

  /**
   * Shows where a photo was taken while the pointer is on its tile.
   * @param {Position | null} point
   */
  highlight(point) {
    if (!this.spot) return;
    if (!point) {
      this.spot.remove();
      return;
    }
    this.spot.setLatLng([point.latitude, nearLongitude(point.longitude, this.map.getCenter().lng)])
      .addTo(this.map);
  }

  /** @param {string} tool */
  async take(tool) {
    await this.show();
    this.tools?.take(tool);
  }
}
