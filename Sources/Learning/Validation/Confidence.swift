internal import Foundation

/// Intervals of 95 % confidence.
///
/// Two ways, because each alone would promise too much. Wilson's takes examples for independent, which
/// those of a burst are not. Drawing groups with replacement (the bootstrap) knows that, but where no
/// mistake was made it never draws one and claims certainty. Where both apply, the wider bounds hold.
enum Confidence {
  /// How often groups are drawn. The bounds are its 2.5 and 97.5 percentiles, with 25 draws beyond.
  static let drawCount = 1000

  /// Wilson's interval of a share (E. B. Wilson, 1927), which stays within 0...1.
  static func wilson(_ part: Int, of whole: Int) -> Interval {
    guard whole > 0 else { return Interval(low: 0, high: 1) }
    let z = 1.959964
    let count = Double(whole)
    let share = Double(part) / Double(whole)
    let centre = share + z * z / (2 * count)
    let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    return Interval(
      low: max(0, (centre - spread) / scale), high: min(1, (centre + spread) / scale))
  }

  /// F1 is 2J / (1 + J) of the share J = TP / (TP + FP + FN), so Wilson's bounds of J give F1's.
  static func wilsonF1(_ confusion: Confusion) -> Interval {
    let hits = confusion.truePositives
    let share = wilson(hits, of: hits + confusion.falsePositives + confusion.falseNegatives)
    return Interval(
      low: 2 * share.low / (1 + share.low), high: 2 * share.high / (1 + share.high))
  }

  /// The middle 95 % of what drawn groups give; what is nil for a draw is left out. Nil where all are.
  ///
  /// - Parameters:
  ///   - groups: how many there are.
  ///   - value: of the groups that were drawn, each as often as it was drawn.
  static func bootstrap(
    groups: Int, seed: UInt64, _ value: (_ drawn: [Int]) -> Double?
  ) -> Interval? {
    var generator = SeededGenerator(seed, 0x626f_6f74)
    var values: [Double] = []
    for _ in 0..<drawCount {
      let drawn = (0..<groups).map { _ in generator.below(groups) }
      if let value = value(drawn) { values.append(value) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    func percentile(_ share: Double) -> Double {
      values[Int((share * Double(values.count - 1)).rounded())]
    }
    return Interval(low: percentile(0.025), high: percentile(0.975))
  }
}
