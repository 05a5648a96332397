internal import Foundation

/// Cross-entropy of a logit, in nats.
enum LogisticLoss {
  /// The probability that a logit stands for.
  static func probability(_ logit: Double) -> Double {
    logit >= 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit))
  }

  /// -log of the probability of what is true; written so that large logits do not overflow.
  static func loss(_ logit: Double, isYes: Bool) -> Double {
    let wrong = isYes ? -logit : logit
    return max(wrong, 0) + log1p(exp(-abs(wrong)))
  }

  /// The derivative of the loss by the logit.
  static func gradient(_ logit: Double, isYes: Bool) -> Double {
    probability(logit) - (isYes ? 1 : 0)
  }
}
