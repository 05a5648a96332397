internal import PhotoCore

/// A date and time as metadata spell it, with the UTC offset where one is given.
///
/// Understands EXIF's `2014:06:12 15:30:12`, ISO 8601's `2014-06-12T15:30:12.123+02:00`, and what
/// writers make of them: other separators, missing seconds, trailing blanks.
struct TimeText: Hashable {
  let wall: WallTime
  /// Minutes ahead of UTC; nil where none is given or it is out of −12:00...+14:00.
  let offset: Int?

  /// - Returns: nil where no complete date is there, or it is no real one (`0000:00:00`).
  init?(_ text: String, fraction: String? = nil, offset: String? = nil) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), let month = scanner.number(2), let day = scanner.number(2)
    else { return nil }
    let hour = scanner.number(2)
    let minute = hour == nil ? nil : scanner.number(2)
    let second = minute == nil ? nil : scanner.number(2)
    guard hour == nil || minute != nil else { return nil }
    let own = second == nil ? nil : scanner.fraction()
    guard
      let wall = WallTime(
        year: year, month: month, day: day, hour: hour ?? 0, minute: minute ?? 0,
        second: second ?? 0, millisecond: fraction.flatMap(Self.milliseconds) ?? own ?? 0)
    else { return nil }
    self.wall = wall
    self.offset = offset.flatMap(Self.minutes) ?? Self.minutes(scanner.rest)
  }

  /// `5` is half a second, `123` 123 milliseconds; more digits are cut off.
  static func milliseconds(_ digits: String) -> Int? {
    let digits = digits.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return nil }
    return Int((String(digits) + "00").prefix(3))
  }

  /// `+02:00`, `-0330`, `Z`; nil for anything else.
  static func minutes(_ text: String) -> Int? {
    let text = text.filter { !$0.isWhitespace }
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" || sign == "−" else { return nil }
    var scanner = DigitScanner(String(text.dropFirst()))
    guard let hours = scanner.number(2) else { return nil }
    let total = hours * 60 + (scanner.number(2) ?? 0)
    let signed = sign == "+" ? total : -total
    return (-720...840).contains(signed) ? signed : nil
  }
}

/// Takes runs of digits out of a text, one separator at most between them.
struct DigitScanner {
  private var characters: Substring

  init(_ text: String) {
    characters = text.drop { $0.isWhitespace }
  }

  /// What is left.
  var rest: String { String(characters) }

  /// Exactly `width` digits, after at most two characters that are no digits.
  mutating func number(_ width: Int) -> Int? {
    var left = characters
    var skipped = 0
    while let first = left.first, !first.isDigit {
      // A sign begins an offset, a dot a fraction: neither is a separator of clock digits.
      guard skipped < 2, first != "+", first != "Z" else { return nil }
      left = left.dropFirst()
      skipped += 1
    }
    let digits = left.prefix(width)
    guard digits.count == width, digits.allSatisfy(\.isDigit) else { return nil }
    characters = left.dropFirst(width)
    return Int(digits)
  }

  /// `.123` or `,5` as milliseconds.
  mutating func fraction() -> Int? {
    guard let first = characters.first, first == "." || first == "," else { return nil }
    let digits = characters.dropFirst().prefix { $0.isDigit }
    guard !digits.isEmpty else { return nil }
    characters = characters.dropFirst(1 + digits.count)
    return TimeText.milliseconds(String(digits))
  }
}

extension Character {
  var isDigit: Bool { isASCII && isNumber }
}
