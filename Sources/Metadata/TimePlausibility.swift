internal import PhotoCore

/// Which times are believed.
///
/// A clock that lost its battery starts again where its maker let it start, and the photos bear
/// that date until somebody sets it. Not believed are therefore
/// - the days around 1970-01-01T00:00 UTC, on which Unix clocks start: 1970-01-01, and 1969-12-31
///   where the clock was shifted to a zone in the west;
/// - 1980-01-01, on which the clocks of FAT start, and no camera wrote EXIF then;
/// - the exact first second of 1904 (QuickTime) and of 2000 (many compact cameras): the first night
///   of 2000 was photographed much, but hardly within its first second;
/// - years before photography, and the future.
///
/// Other first days of years stay: too many scans are dated by hand to the first of January.
struct TimePlausibility {
  let now: WallTime

  private static let earliestYear = 1826
  /// A wall clock can be 14 hours ahead of UTC; a day leaves room for a clock that is a bit fast.
  private static let day: Int64 = 86_400_000

  func believes(_ time: WallTime) -> Bool {
    time.components.year >= Self.earliestYear && !Self.isDefault(time)
      && time.milliseconds <= now.milliseconds + Self.day
  }

  private static func isDefault(_ time: WallTime) -> Bool {
    let parts = time.components
    switch (parts.year, parts.month, parts.day) {
    case (1969, 12, 31), (1970, 1, 1), (1980, 1, 1): return true
    case (1904, 1, 1), (2000, 1, 1): return time.milliseconds % day / 1000 == 0
    default: return false
    }
  }
}
