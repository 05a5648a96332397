internal import Foundation
package import PhotoCore

/// The UTC offsets of a time zone, daylight saving and history included.
package struct ZoneRules: Sendable {
  private let zone: TimeZone

  /// - Returns: nil for an id that the system's zone rules do not know.
  package init?(id: String) {
    guard let zone = TimeZone(identifier: id) else { return nil }
    self.zone = zone
  }

  /// Minutes that a clock set to the zone's time is ahead of UTC when it shows `wall`.
  ///
  /// A time that comes twice, when clocks are set back, is taken as the first one. A time that does
  /// not come, when they are set forward (or a day is left out, as on Samoa in 2011), is a clock that
  /// was not yet set: it gets the offset from before.
  package func offsetMinutes(at wall: WallTime) -> Int {
    let day = 86_400_000 as Int64
    // One day on either side is more than any offset, and less than from one change to the next.
    let before = offset(atUTC: wall.milliseconds - day)
    let after = offset(atUTC: wall.milliseconds + day)
    let isRight = { (offset: Int) in
      self.offset(atUTC: wall.milliseconds - Int64(offset) * 60_000) == offset
    }
    if before != after, !isRight(before), isRight(after) { return after }
    return before
  }

  /// Minutes ahead of UTC at an instant, in milliseconds since 1970-01-01T00:00:00Z.
  package func offset(atUTC milliseconds: Int64) -> Int {
    let seconds = zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    // Local mean times of the 19th century have seconds; no photo has.
    return Int((Double(seconds) / 60).rounded())
  }
}
