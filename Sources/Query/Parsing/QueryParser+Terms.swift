extension QueryParser {
  /// One term with all that belongs to it.
  mutating func parseTerm() throws(QueryError) -> Term {
    let start = scanner.offset
    guard let next = scanner.next else { throw scanner.expected("a term such as beach") }
    if next == "." || next.isDigit { return .date(try parseDates()) }
    if next.isQuote { return .name(try parseModifiers(of: try parseName(), in: nil)) }
    guard let word = scanner.word() else {
      throw scanner.expected("a name, a date or a field such as near:")
    }
    if scanner.take(":") { return try parseField(word, at: start) }
    switch Keyword(rawValue: word.lowercased()) {
    case .favourite, .favorite: return .favourite
    case .rating: return .rating(try parseRating())
    case .and, .or, .not, .larger:
      throw scanner.error(.expected("a term such as beach", found: word), at: start)
    case nil: break
    }
    guard let name = Name(rawValue: word) else { throw scanner.expected("a name") }
    return .name(try parseModifiers(of: name, in: nil))
  }

  private mutating func parseField(_ word: String, at start: Int) throws(QueryError) -> Term {
    scanner.skipSpace()
    switch Field(rawValue: word.lowercased()) {
    case .near: return .near(try parseNear())
    case .within: return .within(try parseWithin())
    case .country: return .place(PlaceTerm(level: .country, name: try parseName()))
    case .city: return .place(PlaceTerm(level: .city, name: try parseName()))
    case .region: return .place(PlaceTerm(level: .region, name: try parseName()))
    case .light: return .light(try parseLight())
    case .month: return .calendar(try parseCalendar(.month))
    case .weekday: return .calendar(try parseCalendar(.weekday))
    case .hour: return .calendar(try parseCalendar(.hour))
    case .label: return .label(try parseLabel())
    case .camera: return .camera(try parseText())
    case .file: return .file(try parseText())
    case .model: return .model(try parseText())
    case .like: return .like(try parseText())
    case .has: return .has(try parseAttribute())
    case nil: break
    }
    guard let vocabulary = VocabularyID(rawValue: word) else {
      throw scanner.error(.unknownVocabulary(word, suggestions: []), at: start)
    }
    return .name(try parseModifiers(of: try parseName(), in: vocabulary))
  }

  /// `>= 3`, `@ 80%`, `larger 20%`: each at most once, in any order.
  private mutating func parseModifiers(
    of name: Name, in vocabulary: VocabularyID?
  ) throws(QueryError) -> NameTerm {
    var count: NumberCondition?
    var confidence: Fraction?
    var larger: Fraction?
    while true {
      scanner.skipSpace()
      let start = scanner.offset
      if let comparison = takeComparison() {
        guard count == nil else { throw scanner.error(.givenTwice("The count"), at: start) }
        count = try parseNumber(comparison, in: NumberCondition.numbers, "A count")
      } else if scanner.take("@") {
        guard confidence == nil else {
          throw scanner.error(.givenTwice("The confidence"), at: start)
        }
        confidence = try parseFraction("A confidence")
      } else if scanner.take(keyword: .larger) {
        guard larger == nil else { throw scanner.error(.givenTwice("The size"), at: start) }
        larger = try parseFraction("A size")
      } else {
        return NameTerm(
          name: name, vocabulary: vocabulary, count: count, confidence: confidence, larger: larger)
      }
    }
  }

  /// A name, and perhaps `@ 90%`.
  private mutating func parseLabel() throws(QueryError) -> LabelTerm {
    let name = try parseName()
    scanner.skipSpace()
    guard scanner.take("@") else { return LabelTerm(name: name) }
    return LabelTerm(name: name, confidence: try parseFraction("A confidence"))
  }

  private mutating func parseRating() throws(QueryError) -> NumberCondition {
    scanner.skipSpace()
    guard let comparison = takeComparison() else {
      throw scanner.expected("a comparison such as >= 3")
    }
    return try parseNumber(comparison, in: 0...5, "A rating")
  }

  /// The comparison that is next, if one is.
  private mutating func takeComparison() -> Comparison? {
    let symbols: [(String, Comparison)] = [
      (">=", .atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), ("==", .exactly),
      ("=", .exactly), (">", .moreThan), ("<", .fewerThan),
    ]
    for (symbol, comparison) in symbols where scanner.take(symbol) { return comparison }
    return nil
  }

  private mutating func parseNumber(
    _ comparison: Comparison, in range: ClosedRange<Int>, _ what: String
  ) throws(QueryError) -> NumberCondition {
    scanner.skipSpace()
    let start = scanner.offset
    let digits = scanner.run(while: \.isDigit)
    guard !digits.isEmpty else { throw scanner.expected("a whole number") }
    guard let number = Int(digits), range.contains(number),
      let condition = NumberCondition(comparison, number)
    else {
      let range = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      throw scanner.error(.outOfRange(what, range: range), at: start)
    }
    return condition
  }

  /// `80%` or `0.8`.
  private mutating func parseFraction(_ what: String) throws(QueryError) -> Fraction {
    scanner.skipSpace()
    let start = scanner.offset
    guard let number = scanner.number() else { throw scanner.expected("a share such as 80%") }
    scanner.skipSpace()
    let isPercent = scanner.take("%")
    guard let fraction = Fraction(rawValue: isPercent ? number / 100 : number) else {
      let range = "from 0% to 100%, with the sign, or a fraction such as 0.8"
      throw scanner.error(.outOfRange(what, range: range), at: start)
    }
    return fraction
  }

  private mutating func parseAttribute() throws(QueryError) -> PhotoFact {
    let start = scanner.offset
    let word = try parseName().rawValue
    guard let attribute = PhotoFact(rawValue: word.lowercased()) else {
      let known = PhotoFact.allCases.map(\.rawValue)
      throw scanner.error(.unknownWord(word, field: "has", known: known), at: start)
    }
    return attribute
  }
}
