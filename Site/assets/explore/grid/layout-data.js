// Reads the answer of the layout endpoint: "MGL1", the length of a header, the header as JSON, and one
// byte of aspect for each photo.

const HEAD = 8;

/**
 * @param {ArrayBuffer} buffer
 * @returns {ResultLayout}
 */
export function readLayout(buffer) {
  const view = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 4));
  if (magic !== 'MGL1') throw new Error('The layout format is not recognised.');
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, HEAD, length)));
  return { ...header, aspects: new Uint8Array(buffer, HEAD + length, header.count) };
}

/**
 * Orders by time are grouped by day; others are not grouped.
 * @param {string} order
 */
export const isByTime = (order) => order === 'oldest' || order === 'newest';

/**
 * The sections to lay out: days, or all photos in one when the order is not by time.
 * @param {ResultLayout} layout
 * @param {string} order
 * @returns {Section[]}
 */
export function sectionsOf(layout, order) {
  if (isByTime(order)) return layout.sections;
  return layout.count ? [[order, layout.count]] : [];
}
