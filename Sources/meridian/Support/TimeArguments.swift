import ArgumentParser
import Foundation
import PhotoCore
import Query

/// A length of time with its sign: `+6h`, `-1d2h30m`, `90s`, `+05:45`, `-00:01:30`.
struct TimeShift: ExpressibleByArgument, Hashable {
  let milliseconds: Int64

  /// A clock that is wrong by more than this was not set at all, and no shift can mend it: ten years.
  private static let longest: Int64 = 3660 * 86_400_000

  init?(argument: String) {
    var text = argument[...]
    let isNegative = text.first == "-" || text.first == "−"
    if isNegative || text.first == "+" { text = text.dropFirst() }
    guard let length = text.contains(":") ? Self.clock(text) : Self.units(text),
      length <= Self.longest
    else { return nil }
    milliseconds = isNegative ? -length : length
  }

  init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// `05:45` or `00:01:30`.
  private static func clock(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
    guard (2...3).contains(parts.count), let hours = parts[0], let minutes = parts[1],
      let seconds = parts.count > 2 ? parts[2] : 0, (0...99_999).contains(hours),
      (0...59).contains(minutes), (0...59).contains(seconds)
    else { return nil }
    return (hours * 3600 + minutes * 60 + seconds) * 1000
  }

  /// `1d2h30m15s`, each at most once and in this order.
  private static func units(_ text: Substring) -> Int64? {
    var rest = text
    var total: Int64 = 0
    for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] as [(Character, Int64)]
    {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, rest.dropFirst(digits.count).first == unit else { continue }
      guard let number = Int64(digits), number < 100_000_000 else { return nil }
      total += number * length * 1000
      rest = rest.dropFirst(digits.count + 1)
    }
    return rest.isEmpty && !text.isEmpty ? total : nil
  }

  /// `+6h`, `-1d2h30m`.
  var text: String {
    var rest = abs(milliseconds) / 1000
    var text = milliseconds < 0 ? "-" : "+"
    for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] as [(String, Int64)] {
      if rest >= length { text += "\(rest / length)\(unit)" }
      rest %= length
    }
    return text.count > 1 ? text : "+0s"
  }
}

extension PartialDate {
  /// As an option of the command line.
  static func argument(_ text: String) throws -> PartialDate {
    guard let date = PartialDate(rawValue: text) else {
      throw ValidationError("“\(text)” is not a date. Write 2014-06-12 or 2014-06-12T18:00.")
    }
    return date
  }
}
