// Addresses and sizes of pictures. Thumbnails are upright; a rotation chosen in the viewer is applied here.

/** @typedef {{ sha256: string | null }} Pictured */

/** @param {Pictured} photo */
export const small = (photo) => `/media/small/${photo.sha256}.jpg`;
/** @param {Pictured} photo */
export const large = (photo) => `/media/large/${photo.sha256}.jpg`;
/** @param {{ id: number }} photo */
export const original = (photo, { download = false } = {}) =>
  `/media/original/${photo.id}${download ? '?download=1' : ''}`;

/**
 * Width and height on the screen: a quarter turn swaps them.
 * @param {{ width: number, height: number, turn?: Turn }} photo
 */
export function turnedSize({ width, height, turn = 0 }) {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}
