/// Learns on the embeddings of the scene network, which has seen a million pictures before.
///
///     input          [dimensions]   Float   as `PhotoRecognition.embedding` has it, of the crop
///     probability    calibrated: of those with 0.8, four in five are yes, if yes is as frequent as
///                    among the examples
///
/// How strongly weights are held down is chosen by cross-validation within the examples, and the same
/// folds give the scores that the probabilities are fitted to.
package struct TransferLearner: Learner {
  /// The penalties that are tried, strong first, so that each starts where the one before ended.
  static let penalties: [Double] = [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5]

  /// Where the folds come from.
  package let seed: UInt64

  package init(seed: UInt64) {
    self.seed = seed
  }

  /// The name of the learner.
  package var kind: LearnerKind { .transfer }

  /// See ``Learner/fit(_:isCancelled:report:)``; all embeddings must be of one length, and finite.
  package func fit(
    _ examples: [Labelled<[Float]>], isCancelled: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (Int, Int, EpochResult?) -> Void
  ) throws(LearningError) -> TransferModel {
    try check(examples)
    let vectors = examples.map { EmbeddingScaling.unit($0.input) }
    let scaling = EmbeddingScaling(vectors)
    let regression = LogisticRegression(
      vectors: scaling.scaled(vectors), count: scaling.mean.count,
      sides: examples.map(\.example.isYes))
    let choice = try PenaltyChoice(
      regression, examples: examples.map(\.example), seed: seed, isCancelled: isCancelled)
    let sides = SideWeights(regression.sides)
    let solution = regression.solve(
      importance: regression.sides.map(sides.weight), penalty: choice.penalty,
      from: Array(repeating: 0, count: scaling.mean.count + 1))
    report(1, 1, nil)
    return TransferModel(solution, scaling: scaling, choice: choice)
  }

  private func check(_ examples: [Labelled<[Float]>]) throws(LearningError) {
    let expected = examples.first?.input.count ?? 0
    for labelled in examples {
      let vector = labelled.input
      guard vector.count == expected, !vector.isEmpty else {
        throw .input(
          id: labelled.example.id, expected: "\(max(1, expected)) numbers", found: "\(vector.count)"
        )
      }
      guard vector.allSatisfy(\.isFinite) else {
        throw .input(
          id: labelled.example.id, expected: "finite numbers", found: "one that is not finite")
      }
    }
  }
}

/// The penalty with the least loss on examples that were not learned from, and their scores.
struct PenaltyChoice {
  private(set) var penalty = 0.01
  private(set) var platt = PlattScaling()

  /// Where the examples cannot be parted, a middling penalty and scores as they are.
  init(
    _ regression: LogisticRegression, examples: [Example], seed: UInt64,
    isCancelled: () -> Bool
  ) throws(LearningError) {
    let folds = Folds(examples, seed: seed ^ 0x696e_6e65_72)
    guard folds.count > 1 else { return }
    let sides = regression.sides
    var scores = Array(
      repeating: Array(repeating: 0.0, count: sides.count), count: TransferLearner.penalties.count)
    for fold in 0..<folds.count {
      let learned = folds.places.map { $0 != fold }
      let weights = SideWeights(zip(sides, learned).filter(\.1).map(\.0))
      let importance = zip(sides, learned).map { $1 ? weights.weight($0) : 0 }
      var solution = Array(repeating: 0.0, count: regression.count + 1)
      for (row, penalty) in TransferLearner.penalties.enumerated() {
        if isCancelled() { throw .cancelled }
        // To choose among tenfold steps needs no more digits.
        solution = regression.solve(
          importance: importance, penalty: penalty, from: solution, tolerance: 1e-4)
        let all = regression.scores(solution)
        for index in folds.members(of: fold) { scores[row][index] = all[index] }
      }
    }
    let weights = SideWeights(sides)
    let losses = scores.map { row in
      zip(row, sides).reduce(0) {
        $0 + weights.weight($1.1) * LogisticLoss.loss($1.0, isYes: $1.1)
      }
    }
    let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
    penalty = TransferLearner.penalties[best]
    platt = PlattScaling(scores: scores[best], sides: sides)
  }
}
