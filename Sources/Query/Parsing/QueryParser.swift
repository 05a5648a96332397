/// Reads the text of a query.
///
///     or      = and { ("or" | "|" | "||") and }
///     and     = unary { ("and" | "&" | "&&") unary }
///     unary   = ("not" | "!") unary | "(" or ")" | term
///
/// The terms are described in `docs/query-language.md`. Any text gives a tree or an error, within
/// limits on length and depth.
package struct QueryParser {
  /// The most Unicode scalars of a query.
  package static let maximumLength = 10_000
  /// The most brackets and `not` inside each other.
  package static let maximumNesting = 100

  var scanner: Scanner
  private var nesting = 0
  private var termOffsets: [Int] = []

  private init(_ text: String) {
    scanner = Scanner(text)
  }

  /// The tree of `text`.
  ///
  /// - Throws: ``QueryError`` with the place of the first thing that is not understood. A blank text
  ///   is the error ``QueryError/Problem/empty``: a caller to whom no query means every photo asks
  ///   before.
  package static func parse(_ text: String) throws(QueryError) -> QueryExpression {
    try parseKeepingOffsets(text).expression
  }

  /// The tree of `text`, and where each term began, in the order of ``QueryExpression/terms``: so
  /// that a name that turns out to be unknown can be pointed at.
  ///
  /// - Throws: as ``parse(_:)``.
  package static func parseKeepingOffsets(_ text: String) throws(QueryError) -> ParsedQuery {
    guard text.unicodeScalars.count <= maximumLength else {
      throw QueryError(.tooLong(limit: maximumLength), offset: maximumLength)
    }
    var parser = QueryParser(text)
    parser.scanner.skipSpace()
    guard parser.scanner.next != nil else { throw parser.scanner.error(.empty, at: 0) }
    let expression = try parser.parseOr()
    guard parser.scanner.next == nil else { throw parser.scanner.expected("and, or or the end") }
    return ParsedQuery(expression: expression, termOffsets: parser.termOffsets)
  }

  private mutating func parseOr() throws(QueryError) -> QueryExpression {
    let first = try parseAnd()
    var operands = [first]
    while takeOperator(.or, "||", "|") { operands.append(try parseAnd()) }
    return QueryExpression.any(of: operands) ?? first
  }

  private mutating func parseAnd() throws(QueryError) -> QueryExpression {
    let first = try parseUnary()
    var operands = [first]
    try checkWhatFollows(first)
    while takeOperator(.and, "&&", "&") {
      let next = try parseUnary()
      try checkWhatFollows(next)
      operands.append(next)
    }
    return QueryExpression.all(of: operands) ?? first
  }

  private mutating func parseUnary() throws(QueryError) -> QueryExpression {
    scanner.skipSpace()
    if scanner.take(keyword: .not) || scanner.take("!") {
      return .not(try nested { (parser) throws(QueryError) in try parser.parseUnary() })
    }
    let start = scanner.offset
    guard scanner.take("(") else {
      termOffsets.append(start)
      return .term(try parseTerm())
    }
    let inner = try nested { (parser) throws(QueryError) in try parser.parseOr() }
    scanner.skipSpace()
    guard scanner.take(")") else { throw scanner.error(.openBracket, at: start) }
    return inner
  }

  /// One level deeper, within the limit.
  private mutating func nested(
    _ parse: (inout QueryParser) throws(QueryError) -> QueryExpression
  ) throws(QueryError) -> QueryExpression {
    guard nesting < Self.maximumNesting else {
      throw scanner.error(.tooDeep(limit: Self.maximumNesting))
    }
    nesting += 1
    let expression = try parse(&self)
    nesting -= 1
    return expression
  }

  private mutating func takeOperator(_ keyword: Keyword, _ symbols: String...) -> Bool {
    scanner.skipSpace()
    for symbol in symbols where scanner.take(symbol) { return true }
    return scanner.take(keyword: keyword)
  }

  /// After a term comes an operator, a closing bracket or the end. Two terms side by side are an
  /// error and not an `and`: `traffic light` would silently mean something else than it says.
  private func checkWhatFollows(_ previous: QueryExpression) throws(QueryError) {
    var ahead = scanner
    ahead.skipSpace()
    guard let next = ahead.next, next != ")" || nesting == 0 else { return }
    var copy = self
    if copy.takeOperator(.and, "&") || copy.takeOperator(.or, "|") { return }
    let startsTerm = Word.canStart(with: next) || next == "(" || next == "!" || next == "\""
    let isDigit = next.properties.generalCategory == .decimalNumber
    guard startsTerm || isDigit else { throw ahead.expected("and, or or the end of the query") }
    throw ahead.error(.missingOperator(together: Self.together(previous, &ahead)))
  }

  /// The name that two plain names side by side may be; nil where the terms are something else.
  private static func together(_ previous: QueryExpression, _ ahead: inout Scanner) -> String? {
    guard case .term(.name(let term)) = previous, term.vocabulary == nil, term.count == nil,
      term.confidence == nil, term.larger == nil
    else { return nil }
    var words = [term.name.rawValue]
    while words.count < 6, let word = ahead.word(), Keyword(rawValue: word.lowercased()) == nil {
      guard ahead.next != ":" else { break }
      words.append(word)
      ahead.skipSpace()
    }
    return words.count > 1 ? words.joined(separator: " ") : nil
  }
}

/// A tree, and where in the text its terms began.
package struct ParsedQuery: Hashable, Sendable {
  /// The tree.
  package let expression: QueryExpression
  /// Unicode scalars before each term, in the order of ``QueryExpression/terms``.
  package let termOffsets: [Int]
}
