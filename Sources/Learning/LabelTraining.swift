/// Trains a label: checks the examples, cross-validates, then learns from all of them.
///
///     let outcome = try LabelTraining.run(TransferLearner(seed: 7), examples, seed: 7)
///     outcome.evaluation.curve.proposedThreshold
///
/// Give both learners the same examples in the same order and the same seed: then they have the same
/// folds, and ``LearnerComparison`` can tell which is better.
package enum LabelTraining {
  /// What comes of it.
  package struct Outcome<Model: LabelModel>: Sendable {
    /// Learned from all examples.
    package let model: Model
    /// How well models did that had learned from the others.
    package let evaluation: LabelEvaluation
  }

  /// Takes as long as one training for each fold, and one more.
  ///
  /// - Parameter seed: where the folds and the intervals come from; the learner has its own.
  /// - Throws: ``LearningError/examples(_:)`` with every problem, before any work; and what
  ///   ``Learner/fit(_:isCancelled:report:)`` does.
  package static func run<L: Learner>(
    _ learner: L, _ examples: [Labelled<L.Input>], seed: UInt64,
    control: TrainingControl = TrainingControl()
  ) throws(LearningError) -> Outcome<L.Model> {
    let marked = examples.map(\.example)
    let problems = ExampleProblem.all(in: marked, for: learner.kind)
    guard problems.isEmpty else { throw .examples(problems) }
    let folds = Folds(marked, seed: seed)
    let work = Work(learner: learner, partCount: folds.count + 1, control: control)
    var probabilities = Array(repeating: 0.0, count: examples.count)
    for fold in 0..<folds.count {
      let model = try work.fit(folds.learned(without: fold).map { examples[$0] }, part: fold)
      let members = folds.members(of: fold)
      let given = try model.probabilities(of: members.map { examples[$0].input })
      for (index, probability) in zip(members, given) { probabilities[index] = probability }
    }
    let scored = zip(marked, probabilities).map { ScoredExample($0, probability: $1) }
    return Outcome(
      model: try work.fit(examples, part: folds.count),
      evaluation: LabelEvaluation(
        learner: learner.kind, scored: scored, foldCount: folds.count, seed: seed))
  }

  private struct Work<L: Learner> {
    let learner: L
    let partCount: Int
    let control: TrainingControl

    func fit(_ examples: [Labelled<L.Input>], part: Int) throws(LearningError) -> L.Model {
      try control.proceed()
      let kind = learner.kind
      let partCount = partCount
      let report = control.report
      return try learner.fit(examples, isCancelled: control.isCancelled) { epoch, count, result in
        report(
          TrainingProgress(
            learner: kind, part: part, partCount: partCount, epoch: epoch, epochCount: count,
            result: result))
      }
    }
  }
}
