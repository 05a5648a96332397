/// How well a learner did by cross-validation: what it gave each example without having seen it.
package struct LabelEvaluation: Hashable, Sendable, Codable {
  /// Which learner.
  package let learner: LearnerKind
  /// Every example once, in the order in which they came.
  package let scored: [ScoredExample]
  /// How many folds there were.
  package let foldCount: Int
  /// Where folds and intervals come from.
  package let seed: UInt64

  package init(learner: LearnerKind, scored: [ScoredExample], foldCount: Int, seed: UInt64) {
    self.learner = learner
    self.scored = scored
    self.foldCount = foldCount
    self.seed = seed
  }

  /// Precision and recall at each threshold.
  package var curve: PrecisionRecallCurve { PrecisionRecallCurve(scored) }

  /// The area below the curve, with the interval of drawn groups.
  package var averagePrecision: Estimate {
    let ranking = Ranking(scored)
    let groups = groupMembers
    let value = ranking.walk(counting: Array(repeating: 1, count: scored.count))
    let interval = Confidence.bootstrap(groups: groups.count, seed: seed) { drawn in
      ranking.walk(counting: counts(drawn, groups))
    }
    return Estimate(value, interval: interval ?? Interval(low: 0, high: 1))
  }

  /// Everything at one threshold.
  package func metrics(at threshold: Double) -> ThresholdMetrics {
    ThresholdMetrics(scored, groups: groupMembers, threshold: threshold, seed: seed)
  }

  /// What was predicted wrongly at a threshold, worst first.
  package func mistakes(at threshold: Double) -> [ScoredExample] {
    scored.filter { ($0.probability >= threshold) != $0.example.isYes }
      .sorted { left, right in
        let far = abs(left.probability - threshold)
        let near = abs(right.probability - threshold)
        return far != near ? far > near : left.example.id < right.example.id
      }
  }

  /// Places of the examples of each group, in the order of the groups' names.
  var groupMembers: [[Int]] {
    Dictionary(grouping: scored.indices) { scored[$0].example.group }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// How often each example is there when these groups were drawn.
  func counts(_ drawn: [Int], _ groups: [[Int]]) -> [Double] {
    var counts = Array(repeating: 0.0, count: scored.count)
    for group in drawn {
      for index in groups[group] { counts[index] += 1 }
    }
    return counts
  }
}

/// Effect of the threshold.
package struct ThresholdMetrics: Hashable, Sendable, Codable {
  /// Probabilities from here on are yes.
  package let threshold: Double
  /// How often it was right and wrong.
  package let confusion: Confusion
  /// The share predicted right, of examples with as many yes and no as were marked; nil for no examples.
  package let accuracy: Estimate?
  /// The share of what was predicted yes that is yes; nil where nothing was.
  package let precision: Estimate?
  /// The share of what is yes that was predicted so; nil where nothing is.
  package let recall: Estimate?
  /// The harmonic mean of both; nil where nothing is yes or was predicted so.
  package let f1: Estimate?

  init(_ scored: [ScoredExample], groups: [[Int]], threshold: Double, seed: UInt64) {
    self.threshold = threshold
    let whole = Confusion(scored, threshold: threshold)
    confusion = whole
    let parts = groups.map { Confusion($0.map { scored[$0] }, threshold: threshold) }
    func estimate(_ value: (Confusion) -> Double?, _ wilson: Interval) -> Estimate? {
      guard let measured = value(whole) else { return nil }
      let drawn = Confidence.bootstrap(groups: parts.count, seed: seed) { drawn in
        var sum = Confusion()
        for group in drawn { sum.add(parts[group]) }
        return value(sum)
      }
      return Estimate(measured, interval: drawn.map(wilson.union) ?? wilson)
    }
    let hits = whole.truePositives
    accuracy = estimate(
      \.accuracy, Confidence.wilson(hits + whole.trueNegatives, of: whole.count))
    precision = estimate(\.precision, Confidence.wilson(hits, of: hits + whole.falsePositives))
    recall = estimate(\.recall, Confidence.wilson(hits, of: hits + whole.falseNegatives))
    f1 = estimate(\.f1, Confidence.wilsonF1(whole))
  }
}
