// The values of the API in words.

/** @type {Record<string, string>} */
const TIMES = {
  exif: 'camera (EXIF)',
  exif_digitized: 'digitising time (EXIF)',
  xmp: 'XMP',
  gps: 'GPS clock',
  file_name: 'file name',
};

/** @type {Record<string, string>} */
const OFFSETS = {
  camera: 'from camera',
  place: 'from the time zone of the place',
};

/** @type {Record<string, string>} */
const POSITIONS = {
  exif: 'GPS from camera',
  xmp: 'XMP',
  gpx: 'GPX track',
  user: 'set by hand',
  neighbours: 'nearby photos in time',
};

/** @type {Record<string, string>} */
const STATES = {
  duplicate: 'another copy',
  missing: 'missing',
  pending: 'not analysed yet',
};

/** @param {string | null} value */
export const timeSource = (value) => TIMES[value ?? ''] ?? value ?? '';
/** @param {string | null} value */
export const offsetSource = (value) => OFFSETS[value ?? ''] ?? '';
/** @param {string | null} value */
export const positionSource = (value) => POSITIONS[value ?? ''] ?? value ?? '';
/** @param {string | null} value */
export const fileState = (value) => STATES[value ?? ''] ?? '';
/** @param {string} value */
export const lightName = (value) => value.replaceAll('-', ' ');

/**
 * "UTC−05:00" for minutes east of Greenwich.
 * @param {number} minutes
 */
export function utcOffset(minutes) {
  if (minutes === 0) return 'UTC';
  const [sign, all] = [minutes < 0 ? '−' : '+', Math.abs(minutes)];
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, '0');
  return `UTC${sign}${two(Math.floor(all / 60))}:${two(all % 60)}`;
}

/**
 * "13.51700° S, 71.97850° W".
 * @param {Position} position
 */
export function coordinates({ latitude, longitude }) {
  /**
   * @param {number} value
   * @param {string} positive
   * @param {string} negative
   */
  const one = (value, positive, negative) =>
    `${Math.abs(value).toFixed(5)}° ${value < 0 ? negative : positive}`;
  return `${one(latitude, 'N', 'S')}, ${one(longitude, 'E', 'W')}`;
}

const POINTS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
];

/**
 * "north-east (48°)" for degrees clockwise from north.
 * @param {number} degrees
 */
export function compass(degrees) {
  return `${POINTS[Math.round(degrees / 45) % 8]} (${Math.round(degrees)}°)`;
}

/** @type {Record<string, string>} */
const FORMATS = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  tiff: 'TIFF',
  gif: 'GIF',
  heic: 'HEIC',
  avif: 'AVIF',
  raw: 'camera RAW',
};
/** @param {string | null} value */
export const formatName = (value) => FORMATS[value ?? ''] ?? value ?? '';

/**
 * The camera's name, whether the API gives one text or make and model.
 * @param {string | { name?: string, model?: string } | null} camera
 */
export const cameraName = (camera) =>
  typeof camera === 'string' ? camera : camera?.name ?? camera?.model ?? '';
