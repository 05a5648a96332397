/// A personal label as queries know it.
package struct PersonalLabel: Hashable, Sendable {
  /// The catalogue's row id.
  package let id: Int64
  /// Its name.
  package let name: Name
  /// The probability from which it counts where a query does not say otherwise, 0...1.
  package let threshold: Double
  /// Whether a version of it answers; no photo shows a label that is not trained yet.
  package let hasLearnt: Bool

  package init(id: Int64, name: Name, threshold: Double, hasLearnt: Bool = true) {
    self.id = id
    self.name = name
    self.threshold = threshold
    self.hasLearnt = hasLearnt
  }
}

/// A personal label by its field: `label:"my dog" @ 90%`.
package struct LabelTerm: Hashable, Sendable {
  /// The name as it was written.
  package let name: Name
  /// The least probability; nil for the label's threshold.
  package let confidence: Fraction?

  package init(name: Name, confidence: Fraction? = nil) {
    self.name = name
    self.confidence = confidence
  }
}

/// A label's probability that a photo must have.
package struct LabelCondition: Hashable, Sendable {
  /// The label's row id.
  package let label: Int64
  /// Its name, for messages.
  package let name: Name
  /// The least probability, 0...1.
  package let probability: Double
  /// Whether a version of the label answers.
  package let hasLearnt: Bool

  /// - Parameter confidence: nil for the label's threshold.
  package init(_ label: PersonalLabel, confidence: Fraction? = nil) {
    self.label = label.id
    name = label.name
    hasLearnt = label.hasLearnt
    probability = confidence?.rawValue ?? label.threshold
  }
}

/// As a name alone, or with the confidence as an object.
extension LabelTerm: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, confidence
  }

  package init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(Name.self) {
      self.init(name: name)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(Name.self, forKey: .name),
      confidence: try container.decode(Fraction.self, forKey: .confidence))
  }

  /// Writes a text, or an object with `name` and `confidence`.
  package func encode(to encoder: any Encoder) throws {
    guard let confidence else {
      var container = encoder.singleValueContainer()
      return try container.encode(name)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(confidence, forKey: .confidence)
  }
}
