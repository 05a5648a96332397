/// A name as people write it: runs of white space count as one space, none at the ends.
///
/// Case is kept for display and means nothing.
package struct Name: RawRepresentable, Hashable, Sendable, Codable {
  /// The name, never empty.
  package let rawValue: String

  /// - Returns: nil for an empty or blank name.
  package init?(rawValue: String) {
    // By scalars: a space with an accent on top is still a space.
    let words = rawValue.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    guard !words.isEmpty else { return nil }
    self.rawValue = words.map { String($0) }.joined(separator: " ")
  }

  /// What names are compared by: lower case, and the straight apostrophe for the curly one.
  package var key: String {
    String(rawValue.lowercased().map { $0 == "’" ? "'" : $0 })
  }
}

/// The id of a vocabulary in front of a name, as in `coco:zebra`; in lower case.
package struct VocabularyID: RawRepresentable, Hashable, Sendable, Codable {
  /// The id.
  package let rawValue: String

  /// - Returns: nil unless it is a plain word that is no field of the language, such as `near`.
  package init?(rawValue: String) {
    let id = rawValue.lowercased()
    guard Word.isPlain(id), Field(rawValue: id) == nil else { return nil }
    self.rawValue = id
  }
}

/// A text to look for, exactly as it is; never empty.
package struct SearchText: RawRepresentable, Hashable, Sendable, Codable {
  /// The text.
  package let rawValue: String

  /// - Returns: nil for an empty text.
  package init?(rawValue: String) {
    guard !rawValue.isEmpty else { return nil }
    self.rawValue = rawValue
  }
}

/// A share of a whole, 0...1: a confidence, or the part of a picture that a box covers.
package struct Fraction: RawRepresentable, Hashable, Sendable, Codable {
  /// 0...1.
  package let rawValue: Double

  /// - Returns: nil for numbers outside 0...1.
  package init?(rawValue: Double) {
    guard (0...1).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }
}

/// How two numbers are compared.
package enum Comparison: String, Sendable, Codable, CaseIterable {
  case atLeast = ">="
  case atMost = "<="
  case exactly = "="
  case moreThan = ">"
  case fewerThan = "<"

  /// Whether `number` stands in this relation to `limit`.
  package func holds(_ number: Int, _ limit: Int) -> Bool {
    switch self {
    case .atLeast: number >= limit
    case .atMost: number <= limit
    case .exactly: number == limit
    case .moreThan: number > limit
    case .fewerThan: number < limit
    }
  }
}

/// A condition on a whole number, such as `>= 3`.
package struct NumberCondition: Hashable, Sendable, Codable {
  /// The numbers that a condition may name.
  package static let numbers = 0...1_000_000

  /// How to compare.
  package let comparison: Comparison
  /// What to compare with.
  package let number: Int

  /// - Returns: nil for a number outside ``numbers``.
  package init?(_ comparison: Comparison, _ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.comparison = comparison
    self.number = number
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let comparison = try container.decode(Comparison.self, forKey: .comparison)
    let number = try container.decode(Int.self, forKey: .number)
    guard let condition = NumberCondition(comparison, number) else {
      throw DecodingError.dataCorruptedError(
        forKey: .number, in: container, debugDescription: "a number of \(Self.numbers)")
    }
    self = condition
  }

  /// Whether `value` meets the condition.
  package func holds(for value: Int) -> Bool {
    comparison.holds(value, number)
  }
}
