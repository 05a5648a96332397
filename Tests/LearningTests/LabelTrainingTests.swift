import PhotoCore
import Synchronization
import Testing

@testable import Learning

struct LabelTrainingTests {
  @Test func `every example is judged by a model that has not seen its group`() throws {
    let examples = SyntheticEmbeddings.examples(60, distance: 5, seed: 1)
    let spy = Spy()
    let outcome = try LabelTraining.run(spy, examples, seed: 3)
    #expect(outcome.evaluation.foldCount == 5)
    #expect(outcome.evaluation.scored.map(\.example) == examples.map(\.example))
    #expect(outcome.evaluation.scored.allSatisfy { $0.probability == 1 })
    #expect(outcome.model.groups == Set(examples.map(\.example.group)))
  }

  @Test func `transfer does well, reports its parts and proposes a threshold`() throws {
    let parts = Mutex<[TrainingProgress]>([])
    let control = TrainingControl(report: { progress in
      parts.withLock { $0.append(progress) }
    })
    let outcome = try LabelTraining.run(
      TransferLearner(seed: 1), SyntheticEmbeddings.examples(90, distance: 6, seed: 1), seed: 1,
      control: control)
    let threshold = outcome.evaluation.curve.proposedThreshold
    let metrics = outcome.evaluation.metrics(at: threshold)
    #expect(try #require(metrics.f1).value > 0.9)
    #expect(outcome.evaluation.averagePrecision.value > 0.95)
    #expect(parts.withLock { $0.map(\.part) } == [0, 1, 2, 3, 4, 5])
    #expect(parts.withLock { $0.last?.share } == 1)
  }

  @Test func `every problem of the examples is named before any work`() {
    let few = SyntheticEmbeddings.examples(12, distance: 5, seed: 1)
    #expect(
      throws: LearningError.examples([.tooFew(.transfer, .yes, found: 4)])
    ) { try LabelTraining.run(TransferLearner(seed: 1), few, seed: 1) }
  }

  @Test func `it ends when it is cancelled`() {
    #expect(throws: LearningError.cancelled) {
      try LabelTraining.run(
        TransferLearner(seed: 1), SyntheticEmbeddings.examples(60, distance: 5, seed: 1), seed: 1,
        control: TrainingControl(isCancelled: { true }))
    }
  }

  /// Remembers what it has seen, and is sure of what it has not.
  private struct Spy: Learner {
    struct Model: LabelModel {
      let groups: Set<String>
      let inputs: [[Float]]

      func probabilities(of inputs: [[Float]]) throws(LearningError) -> [Double] {
        inputs.map { self.inputs.contains($0) ? 0 : 1 }
      }
    }

    let kind = LearnerKind.transfer

    func fit(
      _ examples: [Labelled<[Float]>], isCancelled: @escaping @Sendable () -> Bool,
      report: @escaping @Sendable (Int, Int, EpochResult?) -> Void
    ) throws(LearningError) -> Model {
      Model(groups: Set(examples.map(\.example.group)), inputs: examples.map(\.input))
    }
  }
}
