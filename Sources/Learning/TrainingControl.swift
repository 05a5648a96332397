/// How a caller follows and stops a training.
///
/// Both closures are called on the thread that trains, between two steps, so they should return at once.
package struct TrainingControl: Sendable {
  /// Whether it is to end; asked at least once for each batch.
  package let isCancelled: @Sendable () -> Bool
  /// Takes what has been done.
  package let report: @Sendable (TrainingProgress) -> Void

  /// Never cancelled and not followed, unless said otherwise.
  package init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (TrainingProgress) -> Void = { _ in }
  ) {
    self.isCancelled = isCancelled
    self.report = report
  }

  /// Ends the work where that is wanted.
  func proceed() throws(LearningError) {
    if isCancelled() { throw .cancelled }
  }
}

/// How far a training is.
package struct TrainingProgress: Hashable, Sendable, Codable {
  /// Which learner.
  package var learner: LearnerKind
  /// The training that is going on, from 0: one for each fold, and at last one with all examples.
  package var part: Int
  /// How many there are.
  package var partCount: Int
  /// The epoch that was just finished, from 1; 1 for a learner that has no epochs.
  package var epoch: Int
  /// How many epochs there are at most; early stopping may end before.
  package var epochCount: Int
  /// The loss and accuracy of that epoch; nil for a learner that has no epochs.
  package var result: EpochResult?

  /// What is done of the whole, 0...1.
  package var share: Double {
    (Double(part) + Double(epoch) / Double(max(1, epochCount))) / Double(max(1, partCount))
  }
}

/// One point of a training curve. Losses are cross-entropies in nats, each side weighing the same.
package struct EpochResult: Hashable, Sendable, Codable {
  /// The loss of what was learned from, with its augmentation, during the epoch.
  package var trainingLoss: Double
  /// The loss of what was held out, after the epoch; nil where nothing could be held out.
  package var validationLoss: Double?
  /// The share of what was held out that was predicted right, 0...1; nil where nothing could be held out.
  package var validationAccuracy: Double?
}
