internal import PhotoCore

/// A date and time as metadata spell it, with the UTC offset where one is given.
///
/// Understands EXIF's `2014:06:12 15:30:12`, ISO 8601's `2014-06-12T15:30:12.123+02:00`, and what
/// writers make of them: other separators, blanks for leading zeros, no seconds, no time of day (a
/// date alone counts as its midnight), trailing blanks.
struct TimeText: Hashable {
  let wall: WallTime
  /// Minutes ahead of UTC; nil where none is given or it is out of −12:00...+14:00.
  let offset: Int?

  /// - Returns: nil where no complete date is there, or it is no real one (`0000:00:00`).
  init?(_ text: String, fraction: String? = nil, offset: String? = nil) {
    var scanner = DigitScanner(text)
    guard let year = scanner.digits(4),
      let (month, separator) = scanner.field(after: ":-/._"),
      let (day, _) = scanner.field(after: separator)
    else { return nil }
    let clock = scanner.clock()
    guard
      let wall = WallTime(
        year: year, month: month, day: day, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0,
        second: clock?.second ?? 0,
        millisecond: fraction.flatMap(Self.milliseconds) ?? clock?.millisecond ?? 0)
    else { return nil }
    self.wall = wall
    self.offset = offset.flatMap(Self.minutes) ?? Self.minutes(scanner.rest)
  }

  /// `5` is half a second, `123` 123 milliseconds; more digits are cut off.
  static func milliseconds(_ digits: String) -> Int? {
    let digits = digits.trimmed.prefix { $0.isDigit }
    guard !digits.isEmpty else { return nil }
    return Int((String(digits) + "00").prefix(3))
  }

  /// `+02:00`, `-0330`, `+2:00`, `+02`, `Z`; nil for anything else.
  static func minutes(_ text: String) -> Int? {
    let text = text.filter { !$0.isWhitespace && $0 != "\0" }
    if text == "Z" || text == "z" { return 0 }
    // The last is the minus of typography.
    guard let sign = text.first, sign == "+" || sign == "-" || sign == "−" else { return nil }
    var scanner = DigitScanner(String(text.dropFirst()))
    guard let (hours, _) = scanner.field(after: "", short: true) else { return nil }
    let minutes = scanner.rest.isEmpty ? 0 : scanner.field(after: ":")?.value
    guard let minutes, minutes < 60, scanner.rest.isEmpty else { return nil }
    let total = (sign == "+" ? 1 : -1) * (hours * 60 + minutes)
    return UTCOffset.range.contains(total) ? total : nil
  }
}

/// Takes numbers out of a text that writers agree about only roughly.
struct DigitScanner {
  private var left: Substring

  init(_ text: String) {
    left = text.drop { $0.isWhitespace }
  }

  /// What is left.
  var rest: String { String(left) }

  /// Exactly `width` digits.
  mutating func digits(_ width: Int) -> Int? {
    let digits = left.prefix(width)
    guard digits.count == width, digits.allSatisfy(\.isDigit) else { return nil }
    left = left.dropFirst(width)
    return Int(digits)
  }

  /// One or two digits (two, where nothing separates them) after at most one of `separators` and
  /// blanks, and the separator that stood there: empty for none, for then the next field must have
  /// none either. Takes nothing if it fails.
  mutating func field(
    after separators: String, short: Bool = false
  ) -> (value: Int, separator: String)? {
    var rest = left
    var separator = ""
    if let first = rest.first, separators.contains(first) {
      separator = String(first)
      rest = rest.dropFirst()
    }
    let padded = rest.drop { $0 == " " }
    guard padded.startIndex == rest.startIndex || !separator.isEmpty else { return nil }
    let digits = padded.prefix(2).prefix { $0.isDigit }
    guard let value = Int(digits), short || !separator.isEmpty || digits.count == 2 else {
      return nil
    }
    left = padded.dropFirst(digits.count)
    return (value, separator)
  }

  /// The time of day, behind a `T`, a blank or what else stands between it and the date.
  ///
  /// Minutes and seconds have the same separator, so `15:30-05:00` has no seconds but an offset.
  mutating func clock() -> (hour: Int, minute: Int, second: Int, millisecond: Int)? {
    let before = left
    left = left.drop { $0.isWhitespace }
    if let first = left.first, "Tt:_-,".contains(first) { left = left.dropFirst() }
    left = left.drop { $0.isWhitespace }
    guard let (hour, _) = field(after: "", short: true),
      let (minute, separator) = field(after: ":.-")
    else {
      left = before
      return nil
    }
    guard let (second, _) = field(after: separator) else { return (hour, minute, 0, 0) }
    return (hour, minute, second, fraction() ?? 0)
  }

  /// `.123` or `,5` as milliseconds.
  private mutating func fraction() -> Int? {
    guard let first = left.first, first == "." || first == "," else { return nil }
    let digits = left.dropFirst().prefix { $0.isDigit }
    guard !digits.isEmpty else { return nil }
    left = left.dropFirst(1 + digits.count)
    return TimeText.milliseconds(String(digits))
  }
}

extension Character {
  /// 0...9 and no digit of any other script.
  var isDigit: Bool { isASCII && isNumber }
}
