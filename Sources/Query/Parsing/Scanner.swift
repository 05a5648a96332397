/// A position in the text of a query, and the smallest steps from there.
///
/// Works on Unicode scalars, not on `Character`: an accent after a quotation mark would make both
/// one character that is no quotation mark.
struct Scanner {
  private let scalars: [Unicode.Scalar]
  private(set) var offset = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The next scalar; nil at the end.
  var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  /// The scalar after the next; nil where there is none.
  var second: Unicode.Scalar? { offset + 1 < scalars.count ? scalars[offset + 1] : nil }

  mutating func advance() {
    if offset < scalars.count { offset += 1 }
  }

  /// The same text at an earlier place.
  func rewound(to start: Int) -> Scanner {
    var copy = self
    copy.offset = min(start, offset)
    return copy
  }

  mutating func skipSpace() {
    while let scalar = next, scalar.properties.isWhitespace { advance() }
  }

  /// Steps over `symbol` if it is next.
  mutating func take(_ symbol: String) -> Bool {
    let wanted = Array(symbol.unicodeScalars)
    guard scalars[offset...].starts(with: wanted) else { return false }
    offset += wanted.count
    return true
  }

  /// Steps over what `accepts` and gives it, possibly empty.
  mutating func run(while accepts: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next, accepts(scalar) {
      text.append(scalar)
      advance()
    }
    return String(text)
  }

  /// Steps over a word; nil, and no step, where none begins.
  mutating func word() -> String? {
    guard let scalar = next, Word.canStart(with: scalar) else { return nil }
    return run(while: Word.canContinue)
  }

  /// Steps over `keyword`, in any case, where it stands as a whole word.
  mutating func take(keyword: Keyword) -> Bool {
    let start = offset
    if word()?.lowercased() == keyword.rawValue { return true }
    offset = start
    return false
  }

  /// The text from `start` to here.
  func text(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[min(start, offset)..<offset])
    return String(view)
  }

  /// What is next, as an error shows it: a whole word, else one scalar; nil at the end.
  var found: String? {
    var copy = self
    guard let scalar = next else { return nil }
    return String((copy.word() ?? String(scalar)).prefix(40))
  }

  func error(_ problem: QueryError.Problem, at start: Int? = nil) -> QueryError {
    QueryError(problem, offset: start ?? offset)
  }

  func expected(_ what: String) -> QueryError {
    error(.expected(what, found: found))
  }
}
