// The colours of the theme in a form that Plotly understands.

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
// Null only if the canvas already has a context of another kind.
const pen =
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));

/**
 * A CSS colour in any notation, as rgb().
 * @param {HTMLElement} probe
 * @param {string} token
 */
function rgb(probe, token) {
  probe.style.color = `var(${token})`;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = getComputedStyle(probe).color;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** @param {number[]} options */
const text = ([red, green, blue]) => `rgb(${red}, ${green}, ${blue})`;

/**
 * @param {number[]} one
 * @param {number[]} other
 * @param {number} share
 */
function mix(one, other, share) {
  return one.map((value, channel) => Math.round(value + (other[channel] - value) * share));
}

/** The colours that the charts use, as they are now. */
export function colours() {
  const probe = document.createElement('span');
  document.body.append(probe);
  /** @param {string} token */
  const of = (token) => rgb(probe, token);
  const surface = of('--surface');
  const accent = of('--accent');
  const ink = of('--text');
  const warn = of('--warn');
  const result = {
    text: text(ink),
    quiet: text(of('--text-2')),
    line: text(of('--line')),
    surface: text(surface),
    raised: text(of('--raised')),
    accent: text(accent),
    // The second series differs in lightness, not only in hue.
    second: text(mix(surface, accent, 0.62)),
    gap: text(mix(surface, warn, 0.15)),
    warn: text(warn),
    /** Nothing to much. */
    scale: [
      [0, text(mix(surface, ink, 0.07))],
      [0.001, text(mix(surface, accent, 0.25))],
      [0.5, text(mix(surface, accent, 0.7))],
      [1, text(mix(accent, ink, 0.25))],
    ],
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return result;
}

/**
 * Calls `run` when the colours may have changed.
 * @param {() => unknown} run
 */
export function onThemeChange(run) {
  const soon = () => requestAnimationFrame(run);
  new MutationObserver(soon).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme'],
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon);
}
