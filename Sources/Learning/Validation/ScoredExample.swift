/// An example with the probability that a model gave it which had not learned from it.
package struct ScoredExample: Hashable, Sendable, Codable {
  /// What was marked.
  package let example: Example
  /// That it is yes, 0...1.
  package let probability: Double

  package init(_ example: Example, probability: Double) {
    self.example = example
    self.probability = probability
  }
}

/// Two bounds between which something lies with 95 % confidence.
package struct Interval: Hashable, Sendable, Codable {
  /// The lower bound.
  package let low: Double
  /// The upper bound.
  package let high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// From the least to the greatest of both.
  func union(_ other: Interval) -> Interval {
    Interval(low: min(low, other.low), high: max(high, other.high))
  }
}

/// A measured share and how sure it is.
package struct Estimate: Hashable, Sendable, Codable {
  /// 0...1.
  package let value: Double
  /// Where the share of all photos lies with 95 % confidence.
  package let interval: Interval

  package init(_ value: Double, interval: Interval) {
    self.value = value
    self.interval = interval
  }
}
