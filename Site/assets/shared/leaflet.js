// Leaflet, loaded when the first map is shown, and the map's tiles.

const ROOT = '/assets/vendor/leaflet/leaflet';
let loading = null;

/** Leaflet's namespace. */
export function leaflet() {
  if (window.L) return Promise.resolve(window.L);
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  const waits = [addOnce('script', { src: `${ROOT}.js` })];
  if (!document.querySelector(`link[href="${ROOT}.css"]`)) {
    waits.push(addOnce('link', { rel: 'stylesheet', href: `${ROOT}.css` }));
  }
  await Promise.all(waits);
  return globalThis.L;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
function addOnce(tag, attributes) {
  return new Promise((resolve, reject) => {
    const node = Object.assign(document.createElement(tag), attributes);
    node.addEventListener('load', resolve);
    node.addEventListener('error', () => reject(new Error('The map could not be loaded.')));
    document.head.append(node);
  });
}

const source = () => document.querySelector('meta[name=meridian-tiles]');
const isOnline = () => Boolean(source()?.content);

/** The deepest zoom of the world map that every Meridian has. */
const DEEPEST_OFFLINE = 6;

/**
 * The tiles this server offers: its own world map, or the source of the settings.
 * @param {Leaflet} L
 */
export function tileLayer(L) {
  return L.tileLayer(isOnline() ? source()?.content ?? '' : '/tiles/{z}/{x}/{y}.png', {
    maxNativeZoom: isOnline() ? 19 : DEEPEST_OFFLINE,
    maxZoom: 19,
    attribution: escapeText(source()?.dataset.attribution || '© OpenStreetMap contributors'),
  });
}

/** A good zoom for a single point: near, but not blurred. */
export const usefulZoom = () => isOnline() ? 13 : DEEPEST_OFFLINE + 1;

/**
 * Leaflet takes attributions as HTML.
 * @param {string} text
 */
function escapeText(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
