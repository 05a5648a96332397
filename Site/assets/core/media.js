// Addresses and sizes of pictures. Thumbnails are upright; the turn somebody chose in the viewer is done here.

export const small = (photo) => `/media/small/${photo.sha256}.jpg`;
export const large = (photo) => `/media/large/${photo.sha256}.jpg`;
export const original = (photo, { download = false } = {}) => `/media/original/${photo.id}${download ? '?download=1' : ''}`;

/** Width and height as they are shown: a quarter turn swaps them. */
export function turnedSize({ width, height, turn = 0 }) {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}
