/// Precision and recall at every threshold that makes a difference.
package struct PrecisionRecallCurve: Hashable, Sendable, Codable {
  /// One point.
  package struct Point: Hashable, Sendable, Codable {
    /// Probabilities from here on are yes.
    package let threshold: Double
    /// The share of what is predicted yes that is yes.
    package let precision: Double
    /// The share of what is yes that is predicted so.
    package let recall: Double
  }

  /// From the highest threshold down, so that recall grows. Empty where nothing is yes.
  package let points: [Point]
  /// The area below the curve in steps: each gain in recall times the precision there, as
  /// scikit-learn's `average_precision_score` has it. 0 where nothing is yes.
  package let averagePrecision: Double

  /// The curve of some examples.
  package init(_ scored: [ScoredExample]) {
    let ranking = Ranking(scored)
    let once = Array(repeating: 1.0, count: scored.count)
    var points: [Point] = []
    averagePrecision = ranking.walk(counting: once) { threshold, precision, recall in
      points.append(Point(threshold: threshold, precision: precision, recall: recall))
    }
    self.points = points
  }

  /// The threshold with the best F1, in the middle between the probabilities on both its sides, so that
  /// it hangs on neither; of equally good ones the highest. 0.5 where nothing is yes.
  package var proposedThreshold: Double {
    var best = (f1: 0.0, threshold: 0.5)
    for (index, point) in points.enumerated() where point.precision + point.recall > 0 {
      let f1 = 2 * point.precision * point.recall / (point.precision + point.recall)
      guard f1 > best.f1 + 1e-12 else { continue }
      let next = index + 1 < points.count ? points[index + 1].threshold : 0
      best = (f1, (point.threshold + next) / 2)
    }
    return best.threshold
  }
}

/// Examples by probability, so that the curve of any choice among them is one walk.
struct Ranking {
  private let order: [Int]
  private let scored: [ScoredExample]

  init(_ scored: [ScoredExample]) {
    self.scored = scored
    order = scored.indices.sorted {
      (scored[$1].probability, $0) < (scored[$0].probability, $1)
    }
  }

  /// The average precision.
  ///
  /// - Parameters:
  ///   - counts: how often each example is there.
  ///   - visit: called at each threshold with its precision and recall.
  func walk(
    counting counts: [Double],
    _ visit: (_ threshold: Double, _ precision: Double, _ recall: Double) -> Void = { _, _, _ in }
  ) -> Double {
    let all = scored.indices.reduce(0) { $0 + (scored[$1].example.isYes ? counts[$1] : 0) }
    guard all > 0 else { return 0 }
    var yes = 0.0
    var predicted = 0.0
    var area = 0.0
    var before = 0.0
    for (place, index) in order.enumerated() {
      predicted += counts[index]
      yes += scored[index].example.isYes ? counts[index] : 0
      let probability = scored[index].probability
      // Equal probabilities cannot be told apart by any threshold.
      if place + 1 < order.count, scored[order[place + 1]].probability == probability { continue }
      guard predicted > 0 else { continue }
      let precision = yes / predicted
      let recall = yes / all
      area += (recall - before) * precision
      before = recall
      visit(probability, precision, recall)
    }
    return area
  }
}
