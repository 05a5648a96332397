internal import Geography
internal import PhotoCore

extension QueryParser {
  /// `latitude,longitude,distance` or `"place",distance`.
  mutating func parseNear() throws(QueryError) -> NearTerm {
    let centre = try parseCentre()
    try parseComma("a comma and a distance such as 25km")
    return NearTerm(centre: centre, distance: try parseDistance())
  }

  private mutating func parseCentre() throws(QueryError) -> NearTerm.Centre {
    guard let next = scanner.next, !next.isQuote, !Word.canStart(with: next) else {
      return .place(try parseName())
    }
    let start = scanner.offset
    guard let latitude = scanner.number() else {
      throw scanner.expected("a latitude or a place in quotes")
    }
    try parseComma("a comma and a longitude")
    guard let longitude = scanner.number() else { throw scanner.expected("a longitude") }
    guard let point = Coordinate(latitude: latitude, longitude: longitude) else {
      throw scanner.error(Self.noCoordinate, at: start)
    }
    return .point(point)
  }

  private mutating func parseComma(_ what: String) throws(QueryError) {
    scanner.skipSpace()
    guard scanner.take(",") else { throw scanner.expected(what) }
    scanner.skipSpace()
  }

  private mutating func parseDistance() throws(QueryError) -> Distance {
    let start = scanner.offset
    guard let number = scanner.number() else {
      throw scanner.expected("a distance such as 25km")
    }
    scanner.skipSpace()
    let unitStart = scanner.offset
    let word = scanner.word()
    guard let word, let unit = Distance.Unit(rawValue: word.lowercased()) else {
      let found = word ?? scanner.found
      throw scanner.error(.expected("a unit: m, km or mi", found: found), at: unitStart)
    }
    guard let distance = Distance(number, unit) else {
      throw scanner.error(.outOfRange("A distance", range: "from 0 to 40100 km"), at: start)
    }
    return distance
  }

  /// Corners in quotes, separated by spaces or semicolons, each `latitude,longitude`.
  mutating func parseWithin() throws(QueryError) -> Polygon {
    let start = scanner.offset
    guard scanner.next?.isQuote == true else {
      throw scanner.expected("corners in quotes, such as \"-13.1,-72.6 -13.2,-72.4 -13,-72.2\"")
    }
    let text = try parseQuoted()
    var corners: [Coordinate] = []
    var inner = Scanner(text)
    inner.skipSeparators()
    while inner.next != nil {
      guard let latitude = inner.number(), inner.take(","), let longitude = inner.number() else {
        let problem = QueryError.Problem.expected(
          "corners as latitude,longitude", found: inner.found)
        throw scanner.error(problem, at: start)
      }
      guard let corner = Coordinate(latitude: latitude, longitude: longitude) else {
        throw scanner.error(Self.noCoordinate, at: start)
      }
      corners.append(corner)
      inner.skipSeparators()
    }
    guard let polygon = Polygon(corners: corners) else { throw scanner.error(.area, at: start) }
    return polygon
  }

  private static let noCoordinate = QueryError.Problem.outOfRange(
    "A point", range: "a latitude from -90 to 90 and a longitude from -180 to 180")
}

extension Scanner {
  fileprivate mutating func skipSeparators() {
    _ = run { $0.properties.isWhitespace || $0 == ";" }
  }

  /// Steps over a decimal number; nil where none begins or where it is too large.
  mutating func number() -> Double? {
    let start = offset
    var text = take("-") ? "-" : ""
    if text.isEmpty { _ = take("+") }
    text += run(while: \.isDigit)
    if next == ".", let digit = second, digit.isDigit {
      advance()
      text += "." + run(while: \.isDigit)
    }
    text += exponent()
    guard let number = Double(text), number.isFinite else {
      self = rewound(to: start)
      return nil
    }
    return number
  }

  /// An exponent, as numbers near zero are printed: `1e-05`; empty where none follows.
  private mutating func exponent() -> String {
    let start = offset
    guard take("e") || take("E") else { return "" }
    let sign = take("-") ? "-" : ""
    if sign.isEmpty { _ = take("+") }
    let digits = run(while: \.isDigit)
    guard !digits.isEmpty else {
      self = rewound(to: start)
      return ""
    }
    return "e" + sign + digits
  }
}

extension Unicode.Scalar {
  /// Whether it is an ASCII digit: the only ones that numbers are written in here.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it opens or closes a quoted name; phones write the curly ones.
  var isQuote: Bool { self == "\"" || self == "“" || self == "”" || self == "„" }
}
