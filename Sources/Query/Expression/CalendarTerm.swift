package import PhotoCore

/// Photos of a month, weekday or hour, whatever the year: `month:7`, `weekday:sat..sun`,
/// `hour:22..4`. Both ends are included, and a range may run over the end of the cycle.
package struct CalendarTerm: Hashable, Sendable {
  /// What comes round again. The raw values are the words of the language.
  package enum Cycle: String, Sendable, CaseIterable {
    /// 1 (January) ... 12.
    case month
    /// 1 (Monday) ... 7 (Sunday), as in ISO 8601.
    case weekday
    /// 0...23; hour 5 lasts from 5:00 to 5:59:59.999.
    case hour

    /// The numbers that there are.
    package var numbers: ClosedRange<Int> {
      switch self {
      case .month: 1...12
      case .weekday: 1...7
      case .hour: 0...23
      }
    }
  }

  /// What comes round again.
  package let cycle: Cycle
  /// The first number included.
  package let first: Int
  /// The last number included; below ``first`` where the range runs over the end of the cycle.
  package let last: Int

  /// - Returns: nil for numbers that the cycle does not have.
  package init?(_ cycle: Cycle, from first: Int, to last: Int) {
    guard cycle.numbers.contains(first), cycle.numbers.contains(last) else { return nil }
    self.cycle = cycle
    self.first = first
    self.last = last
  }

  /// Whether a number of the cycle is included.
  package func contains(_ number: Int) -> Bool {
    first <= last ? (first...last).contains(number) : number >= first || number <= last
  }

  /// Whether `time` is included.
  package func contains(_ time: WallTime) -> Bool {
    switch cycle {
    case .month: contains(time.components.month)
    case .hour: contains(time.components.hour)
    case .weekday: contains(Self.weekday(of: time))
    }
  }

  /// 1 (Monday) ... 7 (Sunday). January 1, 1970 was a Thursday.
  private static func weekday(of time: WallTime) -> Int {
    let day = 86_400_000 as Int64
    let days = time.milliseconds / day - (time.milliseconds % day < 0 ? 1 : 0)
    let weekday = Int(days % 7) + 3
    return (weekday % 7 + 7) % 7 + 1
  }
}

/// The names of months and weekdays in the language: whole, or the first three letters.
enum CalendarNames {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The number of a month or weekday; nil for another word.
  static func number(of word: String, in cycle: CalendarTerm.Cycle) -> Int? {
    let word = word.lowercased()
    let names =
      switch cycle {
      case .month: months
      case .weekday: weekdays
      case .hour: [String]()
      }
    return names.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }
}
