// SVG elements, and ticks for axes. Colours and strokes come from CSS classes, so that they follow the theme.

const namespace = 'http://www.w3.org/2000/svg';

/**
 * An SVG element with attributes; those that are null are left out.
 * @param {string} tag
 * @param {...(Node | string | (Node | string)[])} children
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null));
  return node;
}

/**
 * Round numbers from `low` to `high`, about `wanted` of them; whole numbers if `isWhole`.
 * @param {number} low
 * @param {number} high
 * @param {number} wanted
 */
export function ticks(low, high, wanted, isWhole = false) {
  const rough = (high - low) / Math.max(1, wanted);
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    ((isWhole ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]).find((n) => n * power >= rough) ?? 10) * power,
    isWhole ? 1 : 0,
  );
  const found = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n += 1) {
    found.push(n * step + 0);
  }
  return found;
}

/**
 * The path of a line, without points that coincide with the previous one.
 * @param {number[][]} points
 */
export function pathOf(points) {
  /** @type {number[] | null} */
  let before = null;
  const kept = points.filter((point, index) => {
    const isFar = !before || Math.abs(point[0] - before[0]) > 0.4 ||
      Math.abs(point[1] - before[1]) > 0.4;
    if (isFar || index === points.length - 1) before = point;
    return isFar || index === points.length - 1;
  });
  return kept.map(([x, y], index) => `${index ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join(
    '',
  );
}
