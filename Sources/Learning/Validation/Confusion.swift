/// How often a threshold was right and wrong.
package struct Confusion: Hashable, Sendable, Codable {
  /// Yes, and predicted so.
  package var truePositives = 0
  /// No, but predicted yes.
  package var falsePositives = 0
  /// Yes, but predicted no.
  package var falseNegatives = 0
  /// No, and predicted so.
  package var trueNegatives = 0

  /// All zero.
  package init() {}

  /// Counts; a probability of just the threshold is yes.
  package init(_ scored: [ScoredExample], threshold: Double) {
    for one in scored { add(isYes: one.example.isYes, predicted: one.probability >= threshold) }
  }

  private mutating func add(isYes: Bool, predicted: Bool) {
    switch (isYes, predicted) {
    case (true, true): truePositives += 1
    case (false, true): falsePositives += 1
    case (true, false): falseNegatives += 1
    case (false, false): trueNegatives += 1
    }
  }

  mutating func add(_ other: Confusion) {
    truePositives += other.truePositives
    falsePositives += other.falsePositives
    falseNegatives += other.falseNegatives
    trueNegatives += other.trueNegatives
  }

  /// The share of what was predicted yes that is yes; nil where nothing was.
  package var precision: Double? { Self.share(truePositives, truePositives + falsePositives) }
  /// The share of what is yes that was predicted so; nil where nothing is.
  package var recall: Double? { Self.share(truePositives, truePositives + falseNegatives) }
  /// The harmonic mean of precision and recall; nil where nothing is yes or was predicted so.
  package var f1: Double? {
    Self.share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }
  /// The share that was predicted right; nil for no examples.
  package var accuracy: Double? { Self.share(truePositives + trueNegatives, count) }
  /// How many examples there are.
  package var count: Int { truePositives + falsePositives + falseNegatives + trueNegatives }

  private static func share(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
