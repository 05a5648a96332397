internal import Foundation

/// Makes probabilities of scores: 1 / (1 + exp(-(slope · score + offset))).
///
/// Fitted to scores of examples that were not learned from, with Platt's targets, which keep a little
/// doubt even where all are told apart (Platt, "Probabilistic outputs for support vector machines",
/// 1999; the way down follows Lin, Lin and Weng, 2007).
struct PlattScaling: Hashable, Sendable {
  var slope = 1.0
  var offset = 0.0

  /// Scores as they are.
  init() {}

  init(scores: [Double], sides: [Bool]) {
    let yes = Double(sides.count { $0 })
    let no = Double(sides.count) - yes
    let targets = sides.map { $0 ? (yes + 1) / (yes + 2) : 1 / (no + 2) }
    offset = log((yes + 1) / (no + 1))
    slope = 0
    var loss = Self.loss(scores, targets, slope: slope, offset: offset)
    for _ in 0..<100 {
      let step = Self.step(scores, targets, slope: slope, offset: offset)
      guard abs(step.slope) + abs(step.offset) > 1e-10 else { break }
      var pace = 1.0
      while pace > 1e-10 {
        let next = Self.loss(
          scores, targets, slope: slope - pace * step.slope,
          offset: offset - pace * step.offset)
        if next < loss {
          slope -= pace * step.slope
          offset -= pace * step.offset
          loss = next
          break
        }
        pace /= 2
      }
      if pace <= 1e-10 { break }
    }
    // Scores that go the wrong way tell nothing: then all that is known is how frequent yes is.
    if slope < 0 {
      slope = 0
      offset = log((yes + 1) / (no + 1))
    }
  }

  private static func loss(
    _ scores: [Double], _ targets: [Double], slope: Double, offset: Double
  ) -> Double {
    zip(scores, targets).reduce(0) { sum, pair in
      let logit = slope * pair.0 + offset
      return sum + pair.1 * LogisticLoss.loss(logit, isYes: true)
        + (1 - pair.1) * LogisticLoss.loss(logit, isYes: false)
    }
  }

  /// Newton's: the gradient divided by the second derivatives, a 2 × 2 matrix.
  private static func step(
    _ scores: [Double], _ targets: [Double], slope: Double, offset: Double
  ) -> (slope: Double, offset: Double) {
    var g1 = 0.0
    var g2 = 0.0
    var h11 = 1e-12
    var h12 = 0.0
    var h22 = 1e-12
    for (score, target) in zip(scores, targets) {
      let probability = LogisticLoss.probability(slope * score + offset)
      let difference = probability - target
      let weight = probability * (1 - probability)
      g1 += difference * score
      g2 += difference
      h11 += weight * score * score
      h12 += weight * score
      h22 += weight
    }
    let determinant = h11 * h22 - h12 * h12
    guard determinant > 0 else { return (0, 0) }
    return ((h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant)
  }
}
