package import Learning

/// How far a label's training is.
package struct LabelProgress: Hashable, Sendable, Codable {
  /// What is being done. The raw values are part of the contract.
  package enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
    /// Crops and embeddings of the examples are made.
    case looking
    /// A learner learns.
    case training
    /// The new version is applied to all photos.
    case judging
  }

  /// What is being done.
  package var stage: Stage
  /// Photos done; in ``Stage/training`` thousandths of this learner's work.
  package var done: Int
  /// Photos of this stage; 1000 in ``Stage/training``.
  package var total: Int
  /// The point of the curve that was just reached; nil in other stages.
  package var training: TrainingProgress?

  package init(stage: Stage, done: Int, total: Int, training: TrainingProgress? = nil) {
    self.stage = stage
    self.done = done
    self.total = total
    self.training = training
  }
}

/// Examples and photos that could not be looked at, and why.
package struct LabelLeftOut: Hashable, Sendable, Codable {
  /// Photos whose files are not there, by their last path.
  package var missing: [String] = []
  /// Photos whose files hold other bytes now.
  package var changed: [String] = []
  /// Photos that cannot be decoded.
  package var unreadable: [String] = []
  /// Examples with fewer than 16 pixels on a side.
  package var tooSmall: [String] = []

  package init() {}

  /// Whether everything was looked at.
  package var isEmpty: Bool {
    missing.isEmpty && changed.isEmpty && unreadable.isEmpty && tooSmall.isEmpty
  }

  /// A sentence for each reason, with the first three names; empty where there is nothing to say.
  package var sentences: [String] {
    [
      (missing, "no longer there"), (changed, "changed since they were indexed"),
      (unreadable, "unreadable"), (tooSmall, "too small, with fewer than 16 pixels"),
    ].compactMap { names, why in
      guard !names.isEmpty else { return nil }
      let shown = names.prefix(3).joined(separator: ", ")
      let more = names.count > 3 ? " and \(names.count - 3) more" : ""
      return "Skipped as \(why): \(shown)\(more)."
    }
  }
}
