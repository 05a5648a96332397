// Plotly, loaded when the first chart comes into view: it is several megabytes.

let loading = null;

/** Plotly, once it is there. */
export function loadPlotly() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/assets/vendor/plotly/plotly.min.js';
    script.addEventListener('load', () => resolve(window.Plotly));
    script.addEventListener('error', () => {
      // The next chart tries again.
      loading = null;
      script.remove();
      reject(new Error('The chart library could not be loaded.'));
    });
    document.head.append(script);
  });
  return loading;
}

/** How every chart behaves: no logo, no mode bar, no links to other hosts. */
export const config = Object.freeze({
  displaylogo: false,
  displayModeBar: false,
  doubleClick: 'reset',
  plotlyServerURL: '',
  responsive: true,
  scrollZoom: false,
  showLink: false,
  showTips: false,
});

/**
 * Plotly reads markup in every text it shows, but labels, camera names and places may contain anything:
 * none of it may become an element.
 * @param {string} text
 */
export function plain(text) {
  return String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The text, shortened to fit beside an axis.
 * @param {string} text
 * @param {number} limit
 */
export function short(text, limit) {
  const letters = Array.from(String(text));
  return plain(
    letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : letters.join(''),
  );
}
