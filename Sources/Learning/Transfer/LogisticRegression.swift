internal import CMatrix

/// A linear classifier with a logistic loss and a penalty on its weights, to the minimum.
///
///     minimise   Σ cᵢ loss(w · xᵢ + b) / Σ cᵢ  +  λ/2 |w|²        the bias b is free
///
/// The function is convex, so wherever it starts it ends at the same place.
struct LogisticRegression {
  /// The vectors one behind the other, each of `count` numbers; scaled so that λ near 1 is strong and
  /// λ near 0.00001 weak.
  let vectors: FloatBuffer
  let count: Int
  let sides: [Bool]

  /// The weights, and behind them the bias.
  typealias Solution = [Double]

  /// - Parameters:
  ///   - importance: how much each vector counts; 0 for one that is not learned from.
  ///   - start: where to begin, such as the solution for a stronger penalty.
  ///   - tolerance: the length of the gradient at which it is done.
  func solve(
    importance: [Double], penalty: Double, from start: Solution, tolerance: Double = 1e-7
  ) -> Solution {
    let total = max(importance.reduce(0, +), .leastNormalMagnitude)
    return QuasiNewton.minimum(from: start, tolerance: tolerance) { point in
      var scores = Array(repeating: 0.0, count: sides.count)
      mx_scores(vectors.start, sides.count, count, point, &scores)
      let bias = point[count]
      var value = 0.0
      var biasSlope = 0.0
      for (index, isYes) in sides.enumerated() {
        let share = importance[index] / total
        let score = scores[index] + bias
        value += share * LogisticLoss.loss(score, isYes: isYes)
        scores[index] = share * LogisticLoss.gradient(score, isYes: isYes)
        biasSlope += scores[index]
      }
      var gradient = Array(repeating: 0.0, count: count + 1)
      mx_combine(vectors.start, sides.count, count, scores, &gradient)
      mx_add_scaled_double(&gradient, point, penalty, count)
      gradient[count] = biasSlope
      return (value + penalty / 2 * mx_dot_double(point, point, count), gradient)
    }
  }

  /// The score of each vector.
  func scores(_ solution: Solution) -> [Double] {
    var scores = Array(repeating: 0.0, count: sides.count)
    mx_scores(vectors.start, sides.count, count, solution, &scores)
    return scores.map { $0 + solution[count] }
  }
}
