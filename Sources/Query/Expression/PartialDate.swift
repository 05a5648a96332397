package import PhotoCore

/// A date as exact as someone cared to write it: `2014`, `2014-06`, `2014-06-12`,
/// `2014-06-12T18`, `2014-06-12T18:00` or `2014-06-12T18:00:05`.
///
/// It stands for the whole year, month, day, hour, minute or second.
package struct PartialDate: RawRepresentable, Hashable, Sendable, Codable {
  /// Year, month, day, hour, minute, second, as far as given.
  private let parts: [Int]

  /// The first moment.
  package let start: WallTime
  /// The moment after the last: where the next year, month, day, … starts.
  package let end: WallTime

  /// - Returns: nil unless it is one of the forms above and a real date of the years 1...9999.
  package init?(rawValue: String) {
    guard let parts = Self.numbers(in: Array(rawValue.utf8)),
      let first = Self.moment(parts, fillingWith: [1, 1, 1, 0, 0, 0], millisecond: 0)
    else { return nil }
    let month = parts.count > 1 ? parts[1] : 12
    let lastDay = WallTime.daysInMonth(month, ofYear: parts[0])
    let filling = [1, 12, lastDay, 23, 59, 59]
    guard let last = Self.moment(parts, fillingWith: filling, millisecond: 999) else { return nil }
    self.parts = parts
    start = first
    end = WallTime(milliseconds: last.milliseconds + 1)
  }

  /// The date as it is written.
  package var rawValue: String {
    let separators = ["", "-", "-", "T", ":", ":"]
    return zip(separators, parts).enumerated().reduce(into: "") { text, item in
      let digits = String(item.element.1)
      let width = item.offset == 0 ? 4 : 2
      text += item.element.0 + String(repeating: "0", count: width - digits.count) + digits
    }
  }

  /// Digits in groups of 4, 2, 2, 2, 2, 2 with `-`, `-`, `T`, `:`, `:` between them.
  private static func numbers(in text: [UInt8]) -> [Int]? {
    let separators: [[UInt8]] = [[], [0x2D], [0x2D], [0x54, 0x74], [0x3A], [0x3A]]
    var parts: [Int] = []
    var rest = text[...]
    while !rest.isEmpty {
      guard parts.count < separators.count else { return nil }
      if !parts.isEmpty {
        guard separators[parts.count].contains(rest.removeFirst()) else { return nil }
      }
      let group = rest.prefix(parts.isEmpty ? 4 : 2)
      guard group.count == (parts.isEmpty ? 4 : 2), group.allSatisfy({ (0x30...0x39) ~= $0 })
      else { return nil }
      parts.append(group.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest.dropFirst(group.count)
    }
    // WallTime would take a leap second for the one before it.
    guard !parts.isEmpty, parts.count < 6 || parts[5] < 60 else { return nil }
    return parts
  }

  private static func moment(
    _ parts: [Int], fillingWith filling: [Int], millisecond: Int
  ) -> WallTime? {
    let all = parts + filling[parts.count...]
    return WallTime(
      year: all[0], month: all[1], day: all[2], hour: all[3], minute: all[4], second: all[5],
      millisecond: millisecond)
  }
}

/// A stretch of wall-clock time: from its first moment up to, and without, its last.
package struct WallInterval: Hashable, Sendable {
  /// The first moment; nil for no beginning.
  package let from: WallTime?
  /// The first moment that is not part of it any more; nil for no end.
  package let toExclusive: WallTime?

  package init(from: WallTime?, toExclusive: WallTime?) {
    self.from = from
    self.toExclusive = toExclusive
  }

  /// Whether `time` is in it.
  package func contains(_ time: WallTime) -> Bool {
    if let from, time < from { return false }
    if let toExclusive, time >= toExclusive { return false }
    return true
  }
}

/// Photos taken in a range of time, both ends included and each as long as it is written.
///
/// `2014-06..2014-07` lasts from June 1, 00:00, to the end of July 31.
package struct DateTerm: Hashable, Sendable {
  /// Where it begins; nil for no beginning. Not both are nil.
  package let from: PartialDate?
  /// Where it ends, this date included; nil for no end.
  package let to: PartialDate?

  /// - Returns: nil without any end, or where the end comes before the beginning.
  package init?(from: PartialDate?, to: PartialDate?) {
    guard from != nil || to != nil else { return nil }
    if let from, let to, to.end <= from.start { return nil }
    self.from = from
    self.to = to
  }

  /// The same as moments, to compare with.
  package var interval: WallInterval {
    WallInterval(from: from?.start, toExclusive: to?.end)
  }
}

extension DateTerm: Codable {
  private enum CodingKeys: CodingKey { case from, to }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let from = try container.decodeIfPresent(PartialDate.self, forKey: .from)
    let to = try container.decodeIfPresent(PartialDate.self, forKey: .to)
    guard let term = DateTerm(from: from, to: to) else {
      throw DecodingError.dataCorruptedError(
        forKey: .from, in: container, debugDescription: "a range that ends before it begins")
    }
    self = term
  }

  /// Writes `{"from": "2014-06", "to": "2014-07"}`; an open end is left out.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(from, forKey: .from)
    try container.encodeIfPresent(to, forKey: .to)
  }
}
