// Where a photo was taken: names, coordinates, the light, and the map.

import { el } from '../../core/dom.js';
import { number } from '../../core/format.js';
import { quoteName } from '../../core/query.js';
import { facts, searchLink, section } from './parts.js';
import { compass, coordinates, lightName, positionSource } from '../../shared/photo-text.js';

/**
 * @param {HTMLElement} map the element of the map, or null
 * @param {Photo} details
 */
export function where(details, map) {
  const placed = Number.isFinite(details.latitude);
  if (!placed && !map) return section('Place', el('p', { class: 'muted' }, 'No position.'));
  return section(
    'Place',
    names(details),
    placed ? null : el('p', { class: 'muted' }, 'No position.'),
    map,
    placed ? position(details) : null,
  );
}

/** @param {Photo} photoDetails */
function names({ place, city, region, country, country_name: countryName }) {
  const known = place ?? { city, region, country, country_name: countryName };
  const parts = [
    known.city && searchLink(`city:${quoteName(known.city)}`, known.city),
    known.region && known.region !== known.city &&
    searchLink(`region:${quoteName(known.region)}`, known.region),
    known.country && searchLink(`country:${known.country}`, known.country_name ?? known.country),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return el(
    'p',
    { class: 'viewer-fact-main' },
    parts.flatMap((part, index) => index ? [', ', part] : [part]),
  );
}

/** @param {Photo} details */
function position(details) {
  const { latitude, longitude, altitude, direction, sun_altitude: sun } = details;
  if (latitude === null || longitude === null) return null;
  const near = `near:${latitude.toFixed(5)},${longitude.toFixed(5)},1km`;
  return facts([
    ['Position', [
      coordinates({ latitude, longitude }),
      ' · ',
      searchLink(near, 'photos within 1 km'),
    ]],
    ['Source', positionSource(details.position_source)],
    ['Altitude', Number.isFinite(altitude) ? `${number(Math.round(altitude))} m` : null],
    ['Direction', Number.isFinite(direction) ? compass(direction) : null],
    ['Light', light(details.light, sun)],
  ]);
}

/**
 * @param {string[]} lights
 * @param {number | null} sun
 */
function light(lights, sun) {
  if (!lights?.length) return null;
  const links = lights.map((name) => searchLink(`light:${name}`, lightName(name)));
  const altitude = Number.isFinite(sun) ? `; sun at ${sun.toFixed(1).replace('-', '−')}°` : '';
  return [links.flatMap((link, index) => index ? [', ', link] : [link]), altitude];
}
