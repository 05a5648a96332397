internal import PhotoCore

/// Which times are believed.
struct TimeBelief {
  let now: WallTime

  /// Photography is older, but no file with such a date was stamped by the camera that took it.
  private static let earliestYear = 1826
  /// A wall clock can be 14 hours ahead of UTC; a day leaves room for a clock that is a bit fast.
  private static let dayInMilliseconds: Int64 = 86_400_000

  /// Not believed: before photography, the future, and the first day of 1970, at which clocks
  /// without a battery start to count.
  func believes(_ time: WallTime) -> Bool {
    let parts = time.components
    let isReset = parts.year == 1970 && parts.month == 1 && parts.day == 1
    return parts.year >= Self.earliestYear && !isReset
      && time.milliseconds <= now.milliseconds + Self.dayInMilliseconds
  }
}

/// Chooses a photo's time among all that its bytes say. The order is the product's: see
/// `docs/import.md`.
struct TimeSources {
  let exif: EXIFBlock?
  let xmp: XMPPacket?
  let belief: TimeBelief

  /// The first time that is believed; nil where none is.
  var captureTime: CaptureTime? {
    let candidates: [(TimeText?, TimeSource)] = [
      (exif?.original, .exif), (exif?.digitized, .exifDigitized), (xmp?.time, .xmp),
      // Of all EXIF dates the least telling, since programmes change it; still a wall clock, which
      // the GPS time is not.
      (exif?.modified, .exif),
    ]
    for (time, source) in candidates {
      if let found = capture(time, source) { return found }
    }
    guard let utc = exif?.gpsTime, belief.believes(utc) else { return nil }
    return CaptureTime(wall: utc, utcOffsetMinutes: 0, source: .gps)
  }

  private func capture(_ time: TimeText?, _ source: TimeSource) -> CaptureTime? {
    guard let time, belief.believes(time.wall) else { return nil }
    return CaptureTime(
      wall: time.wall, utcOffsetMinutes: time.offset ?? offsetFromGPS(time.wall), source: source)
  }

  /// The wall clock against the GPS time, which is UTC.
  ///
  /// Offsets are whole quarters of an hour, and a GPS stamp is seconds old, at times minutes: so the
  /// difference is rounded, and believed only within five minutes of the rounded value.
  private func offsetFromGPS(_ wall: WallTime) -> Int? {
    guard let utc = exif?.gpsTime else { return nil }
    let minutes = Double(wall.milliseconds - utc.milliseconds) / 60_000
    let rounded = (minutes / 15).rounded() * 15
    guard abs(minutes - rounded) <= 5, (-720...840).contains(rounded) else { return nil }
    return Int(rounded)
  }
}
