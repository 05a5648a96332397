internal import Foundation
package import Learning

/// What was measured of a version: kept with it, shown in the terminal and in the web app.
package struct LabelMetrics: Hashable, Sendable, Codable {
  /// Every example with the probability of a model that had not learnt from it.
  package var evaluation: LabelEvaluation
  /// Right and wrong at the proposed threshold.
  package var atThreshold: ThresholdMetrics
  /// The area below the precision-recall curve.
  package var averagePrecision: Estimate
  /// The learners beside each other; nil where only one could learn.
  package var comparison: LearnerComparison?
  /// The curve of the training with all examples; empty for a learner without epochs.
  package var history: [EpochResult]
  /// How long the learner took, with its cross-validation, in seconds.
  package var seconds: Double
  /// The examples that could not be looked at.
  package var leftOut: LabelLeftOut

  package init(
    evaluation: LabelEvaluation, threshold: Double, comparison: LearnerComparison?,
    history: [EpochResult], seconds: Double, leftOut: LabelLeftOut
  ) {
    self.evaluation = evaluation
    atThreshold = evaluation.metrics(at: threshold)
    averagePrecision = evaluation.averagePrecision
    (self.comparison, self.history, self.seconds, self.leftOut) =
      (comparison, history, seconds, leftOut)
  }

  /// Reads ``json``; nil for what an earlier or later version wrote otherwise.
  package init?(json: String) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let metrics = try? decoder.decode(LabelMetrics.self, from: Data(json.utf8)) else {
      return nil
    }
    self = metrics
  }

  /// As it is kept: keys in snake case, sorted.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
