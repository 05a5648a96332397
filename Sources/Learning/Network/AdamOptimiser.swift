internal import CMatrix
internal import Foundation

/// Adam with decoupled weight decay; the constants are those of Kingma and Ba (arXiv 1412.6980).
final class AdamOptimiser {
  /// Three times the usual 0.001, which needed three times the epochs for drawn shapes;
  /// the rate falls while it learns.
  static let fullRate: Float = 3e-3
  /// How much of itself, times the rate, a weight loses in a step. Small: it keeps weights that nothing
  /// speaks for from staying as chance made them.
  private static let decay: Float = 1e-3

  /// The length of a step.
  var rate = AdamOptimiser.fullRate
  private let first: FloatBuffer
  private let second: FloatBuffer
  private let mean: FloatBuffer
  private var steps = 0

  init(count: Int) {
    first = FloatBuffer(count: count)
    second = FloatBuffer(count: count)
    mean = FloatBuffer(count: count)
  }

  /// - Parameter gradient: the sum over a batch.
  func step(_ weights: FloatBuffer, gradient: FloatBuffer, batchSize: Int) {
    steps += 1
    // The moments start at zero, which makes them too small at first.
    let firstCorrection = 1 - pow(0.9, Float(steps))
    let secondCorrection = (1 - pow(0.999, Float(steps))).squareRoot()
    mx_scale(mean.start, gradient.start, 1 / Float(batchSize), weights.count)
    mx_adam(
      weights.start, mean.start, first.start, second.start, weights.count,
      rate * secondCorrection / firstCorrection, 1e-8 * secondCorrection, rate * Self.decay)
  }
}
