// The plane geometry of the viewer: sizes and boxes after a turn, and how a picture fits its frame.
// Turns are 0, 90, 180 or 270 degrees, clockwise.

/**
 * The size of a picture after a clockwise turn.
 * @param {Size} size
 * @param {Turn} turn
 */
export function turnedSize({ width, height }, turn) {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/**
 * A box [left, top, width, height], in fractions of the upright picture, after a clockwise turn.
 * @param {Box} box
 * @param {Turn} turn
 */
export function turnedBox([left, top, width, height], turn) {
  switch (((turn % 360) + 360) % 360) {
    case 90:
      return [1 - top - height, left, height, width];
    case 180:
      return [1 - left - width, 1 - top - height, width, height];
    case 270:
      return [top, 1 - left - width, height, width];
    default:
      return [left, top, width, height];
  }
}

/**
 * The scale at which `size` just fits into `room`; tiny pictures grow at most `most` times.
 * @param {Size} size
 * @param {Size} room
 */
export function fitFactor(size, room, most = 3) {
  if (!size.width || !size.height) return 1;
  return Math.min(room.width / size.width, room.height / size.height, most);
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
export const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
