internal import PhotoCore

/// Which of two learners did better on the same examples, and whether that is more than chance.
///
/// They are compared by average precision, which needs no threshold. The same groups are drawn for
/// both, so that what is hard for both takes nothing from the difference.
package struct LearnerComparison: Hashable, Sendable, Codable {
  /// The one to take.
  package let proposed: LearnerKind
  /// Whether no difference at all would be no surprise.
  package let isWithinNoise: Bool
  /// The average precision of the proposed one minus the other's.
  package let difference: Estimate
  /// Why, in a sentence.
  package let reason: String

  /// Compares two evaluations.
  ///
  /// - Throws: ``LearningError/incomparable`` unless both are of the same examples in the same order.
  package init(_ one: LabelEvaluation, _ other: LabelEvaluation) throws(LearningError) {
    guard one.scored.map(\.example) == other.scored.map(\.example) else { throw .incomparable }
    let rankings = [one, other].map { Ranking($0.scored) }
    let groups = one.groupMembers
    func gain(_ counts: [Double]) -> Double {
      rankings[0].walk(counting: counts) - rankings[1].walk(counting: counts)
    }
    let gained = gain(Array(repeating: 1, count: one.scored.count))
    let drawn =
      Confidence.bootstrap(groups: groups.count, seed: one.seed) {
        gain(one.counts($0, groups))
      } ?? Interval(low: -1, high: 1)
    isWithinNoise = drawn.low <= 0 && drawn.high >= 0
    let isOneBetter = isWithinNoise ? one.learner == .transfer : gained > 0
    let (best, second) = isOneBetter ? (one, other) : (other, one)
    proposed = best.learner
    difference =
      isOneBetter
      ? Estimate(gained, interval: drawn)
      : Estimate(-gained, interval: Interval(low: -drawn.high, high: -drawn.low))
    reason = Self.reason(
      for: best, over: second, difference: difference, isNoise: isWithinNoise)
  }

  private static func reason(
    for best: LabelEvaluation, over second: LabelEvaluation, difference: Estimate, isNoise: Bool
  ) -> String {
    let value = percent(best.curve.averagePrecision)
    let other = percent(second.curve.averagePrecision)
    let low = percent(difference.interval.low)
    let high = percent(difference.interval.high)
    let figures =
      "\(best.learner.rawValue) has an average precision of \(value) %, "
      + "\(second.learner.rawValue) \(other) %"
    return isNoise
      ? "\(figures); the difference is within chance (95 % interval \(low) to \(high) "
        + "points), so \(best.learner.rawValue) is proposed, which trains in seconds."
      : "\(figures); the difference is more than chance (95 % interval \(low) to \(high) "
        + "points), so \(best.learner.rawValue) is proposed."
  }

  /// With one digit after the point.
  private static func percent(_ share: Double) -> String { Percent.number(share, .tenths) }
}
