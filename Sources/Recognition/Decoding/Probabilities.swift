internal import Foundation

/// Probabilities from what a network's last layer gives.
enum Probabilities {
  /// The logit whose probability this is; infinite for 0 and 1.
  static func logit(_ probability: Double) -> Double { log(probability / (1 - probability)) }

  /// The largest of some logits; nil where one is not a number or infinitely large.
  ///
  /// Minus infinity is the logit of probability 0, by which some networks mask classes.
  static func largest(_ logits: UnsafeBufferPointer<Float>) -> Float? {
    var largest = -Float.infinity
    for logit in logits {
      guard logit < .infinity else { return nil }
      largest = max(largest, logit)
    }
    return largest.isFinite ? largest : nil
  }

  /// The probabilities of a classifier's numbers.
  ///
  /// - Returns: nil where a number is not finite.
  static func of(
    _ values: [Float], activation: ModelDecoding.Activation
  ) -> [Float]? {
    guard values.allSatisfy(\.isFinite) else { return nil }
    switch activation {
    case .none: return values
    case .sigmoid: return values.map { Float(logistic(Double($0))) }
    case .softmax: return softmax(values)
    }
  }

  /// Shares of the exponentials. The largest logit is taken off first, so that none overflows, and
  /// they are added in 64 bits.
  private static func softmax(_ logits: [Float]) -> [Float] {
    let largest = logits.max() ?? 0
    let powers = logits.map { exp(Double($0) - Double(largest)) }
    let sum = powers.reduce(0, +)
    return powers.map { Float($0 / sum) }
  }
}
