// Clusters and single photos on the map. Markers that stay in place are reused, to avoid flicker.

import { el } from '../../core/dom.js';
import { count, number } from '../../core/format.js';
import { small } from '../../core/media.js';
import { nearLongitude } from './geodesy.js';

const PHOTO = 48;

export class MapMarkers {
  /**
   * @param {Leaflet} L
   * @param {L.Map} map
   * @param {{ onOpen: (cluster: Cluster, event?: MouseEvent) => void }} options
   */
  constructor(L, map, { onOpen }) {
    this.L = L;
    this.map = map;
    this.onOpen = onOpen;
    this.layer = L.layerGroup().addTo(map);
    this.markers = new Map();
  }

  /** @param {Cluster[]} clusters */
  show(clusters) {
    const reference = this.map.getCenter().lng;
    const most = Math.max(1, ...clusters.map((cluster) => cluster.count));
    const wanted = new Map(clusters.map((cluster) => {
      const longitude = nearLongitude(cluster.longitude, reference);
      return [
        `${cluster.id} ${cluster.count} ${cluster.latitude.toFixed(5)} ${longitude.toFixed(5)}`,
        { ...cluster, longitude },
      ];
    }));
    for (const [key, marker] of this.markers) {
      if (wanted.has(key)) continue;
      this.layer.removeLayer(marker);
      this.markers.delete(key);
    }
    for (const [key, cluster] of wanted) {
      if (this.markers.has(key)) continue;
      const marker = this.make(cluster, most);
      this.markers.set(key, marker);
      this.layer.addLayer(marker);
    }
  }

  /**
   * @param {Cluster} cluster
   * @param {number} most
   */
  make(cluster, most) {
    const { L } = this;
    const node = cluster.count === 1 ? photoNode(cluster) : clusterNode(cluster);
    const size = cluster.count === 1 ? PHOTO : clusterSize(cluster.count, most);
    const title = cluster.count === 1 ? 'A photo' : count(cluster.count, 'photo');
    const marker = L.marker([cluster.latitude, cluster.longitude], {
      icon: L.divIcon({
        html: node,
        className: cluster.count === 1 ? 'map-photo' : 'map-cluster',
        iconSize: [size, size],
      }),
      title,
      alt: title,
      keyboard: true,
      riseOnHover: true,
    });
    marker.on('click', ({ originalEvent }) => this.onOpen(cluster, originalEvent));
    marker.on('keydown', ({ originalEvent }) => {
      if (originalEvent.key !== ' ') return;
      originalEvent.preventDefault();
      this.onOpen(cluster);
    });
    return marker;
  }
}

/** @param {Cluster} cluster */
function photoNode(cluster) {
  const image = el('img', { src: small(cluster), alt: '', decoding: 'async', draggable: 'false' });
  if (cluster.turn) image.style.transform = `rotate(${cluster.turn}deg)`;
  return image;
}

/** @param {Cluster} cluster */
function clusterNode(cluster) {
  return el('span', { text: short(cluster.count) });
}

/**
 * The area of a marker grows roughly with its number, since people compare areas.
 * @param {number} photos
 * @param {number} most
 */
function clusterSize(photos, most) {
  const share = Math.log(photos) / Math.log(Math.max(10, most));
  return Math.round(36 + 34 * share);
}

/** @param {number} photos */
function short(photos) {
  if (photos < 10_000) return number(photos);
  return photos < 1_000_000 ? `${Math.round(photos / 1000)}k` : `${(photos / 1e6).toFixed(1)}M`;
}
