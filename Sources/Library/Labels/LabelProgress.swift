public import Learning

/// How far a label's training is.
public struct LabelProgress: Hashable, Sendable, Codable {
  /// What is being done. The raw values are part of the contract.
  public enum Stage: String, Hashable, Sendable, Codable {
    /// Crops and embeddings of the examples are made.
    case looking
    /// A learner learns.
    case training
    /// The new version looks at all photos.
    case judging
  }

  /// What is being done.
  public var stage: Stage
  /// Photos done; in ``Stage/training`` thousandths of this learner's work.
  public var done: Int
  /// Photos of this stage; 1000 in ``Stage/training``.
  public var total: Int
  /// The point of the curve that was just reached; nil in other stages.
  public var training: TrainingProgress?

  /// Takes the values as they are.
  public init(stage: Stage, done: Int, total: Int, training: TrainingProgress? = nil) {
    (self.stage, self.done, self.total, self.training) = (stage, done, total, training)
  }
}

/// Examples and photos that could not be looked at, and why.
public struct LabelLeftOut: Hashable, Sendable, Codable {
  /// Photos whose files are not there, by their last path.
  public var missing: [String] = []
  /// Photos whose files hold other bytes now.
  public var changed: [String] = []
  /// Photos that cannot be decoded.
  public var unreadable: [String] = []
  /// Examples with fewer than 16 pixels on a side.
  public var tooSmall: [String] = []

  /// Nothing left out.
  public init() {}

  /// Whether everything was looked at.
  public var isEmpty: Bool {
    missing.isEmpty && changed.isEmpty && unreadable.isEmpty && tooSmall.isEmpty
  }

  /// A sentence for each reason, with the first three names; empty where there is nothing to say.
  public var sentences: [String] {
    [
      (missing, "not there any more"), (changed, "changed since they were indexed"),
      (unreadable, "impossible to read"), (tooSmall, "too small, with fewer than 16 pixels"),
    ].compactMap { names, why in
      guard !names.isEmpty else { return nil }
      let shown = names.prefix(3).joined(separator: ", ")
      let more = names.count > 3 ? " and \(names.count - 3) more" : ""
      return "Left out as \(why): \(shown)\(more)."
    }
  }
}
