package import PhotoCore

/// What follows from a photo's own data, its corrections, and where it was taken.
package struct PhotoDerivation: Hashable, Sendable {
  /// When the photo was taken, after corrections; nil where nothing says so.
  package var taken: CaptureTime?
  /// What the camera's clock was corrected by, in milliseconds.
  package var clockShift: Int64 = 0
  /// The position that holds; nil where unknown.
  package var position: Position?
  /// The nearest city; nil without a position, and far from any.
  package var place: Place?
  /// Where the sun stood; nil unless time, offset and position are known.
  package var sun: Sun?

  /// The instant that the photo is ordered by, in milliseconds since 1970 UTC. Without an offset it is
  /// the wall clock's own count until ``OrderSettling`` takes an offset over. Nil without a time.
  package var orderInstant: Int64? {
    taken.map { $0.wall.milliseconds - Int64($0.utcOffsetMinutes ?? 0) * 60_000 }
  }
}
