/// An example with the probability that a model gave it which had not learned from it.
public struct ScoredExample: Hashable, Sendable, Codable {
  /// What was marked.
  public let example: Example
  /// That it is yes, 0...1.
  public let probability: Double

  /// Takes the values as they are.
  public init(_ example: Example, probability: Double) {
    self.example = example
    self.probability = probability
  }
}

/// Two bounds between which something lies with 95 % confidence.
public struct Interval: Hashable, Sendable, Codable {
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double

  /// Takes the values as they are.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// From the least to the greatest of both.
  func union(_ other: Interval) -> Interval {
    Interval(low: min(low, other.low), high: max(high, other.high))
  }
}

/// A measured share and how sure it is.
public struct Estimate: Hashable, Sendable, Codable {
  /// 0...1.
  public let value: Double
  /// Where the share of all photos lies with 95 % confidence.
  public let interval: Interval

  /// Takes the values as they are.
  public init(_ value: Double, interval: Interval) {
    self.value = value
    self.interval = interval
  }
}
