/// A moment as a clock on a wall shows it: a date and a time of day without a zone.
///
/// Kept as milliseconds since 1970-01-01T00:00:00 on the same clock, so that it sorts and
/// subtracts; proleptic Gregorian calendar, no leap seconds.
package struct WallTime: Hashable, Sendable, Codable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00 on this clock.
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// - Returns: nil unless it is a real date (month lengths and leap years counted) of the years
  ///   1...9999 and a real time of day. Second 60 (a leap second) is taken as 59.999.
  package init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.daysInMonth(month, ofYear: year)).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), (0...999).contains(millisecond)
    else { return nil }
    let days = Self.daysSinceEpoch(year: year, month: month, day: day)
    let leap = second == 60
    let seconds = hour * 3600 + minute * 60 + (leap ? 59 : second)
    milliseconds = Int64(days * 86_400 + seconds) * 1000 + Int64(leap ? 999 : millisecond)
  }

  /// The order of the clock.
  package static func < (left: WallTime, right: WallTime) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Year, month, day, hour, minute, second and millisecond.
  package var components: Components {
    // Not by multiplying back: that would overflow within a day of the smallest number.
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    let days = Int(remainder < 0 ? quotient - 1 : quotient)
    let rest = Int(remainder < 0 ? remainder + 86_400_000 : remainder)
    let (year, month, day) = Self.date(daysSinceEpoch: days)
    return Components(
      year: year, month: month, day: day, hour: rest / 3_600_000, minute: rest / 60_000 % 60,
      second: rest / 1000 % 60, millisecond: rest % 1000)
  }

  /// The parts of a ``WallTime``.
  package struct Components: Hashable, Sendable {
    /// Year of the common era.
    package let year: Int
    /// 1...12.
    package let month: Int
    /// 1...31.
    package let day: Int
    /// 0...23.
    package let hour: Int
    /// 0...59.
    package let minute: Int
    /// 0...59.
    package let second: Int
    /// 0...999.
    package let millisecond: Int
  }

  /// The number of days in a month (1...12) of a year.
  package static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: leap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Source: the same, `civil_from_days`.
  private static func date(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}

extension WallTime: CustomStringConvertible {
  /// `2014-06-12T15:30:12`, with `.123` only where the milliseconds are not zero.
  package var description: String {
    let c = components
    let date = "\(padded(c.year, 4))-\(padded(c.month, 2))-\(padded(c.day, 2))"
    let time = "\(padded(c.hour, 2)):\(padded(c.minute, 2)):\(padded(c.second, 2))"
    return "\(date)T\(time)" + (c.millisecond == 0 ? "" : ".\(padded(c.millisecond, 3))")
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
