internal import Geography
internal import PhotoCore

extension QueryParser {
  /// A name: one word, or anything in quotes.
  mutating func parseName() throws(QueryError) -> Name {
    let start = scanner.offset
    guard let name = Name(rawValue: try parseValue("a name")) else {
      throw scanner.error(.expected("a name", found: "\"\""), at: start)
    }
    return name
  }

  /// A text to look for: without quotes it goes on to the next white space or sign that
  /// means something.
  mutating func parseText() throws(QueryError) -> SearchText {
    let start = scanner.offset
    guard let text = SearchText(rawValue: try parseValue("a text")) else {
      throw scanner.error(.expected("a text", found: "\"\""), at: start)
    }
    return text
  }

  private mutating func parseValue(_ what: String) throws(QueryError) -> String {
    if scanner.next?.isQuote == true { return try parseQuoted() }
    let text = scanner.run(while: \.isPartOfValue)
    guard !text.isEmpty else { throw scanner.expected(what) }
    return text
  }

  /// What stands between quotation marks; `\"` and `\\` stand for the mark and the backslash.
  mutating func parseQuoted() throws(QueryError) -> String {
    let start = scanner.offset
    let isStraight = scanner.next == "\""
    scanner.advance()
    var text = String.UnicodeScalarView()
    while let scalar = scanner.next {
      scanner.advance()
      if isStraight ? scalar == "\"" : scalar.isQuote { return String(text) }
      guard scalar == "\\", let escaped = scanner.next, escaped == "\\" || escaped.isQuote else {
        text.append(scalar)
        continue
      }
      text.append(escaped)
      scanner.advance()
    }
    throw scanner.error(.openQuote, at: start)
  }

  mutating func parseLight() throws(QueryError) -> Light {
    let start = scanner.offset
    let word = try parseName().rawValue
    let light = Light(rawValue: word.lowercased().split(separator: " ").joined(separator: "-"))
    guard let light else {
      let known = Light.allCases.map(\.rawValue)
      throw scanner.error(.unknownWord(word, field: "light", known: known), at: start)
    }
    return light
  }

  // MARK: - Times

  /// A date, or a range with one or two ends.
  mutating func parseDates() throws(QueryError) -> DateTerm {
    let start = scanner.offset
    let from = try parseDate()
    let end = scanner
    scanner.skipSpace()
    guard scanner.take("..") else {
      scanner = end
      guard let from, let term = DateTerm(from: from, to: from) else {
        throw scanner.expected("a date or ..")
      }
      return term
    }
    let afterDots = scanner
    scanner.skipSpace()
    let to = try parseDate()
    if to == nil { scanner = afterDots }
    guard let term = DateTerm(from: from, to: to) else {
      guard from != nil else { throw scanner.expected("a date after ..") }
      throw scanner.error(.reversedDates(scanner.text(from: start)), at: start)
    }
    return term
  }

  /// The date that is next; nil where no digit is.
  private mutating func parseDate() throws(QueryError) -> PartialDate? {
    let start = scanner.offset
    guard let digit = scanner.next, digit.isDigit else { return nil }
    let text = scanner.run { Word.canContinue(with: $0) || $0 == ":" || $0 == "/" }
    guard let date = PartialDate(rawValue: text) else {
      throw scanner.error(.date(String(text.prefix(40))), at: start)
    }
    return date
  }

  /// A number, or for months and weekdays a name; or a range of them.
  mutating func parseCalendar(_ cycle: CalendarTerm.Cycle) throws(QueryError) -> CalendarTerm {
    let start = scanner.offset
    let first = try parseCalendarNumber(cycle)
    let end = scanner
    scanner.skipSpace()
    guard scanner.take("..") else {
      scanner = end
      return try calendarTerm(cycle, from: first, to: first, at: start)
    }
    scanner.skipSpace()
    let last = try parseCalendarNumber(cycle)
    return try calendarTerm(cycle, from: first, to: last, at: start)
  }

  private mutating func parseCalendarNumber(
    _ cycle: CalendarTerm.Cycle
  ) throws(QueryError) -> Int {
    let start = scanner.offset
    if let word = scanner.word() {
      if let number = CalendarNames.number(of: word, in: cycle) { return number }
      throw scanner.error(.expected("a \(cycle.rawValue)", found: word), at: start)
    }
    let digits = scanner.run(while: \.isDigit)
    guard cycle != .weekday, !digits.isEmpty else {
      let example = cycle == .weekday ? "a weekday such as sunday" : "a number"
      let found = digits.isEmpty ? scanner.found : digits
      throw scanner.error(.expected(example, found: found), at: start)
    }
    return Int(digits) ?? .max
  }

  private func calendarTerm(
    _ cycle: CalendarTerm.Cycle, from first: Int, to last: Int, at start: Int
  ) throws(QueryError) -> CalendarTerm {
    guard let term = CalendarTerm(cycle, from: first, to: last) else {
      let range = "from \(cycle.numbers.lowerBound) to \(cycle.numbers.upperBound)"
      let what = cycle == .month ? "A month" : "An hour"
      throw scanner.error(.outOfRange(what, range: range), at: start)
    }
    return term
  }
}

extension Unicode.Scalar {
  /// Whether a value without quotes goes on with it.
  fileprivate var isPartOfValue: Bool {
    !properties.isWhitespace && !isQuote && !"()&|,!=<>@".unicodeScalars.contains(self)
  }
}
