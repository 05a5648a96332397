public import PhotoCore

/// Dates that cameras and phones write into file names.
public enum FileNameDate {
  /// The date and time in a name; nil where there is none that is complete and to be believed.
  ///
  /// Understood: `IMG_20140612_153012`, `PXL_20210102_030405678`, `20140612_153012`,
  /// `2014-06-12 15.30.12`, `Screenshot_2014-06-12-15-30-12`, `WhatsApp Image 2014-06-12 at
  /// 15.30.12`, `IMG-20140612-WA0001` (a date alone counts as its midnight), and
  /// `Foto_08.03.14_00_05_53` (day, month, year). Digits that are part of a longer run are not a
  /// date: `DSC20140612345` is a number. A name never tells the zone; Pixel phones write UTC, which
  /// cannot be told from the name alone, and their photos have EXIF anyway.
  ///
  /// - Parameter now: the present in UTC; a time more than a day later is not believed.
  public static func time(in name: FilePath, now: WallTime) -> WallTime? {
    let groups = DigitGroup.all(in: name.name.bytes)
    let belief = TimeBelief(now: now)
    for start in groups.indices {
      for read in [compact, dashed, dayFirst] {
        if let time = read(groups[start...]), belief.believes(time) { return time }
      }
    }
    return nil
  }

  /// `20140612` and, behind it, `153012` or `153012678`.
  private static func compact(_ groups: ArraySlice<DigitGroup>) -> WallTime? {
    guard let first = groups.first else { return nil }
    if first.digits.count == 14 {  // 20140612153012
      return time(first.number(0, 4), first.number(4, 2), first.number(6, 2), first.clock(8))
    }
    guard first.digits.count == 8 else { return nil }
    let next = groups.dropFirst().first
    let joined = next.map { $0.isNear && [4, 6, 9].contains($0.digits.count) } ?? false
    return time(
      first.number(0, 4), first.number(4, 2), first.number(6, 2),
      joined ? next?.clock(0) : nil)
  }

  /// `2014-06-12` and, behind it, `15.30.12`.
  private static func dashed(_ groups: ArraySlice<DigitGroup>) -> WallTime? {
    let parts = Array(groups.prefix(6))
    guard parts.count >= 3, parts[0].digits.count == 4, parts[1].isTwo, parts[2].isTwo,
      parts[1].isNear, parts[2].isNear
    else { return nil }
    return time(
      parts[0].number(0, 4), parts[1].number(0, 2), parts[2].number(0, 2), clock(of: parts))
  }

  /// `08.03.14_00_05_53`: only with a time behind it, since three short numbers can be anything.
  private static func dayFirst(_ groups: ArraySlice<DigitGroup>) -> WallTime? {
    let parts = Array(groups.prefix(6))
    guard parts.count == 6, parts.allSatisfy(\.isTwo), parts.dropFirst().allSatisfy(\.isNear),
      let clock = clock(of: parts)
    else { return nil }
    let year = parts[2].number(0, 2)
    // Two digits: phones with such names began in this century.
    return time(2000 + year, parts[1].number(0, 2), parts[0].number(0, 2), clock)
  }

  /// Hour, minute and second from the fourth group on: `15.30.12`, `153012`; nil where not there.
  private static func clock(of parts: [DigitGroup]) -> [Int]? {
    guard parts.count >= 4 else { return nil }
    if parts[3].digits.count == 6 || parts[3].digits.count == 9 { return parts[3].clock(0) }
    guard parts.count >= 5, parts[3].isTwo, parts[4].isTwo, parts[4].isNear else { return nil }
    let second = parts.count > 5 && parts[5].isTwo && parts[5].isNear ? parts[5].number(0, 2) : 0
    return [parts[3].number(0, 2), parts[4].number(0, 2), second, 0]
  }

  private static func time(_ year: Int, _ month: Int, _ day: Int, _ clock: [Int]?) -> WallTime? {
    let clock = clock ?? [0, 0, 0, 0]
    guard year >= 1900, clock.count == 4 else { return nil }
    return WallTime(
      year: year, month: month, day: day, hour: clock[0], minute: clock[1], second: clock[2],
      millisecond: clock[3])
  }
}

/// A whole run of digits in a name, and what stands in front of it.
private struct DigitGroup {
  let digits: [UInt8]
  /// Whether only one separator lies between this run and the one before.
  let isNear: Bool

  var isTwo: Bool { digits.count == 2 }

  static func all(in bytes: [UInt8]) -> [DigitGroup] {
    var groups: [DigitGroup] = []
    var end: Int?
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let run = bytes[index...].prefix(while: isDigit)
      groups.append(DigitGroup(digits: Array(run), isNear: end.map { index - $0 == 1 } ?? false))
      index = run.endIndex
      end = index
    }
    return groups
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The number that `length` digits from `start` on make; 0 outside.
  func number(_ start: Int, _ length: Int) -> Int {
    guard start >= 0, start + length <= digits.count else { return 0 }
    return digits[start..<start + length].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Hour, minute, second and millisecond from digit `start` on.
  func clock(_ start: Int) -> [Int] {
    [number(start, 2), number(start + 2, 2), number(start + 4, 2), number(start + 6, 3)]
  }
}

/// The order of file names in which people count: 1, 2, 10.
public enum FileNameOrder {
  /// A text whose plain comparison sorts names naturally: letters in lower case, each number
  /// preceded by the count of its digits.
  public static func key(for name: FilePath) -> String {
    var key = ""
    var digits = ""
    func flush() {
      guard !digits.isEmpty else { return }
      let significant = digits.drop { $0 == "0" }
      // `A` is one digit, `B` two…: longer numbers are larger ones.
      let length = UnicodeScalar(UInt8(min(25, significant.count) + 65))
      key += "0\(length)\(significant)"
      digits = ""
    }
    for character in name.name.description.lowercased() {
      if character.isDigit {
        digits.append(character)
      } else {
        flush()
        key.append(character)
      }
    }
    flush()
    return key
  }
}
