// Great circles, for drawing what the query asks: circles, areas, and the way between two corners.
// Pure; degrees, north and east positive; distances in metres on the sphere the queries use.

export const RADIUS = 6_371_008.8;
/** Mercator ends here: the world of the map is a square. */
export const MAP_EDGE = 85.0511287798;

/** @param {number} degrees */
const rad = (degrees) => degrees * Math.PI / 180;
/** @param {number} radians */
const deg = (radians) => radians * 180 / Math.PI;

/**
 * @param {Position} one
 * @param {Position} other
 */
export function distanceBetween(one, other) {
  const dLatitude = rad(other.latitude - one.latitude);
  const dLongitude = rad(other.longitude - one.longitude);
  const a = Math.sin(dLatitude / 2) ** 2 +
    Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
}

/**
 * The point `metres` from `start` towards `bearing`; its longitude is not wrapped.
 * @param {Position} start
 * @param {number} bearing
 * @param {number} metres
 */
export function destination(start, bearing, metres) {
  const angle = metres / RADIUS;
  const latitude = rad(start.latitude);
  const course = rad(bearing);
  const sine = Math.sin(latitude) * Math.cos(angle) +
    Math.cos(latitude) * Math.sin(angle) * Math.cos(course);
  const east = Math.atan2(
    Math.sin(course) * Math.sin(angle) * Math.cos(latitude),
    Math.cos(angle) - Math.sin(latitude) * sine,
  );
  return {
    latitude: deg(Math.asin(Math.max(-1, Math.min(1, sine)))),
    longitude: start.longitude + deg(east),
  };
}

/**
 * @param {Position} one
 * @param {Position} other
 */
export function bearingTo(one, other) {
  const east = rad(other.longitude - one.longitude);
  const y = Math.sin(east) * Math.cos(rad(other.latitude));
  const x = Math.cos(rad(one.latitude)) * Math.sin(rad(other.latitude)) -
    Math.sin(rad(one.latitude)) * Math.cos(rad(other.latitude)) * Math.cos(east);
  return deg(Math.atan2(y, x));
}

/**
 * The longitude that shows the same place nearest to `reference`.
 * @param {number} longitude
 * @param {number} reference
 */
export const nearLongitude = (longitude, reference) =>
  longitude + 360 * Math.round((reference - longitude) / 360);

/** @param {number} longitude */
export const wrapLongitude = (longitude) => longitude - 360 * Math.floor((longitude + 180) / 360);

/**
 * Points with continuous longitudes, even across the antimeridian.
 * @param {Position[]} points
 */
function unwrap(points) {
  let last = points[0].longitude;
  return points.map(({ latitude, longitude }) => {
    last = nearLongitude(longitude, last);
    return { latitude, longitude: last };
  });
}

/**
 * The rim of a circle: a closed ring of points with continuous longitudes, even across the antimeridian.
 * @param {Position} centre
 * @param {number} metres
 */
export function circleRim(centre, metres, steps = 180) {
  return unwrap(
    Array.from({ length: steps + 1 }, (_, step) => destination(centre, step * 360 / steps, metres)),
  );
}

/**
 * The rings of a circle on a Mercator map: [[latitude, longitude], …] each, the first one outside, further
 * ones holes. A circle around a pole reaches to the map's edge; one that holds both leaves a hole.
 * @param {Position} centre
 * @param {number} metres
 */
export function circleRings(centre, metres) {
  const rim = circleRim(centre, metres);
  const ring = rim.map(({ latitude, longitude }) => [clampLatitude(latitude), longitude]);
  const quarter = metres / RADIUS;
  const holdsNorth = rad(90 - centre.latitude) <= quarter;
  const holdsSouth = rad(90 + centre.latitude) <= quarter;
  if (holdsNorth && holdsSouth) return [worldRing(centre.longitude), ring];
  if (!holdsNorth && !holdsSouth) return [ring];
  const edge = holdsNorth ? MAP_EDGE : -MAP_EDGE;
  const first = ring[0];
  const last = ring.at(-1);
  return [[...ring, [edge, last?.[1] ?? 0], [edge, first[1]]]];
}

/** @param {number} longitude */
const worldRing = (longitude) => [
  [MAP_EDGE, longitude - 180],
  [MAP_EDGE, longitude + 180],
  [-MAP_EDGE, longitude + 180],
  [-MAP_EDGE, longitude - 180],
];

/** @param {number} latitude */
const clampLatitude = (latitude) => Math.max(-MAP_EDGE, Math.min(MAP_EDGE, latitude));

/**
 * The ring of an area whose edges are great circles, with points in between where they bend.
 * @param {Position[]} corners
 */
export function areaRing(corners) {
  /** @type {Position[]} */
  const points = [];
  corners.forEach((corner, place) => {
    points.push(...arc(corner, corners[(place + 1) % corners.length]));
  });
  return unwrap(points).map(({ latitude, longitude }) => [clampLatitude(latitude), longitude]);
}

/**
 * Points on the way from `one` to `other`, without `other` itself.
 * @param {Position} one
 * @param {Position} other
 */
export function arc(one, other, longest = 60_000) {
  const length = distanceBetween(one, other);
  const steps = Math.max(1, Math.min(120, Math.ceil(length / longest)));
  const bearing = bearingTo(one, other);
  return Array.from(
    { length: steps },
    (_, step) => step ? destination(one, bearing, length * step / steps) : one,
  );
}

/**
 * The corners of a box on the map as an area. Its northern and southern sides are parallels, which great
 * circles only follow in short pieces.
 * @param {Bounds} bounds
 */
export function boxCorners({ west, south, east, north }, most = 5) {
  const width = east - west;
  const pieces = Math.max(1, Math.ceil(width / most));
  /**
   * @param {number} latitude
   * @param {boolean} reverse
   */
  const along = (latitude, reverse) =>
    Array.from({ length: pieces + 1 }, (_, piece) => ({
      latitude,
      longitude: wrapLongitude(west + width * (reverse ? pieces - piece : piece) / pieces),
    }));
  return [...along(south, false), ...along(north, true)];
}
