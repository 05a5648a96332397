/// The words that ask for something other than a class when a colon follows.
package enum Field: String, Sendable, CaseIterable {
  case near, within, country, city, region, light, month, weekday, hour, label, camera, file
  case model, has, like
}

/// The words with a meaning of their own; a class of such a name is written in quotes.
enum Keyword: String, CaseIterable {
  case and, or, not, larger, rating, favourite, favorite
}

/// What a word without quotes may consist of.
enum Word {
  static func canStart(with scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_"
  }

  static func canContinue(with scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber: true
    default: canStart(with: scalar) || scalar == "-" || scalar == "'" || scalar == "’"
    }
  }

  /// Whether `text` reads as one word, keywords included.
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return canStart(with: first) && text.unicodeScalars.allSatisfy(canContinue)
  }

  /// Whether `text` can stand as a name without quotes.
  static func isPlainName(_ text: String) -> Bool {
    isPlain(text) && Keyword(rawValue: text.lowercased()) == nil
  }
}
