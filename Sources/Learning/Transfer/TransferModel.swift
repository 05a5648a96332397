internal import CMatrix

/// A trained linear classifier of embeddings; scaling and calibration are in its weights.
///
///     probability = 1 / (1 + exp(-(weights · embedding / |embedding| + bias)))
package struct TransferModel: LabelModel, Hashable, Codable {
  /// One for each dimension of the embedding.
  package let weights: [Float]
  /// What is added.
  package let bias: Double
  /// The penalty that was chosen; see ``TransferLearner``.
  package let penalty: Double

  init(
    _ solution: LogisticRegression.Solution, scaling: EmbeddingScaling, choice: PenaltyChoice
  ) {
    let platt = choice.platt
    weights = zip(solution, scaling.factor).map { Float(platt.slope * $0 * Double($1)) }
    // The mean that scaling takes away, put together with the rest of what does not change.
    let shift = mx_dot(weights, scaling.mean, weights.count)
    bias = platt.slope * (solution.last ?? 0) + platt.offset - shift
    penalty = choice.penalty
  }

  /// The probability of yes for each embedding; one of another length than ``weights`` is refused.
  package func probabilities(of inputs: [[Float]]) throws(LearningError) -> [Double] {
    var probabilities: [Double] = []
    for (place, input) in inputs.enumerated() {
      guard input.count == weights.count, input.allSatisfy(\.isFinite) else {
        throw .input(
          id: "\(place)", expected: "\(weights.count) finite numbers", found: "\(input.count)")
      }
      let unit = EmbeddingScaling.unit(input)
      probabilities.append(
        LogisticLoss.probability(mx_dot(weights, unit, unit.count) + bias))
    }
    return probabilities
  }
}
