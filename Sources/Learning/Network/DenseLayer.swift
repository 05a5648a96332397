internal import CMatrix

/// The last layer: all features to one logit.
struct DenseLayer {
  let count: Int
  /// Where its weights begin among the network's; the bias is behind them.
  let start: Int

  func forward(_ features: UnsafePointer<Float>, weights: UnsafePointer<Float>) -> Double {
    mx_dot(features, weights + start, count) + Double(weights[start + count])
  }

  /// Adds the gradient of weights and bias, and fills that of the features.
  func backward(
    _ logitGradient: Float, features: UnsafePointer<Float>, weights: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>, featureGradient: UnsafeMutablePointer<Float>
  ) {
    mx_add_scaled(gradient + start, features, logitGradient, count)
    gradient[start + count] += logitGradient
    mx_scale(featureGradient, weights + start, logitGradient, count)
  }
}
