import PhotoCore
import Testing

@testable import Learning

struct EvaluationTests {
  private func scored(_ rows: [(Bool, Double)], groupOf: (Int) -> Int = { $0 }) -> [ScoredExample] {
    rows.enumerated().map { index, row in
      let example = Example(
        id: "e\(index)", group: "g\(groupOf(index))", isYes: row.0,
        size: PixelSize(width: 20, height: 20))
      return ScoredExample(example, probability: row.1)
    }
  }

  private func evaluation(
    _ learner: LearnerKind, _ rows: [(Bool, Double)], groupOf: (Int) -> Int = { $0 }
  ) -> LabelEvaluation {
    LabelEvaluation(
      learner: learner, scored: scored(rows, groupOf: groupOf), foldCount: 5, seed: 1)
  }

  /// Ranked: yes, yes, no, yes, no, no (the last two alike), yes.
  private let rows = [
    (true, 0.9), (true, 0.8), (false, 0.7), (true, 0.6), (false, 0.3), (false, 0.3), (true, 0.1),
  ]

  @Test func `counts, precision, recall and F1 at a threshold, by hand`() throws {
    let metrics = evaluation(.transfer, rows).metrics(at: 0.6)
    #expect(metrics.confusion.truePositives == 3)
    #expect(metrics.confusion.falsePositives == 1)
    #expect(metrics.confusion.falseNegatives == 1)
    #expect(metrics.confusion.trueNegatives == 2)
    #expect(metrics.precision?.value == 0.75)
    #expect(metrics.recall?.value == 0.75)
    #expect(metrics.f1?.value == 0.75)
    #expect(metrics.accuracy?.value == 5.0 / 7)
    let nothing = evaluation(.transfer, rows).metrics(at: 0.95)
    #expect(nothing.precision == nil)
    #expect(nothing.recall?.value == 0)
    #expect(nothing.f1?.value == 0)
  }

  @Test func `the curve and average precision, by hand`() {
    let curve = evaluation(.transfer, rows).curve
    #expect(curve.points.map(\.threshold) == [0.9, 0.8, 0.7, 0.6, 0.3, 0.1])
    #expect(curve.points.map(\.recall) == [0.25, 0.5, 0.5, 0.75, 0.75, 1])
    #expect(curve.points.map(\.precision) == [1, 1, 2.0 / 3, 0.75, 0.5, 4.0 / 7])
    // A quarter of recall each: 1, 1, 3/4 and 4/7.
    #expect(abs(curve.averagePrecision - (1 + 1 + 0.75 + 4.0 / 7) / 4) < 1e-12)
    // F1 is best at 0.6 (0.75); half-way to the next is 0.45.
    #expect(abs(curve.proposedThreshold - 0.45) < 1e-12)
  }

  @Test func `mistakes are listed, worst first`() {
    #expect(evaluation(.transfer, rows).mistakes(at: 0.6).map(\.example.id) == ["e6", "e2"])
  }

  @Test func `Wilson's interval, by hand, and at its ends`() {
    // 8 of 10: (0.8 + 0.1921 ± 1.96 √(0.016 + 0.0096)) / 1.3841
    let some = Confidence.wilson(8, of: 10)
    #expect(abs(some.low - 0.4902) < 1e-4)
    #expect(abs(some.high - 0.9433) < 1e-4)
    let all = Confidence.wilson(20, of: 20)
    #expect(abs(all.low - 0.8389) < 1e-4)
    #expect(all.high == 1)
    #expect(Confidence.wilson(0, of: 0) == Interval(low: 0, high: 1))
  }

  @Test func `no mistake is no certainty, and bursts widen the interval`() throws {
    let perfect = (0..<40).map { ($0 < 20, $0 < 20 ? 0.9 : 0.1) }
    let precision = try #require(evaluation(.cnn3, perfect).metrics(at: 0.5).precision)
    #expect(precision.value == 1)
    #expect(precision.interval.low < 0.85)
    #expect(precision.interval.high == 1)

    // A quarter of the photos is wrong: each for itself, or whole bursts of ten.
    let flawed = (0..<80).map { ($0 < 40, ($0 % 40) < 10 ? 0.5 : $0 < 40 ? 0.9 : 0.1) }
    let alone = try #require(evaluation(.cnn3, flawed).metrics(at: 0.6).recall)
    let bursts = try #require(
      evaluation(.cnn3, flawed, groupOf: { $0 / 10 }).metrics(at: 0.6).recall)
    #expect(alone.value == bursts.value)
    #expect(bursts.interval.low < alone.interval.low - 0.1)
  }

  @Test func `the clearly better learner is proposed, with its figures`() throws {
    let good = (0..<60).map { ($0 < 30, $0 < 30 ? 0.9 : 0.1) }
    var generator = SeededGenerator(2)
    let bad = (0..<60).map { ($0 < 30, generator.unit()) }
    let comparison = try LearnerComparison(evaluation(.transfer, bad), evaluation(.cnn3, good))
    #expect(comparison.proposed == .cnn3)
    #expect(!comparison.isWithinNoise)
    #expect(comparison.difference.value > 0.2)
    #expect(comparison.difference.interval.low > 0)
    #expect(comparison.reason.hasPrefix("cnn3 has an average precision of 100.0 %, transfer "))
    #expect(comparison.reason.contains("more than chance"))
    let turned = try LearnerComparison(evaluation(.cnn3, good), evaluation(.transfer, bad))
    #expect(turned.proposed == .cnn3)
  }

  @Test func `within noise the quick learner is proposed, and it says so`() throws {
    var almost = (0..<60).map { ($0 < 30, $0 < 30 ? 0.9 : 0.1) }
    let perfect = almost
    almost[3].1 = 0.05
    let comparison = try LearnerComparison(
      evaluation(.cnn3, perfect), evaluation(.transfer, almost))
    #expect(comparison.isWithinNoise)
    #expect(comparison.proposed == .transfer)
    #expect(comparison.difference.value < 0)
    #expect(comparison.reason.contains("within chance"))
  }

  @Test func `learners judged by different examples are not compared`() {
    #expect(throws: LearningError.incomparable) {
      try LearnerComparison(evaluation(.cnn3, rows), evaluation(.transfer, Array(rows.dropLast())))
    }
  }
}
