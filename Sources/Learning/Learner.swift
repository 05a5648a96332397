/// Something that learns a label from examples.
package protocol Learner: Sendable {
  /// What it sees of an example.
  associatedtype Input: Sendable
  /// What comes out.
  associatedtype Model: LabelModel where Model.Input == Input

  /// Which of the two it is.
  var kind: LearnerKind { get }

  /// Learns from examples, among which are at least two of each side. Nothing else is checked; see
  /// ``LabelTraining``.
  ///
  /// The same examples in the same order and the same seed give the same model, bit by bit, on
  /// processors of the same kind, with any number of threads.
  /// - Parameter report: takes the epochs of this one training.
  /// - Throws: ``LearningError/cancelled``, ``LearningError/diverged``,
  ///   ``LearningError/input(id:expected:found:)``, ``LearningError/product(status:)``.
  func fit(
    _ examples: [Labelled<Input>], isCancelled: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (_ epoch: Int, _ epochCount: Int, _ result: EpochResult?) -> Void
  ) throws(LearningError) -> Model
}

/// What a learner has learned.
package protocol LabelModel: Sendable {
  /// What it sees.
  associatedtype Input: Sendable

  /// How probable it is that each shows what the label means, 0...1.
  ///
  /// - Throws: ``LearningError/input(id:expected:found:)`` with the place among the inputs as id,
  ///   ``LearningError/product(status:)``.
  func probabilities(of inputs: [Input]) throws(LearningError) -> [Double]
}
