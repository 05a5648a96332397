import Foundation
import PhotoCore
import Testing

@testable import Learning

/// The suite's own member could not be its condition.
private let digitsPath = ProcessInfo.processInfo.environment["MERIDIAN_CHECK_LEARNING"]

/// Meridian's half of `make check-learning`: what takes minutes, on data from elsewhere.
///
/// The environment names scikit-learn's `digits.csv`: rows of 64 grey values of 0...16 and the digit.
@Suite(
  .serialized,
  .enabled(
    if: digitsPath != nil,
    "trains for minutes on digits that `make check-learning` fetches; run that"))
struct LearningCheck {
  private struct Digit {
    let example: Example
    let greys: [Float]
  }

  private func digits() throws -> [Digit] {
    let text = try String(contentsOfFile: #require(digitsPath), encoding: .utf8)
    return text.split(separator: "\n").enumerated().compactMap { row, line in
      let values = line.split(separator: ",").compactMap { Float($0) }
      guard values.count == 65 else { return nil }
      let example = Example(
        id: "\(row)", group: "\(row)", isYes: values[64] == 3,
        size: PixelSize(width: 64, height: 64))
      return Digit(example: example, greys: Array(values.dropLast()))
    }
  }

  /// The digit at 64 × 64 pixels, bilinear between the centres of its 8 × 8.
  private func image(_ greys: [Float]) -> RGBImage? {
    func grey(_ row: Int, _ column: Int) -> Float {
      greys[max(0, min(7, row)) * 8 + max(0, min(7, column))]
    }
    var pixels: [UInt8] = []
    for y in 0..<64 {
      for x in 0..<64 {
        let down = (Float(y) + 0.5) / 8 - 0.5
        let across = (Float(x) + 0.5) / 8 - 0.5
        let row = Int(down.rounded(.down))
        let column = Int(across.rounded(.down))
        let below = down - Float(row)
        let right = across - Float(column)
        let upper = grey(row, column) * (1 - right) + grey(row, column + 1) * right
        let lower = grey(row + 1, column) * (1 - right) + grey(row + 1, column + 1) * right
        let value = UInt8((upper * (1 - below) + lower * below) / 16 * 255)
        pixels += [value, value, value]
      }
    }
    return RGBImage(size: PixelSize(width: 64, height: 64), pixels: pixels)
  }

  private func report(_ evaluation: LabelEvaluation, _ seconds: Duration) -> ThresholdMetrics {
    let metrics = evaluation.metrics(at: 0.5)
    let figures = [
      ("accuracy", metrics.accuracy), ("precision", metrics.precision),
      ("recall", metrics.recall), ("F1", metrics.f1),
      ("average precision", evaluation.averagePrecision),
    ].map { name, estimate in
      let numbers = [estimate?.value, estimate?.interval.low, estimate?.interval.high].map {
        String(format: "%.3f", $0 ?? .nan)
      }
      return "\(name) \(numbers[0]) (\(numbers[1])-\(numbers[2]))"
    }
    print(
      "\(evaluation.learner.rawValue): \(evaluation.foldCount) folds, at 0.5: "
        + figures.joined(separator: ", ") + "; \(seconds)")
    return metrics
  }

  @Test func `cnn3 tells a handwritten 3 from other digits`() throws {
    let examples = try digits().compactMap { digit in
      image(digit.greys).map { Labelled(digit.example, input: $0) }
    }
    #expect(examples.count == 1797)
    // A mirrored 3 is no 3.
    let learner = CNN3Learner(
      seed: 1, epochCount: 14, shape: .standard, augmentation: Augmentation(mirrors: false))
    let start = ContinuousClock.now
    let outcome = try LabelTraining.run(learner, examples, seed: 1)
    let metrics = report(
      outcome.evaluation, .seconds((ContinuousClock.now - start).components.seconds))
    #expect(try #require(metrics.accuracy).value >= 0.98)
    #expect(try #require(metrics.f1).value >= 0.93)
  }

  @Test func `the linear learner on the digits' own pixels`() throws {
    let examples = try digits().map { Labelled($0.example, input: $0.greys) }
    let start = ContinuousClock.now
    let outcome = try LabelTraining.run(TransferLearner(seed: 1), examples, seed: 1)
    let metrics = report(outcome.evaluation, ContinuousClock.now - start)
    #expect(try #require(metrics.accuracy).value >= 0.97)
  }

  @Test func `cnn3 tells drawn shapes apart at full size`() throws {
    let network = try CNN3Learner(seed: 1, epochCount: 30).fit(
      SyntheticShapes.examples(900, seed: 11, side: 64), isCancelled: { false }
    ) { _, _, _ in }
    let unseen = SyntheticShapes.examples(600, seed: 12, side: 64)
    let probabilities = try network.probabilities(of: unseen.map(\.input))
    let right = zip(probabilities, unseen).count { ($0 >= 0.5) == $1.example.isYes }
    print("shapes: cnn3 at 64 × 64 has a hold-out accuracy of \(Double(right) / 600)")
    #expect(Double(right) / 600 >= 0.97)
  }
}
