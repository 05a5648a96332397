package import PhotoCore

/// Dates that cameras and phones write into file names.
package enum FileNameDate {
  /// The date and time in a name; nil where there is none that is complete and to be believed.
  ///
  /// Understood:
  /// - `IMG_20140612_153012`, `20140612153012`, `PXL_20210102_030405678`, `Screenshot_20140612-153012`;
  /// - `2014-06-12 15.30.12`, `Screenshot_2014-06-12-15-30-12`, `signal-2014-06-12-153012`,
  ///   `WhatsApp Image 2014-06-12 at 15.30.12`, `Screen Shot 2014-06-12 at 3.30.12 PM`;
  /// - `Foto_08.03.14_00_05_53`, `08.03.2014`: day, month, year, as is the custom where dates are
  ///   written with dots. A year of two digits is of this century, and needs a time behind it;
  /// - a date alone, `IMG-20140612-WA0001`, counts as its midnight: it sorts before the photos of
  ///   that day, and is no claim about the hour.
  ///
  /// A run of digits counts as a whole: `DSC20140612345` is a number. `14-06-12` is none of year,
  /// month and day for certain, and so no date. For the zone, see ``isUTC(_:)``.
  ///
  /// - Parameter now: the present in UTC; a time more than a day later is not believed.
  package static func time(in name: FilePath, now: WallTime) -> WallTime? {
    let groups = DigitGroup.all(in: name.name.bytes)
    let belief = TimePlausibility(now: now)
    for start in groups.indices {
      for read in [compact, yearFirst, dayFirst] {
        if let time = read(Array(groups[start...].prefix(6))), belief.believes(time) {
          return time
        }
      }
    }
    return nil
  }

  /// Whether the time in the name is UTC rather than the wall clock: Pixel phones (`PXL_…`) write
  /// it so. Nobody else says which; their names are taken for the wall clock.
  package static func isUTC(_ name: FilePath) -> Bool {
    name.name.bytes.starts(with: Array("PXL_".utf8))
  }

  /// `20140612`, and behind it, in the same run or the next, `153012` or `153012678`.
  private static func compact(_ groups: [DigitGroup]) -> WallTime? {
    let first = groups[0]
    guard [8, 14, 17].contains(first.digits.count), !isWithinWord(first),
      let date = Date(
        year: first.number(0, 4), month: first.number(4, 2), day: first.number(6, 2))
    else { return nil }
    if first.digits.count > 8 { return date.at(Clock(digitsOf: first, from: 8)) }
    // Behind the date can be a mere counter; what is no time of day is none.
    let next = groups.dropFirst().first { $0.isNear || $0.before == [0x74] }
    return date.at(next.flatMap { Clock(digitsOf: $0, from: 0) }) ?? date.at(nil)
  }

  /// Letters on both sides, as in a hexadecimal number: `a20140612f`. `T` and `Z` are ISO 8601's.
  private static func isWithinWord(_ group: DigitGroup) -> Bool {
    guard let left = group.before.last, let right = group.after.first else { return false }
    return left.isLetter && right.isLetter && right != 0x74 && right != 0x7A
  }

  /// `2014-06-12` and, behind it, `15.30.12`, with any separators.
  private static func yearFirst(_ groups: [DigitGroup]) -> WallTime? {
    guard groups.count >= 3, groups[0].digits.count == 4, groups[1].isTwo, groups[2].isTwo,
      groups[1].isNear, groups[2].before == groups[1].before,
      let date = Date(year: groups[0].value, month: groups[1].value, day: groups[2].value)
    else { return nil }
    return date.at(Clock(behindDate: groups.dropFirst(3))) ?? date.at(nil)
  }

  /// `08.03.14_00_05_53` and `08.03.2014`.
  private static func dayFirst(_ groups: [DigitGroup]) -> WallTime? {
    guard groups.count >= 3, groups[0].isOneOrTwo, groups[1].isOneOrTwo,
      groups[1].follows(0x2E), groups[2].follows(0x2E), let year = groups[2].value
    else { return nil }
    let clock = Clock(behindDate: groups.dropFirst(3))
    switch groups[2].digits.count {
    case 4:
      // `10.12.1920x1080` is the size of a screen.
      guard groups[2].after.first?.isLetter != true else { return nil }
      let date = Date(year: year, month: groups[1].value, day: groups[0].value)
      return date.flatMap { $0.at(clock) ?? $0.at(nil) }
    case 2:
      let date = Date(year: 2000 + year, month: groups[1].value, day: groups[0].value)
      return clock.flatMap { date?.at($0) }
    default: return nil
    }
  }
}

/// Year, month and day of a name, not yet known to be a real date.
private struct Date {
  let (year, month, day): (Int, Int, Int)

  /// - Returns: nil for years before anybody named files after them.
  init?(year: Int?, month: Int?, day: Int?) {
    guard let year, let month, let day, year >= 1900 else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// With a time of day, or midnight for nil; nil where there is no such date or time.
  func at(_ clock: Clock?) -> WallTime? {
    WallTime(
      year: year, month: month, day: day, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0,
      second: clock?.second ?? 0, millisecond: clock?.millisecond ?? 0)
  }
}

/// The time of day of a name, not yet known to be a real one.
private struct Clock {
  let (hour, minute, second, millisecond): (Int, Int, Int, Int)

  /// `153012` or `153012678` as the rest of a run; nil for any other length.
  init?(digitsOf group: DigitGroup, from start: Int) {
    guard [6, 9].contains(group.digits.count - start), let hour = group.number(start, 2),
      let minute = group.number(start + 2, 2), let second = group.number(start + 4, 2)
    else { return nil }
    let millisecond = group.number(start + 6, 3) ?? 0
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// `153012` right behind the date; `15.30.12` there, or behind a word as in ` at 15.30.12`.
  init?(behindDate groups: ArraySlice<DigitGroup>) {
    guard let first = groups.first else { return nil }
    if first.isNear || first.before == [0x74], let clock = Clock(digitsOf: first, from: 0) {
      self = clock
      return
    }
    let parts = Array(groups.prefix(3))
    guard parts.count == 3, first.isOneOrTwo, parts[1].isTwo, parts[2].isTwo,
      parts[1].isNear, parts[2].before == parts[1].before, Self.isJoint(first.before),
      let hour = parts[0].value, let minute = parts[1].value, let second = parts[2].value
    else { return nil }
    self.minute = minute
    self.second = second
    millisecond = 0
    self.hour = Self.hour(hour, followedBy: parts[2].after)
  }

  /// One separator, ISO's `T`, or a short word between blanks or low lines: ` at `, ` um `, ` a las `.
  private static func isJoint(_ between: [UInt8]) -> Bool {
    guard (1...10).contains(between.count), let first = between.first, first == between.last
    else { return false }
    if between.count == 1 { return !first.isLetter || first == 0x74 }
    return first == 0x20 || first == 0x5F
  }

  /// `3.30.12 PM` is half past fifteen. The blank can be a narrow one of three bytes.
  private static func hour(_ hour: Int, followedBy text: [UInt8]) -> Int {
    let letters = text.prefix(6).drop { !$0.isLetter }.prefix(2)
    if letters.elementsEqual(Array("pm".utf8)), hour < 12 { return hour + 12 }
    if letters.elementsEqual(Array("am".utf8)), hour == 12 { return 0 }
    return hour
  }
}
