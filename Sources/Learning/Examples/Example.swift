package import PhotoCore

/// One thing that was marked: it shows what the label means, or it does not.
package struct Example: Hashable, Sendable, Codable {
  /// What was marked: a photo, or a box on one. Two examples of one id are the same pixels.
  package let id: String
  /// What was taken together, such as a burst: examples of one group look alike, so they never stand
  /// on both sides of a validation.
  package let group: String
  /// Yes or no.
  package let isYes: Bool
  /// How many of the photo's own pixels it has, before it is resized for a learner.
  package let size: PixelSize

  package init(id: String, group: String, isYes: Bool, size: PixelSize) {
    self.id = id
    self.group = group
    self.isYes = isYes
    self.size = size
  }
}

/// An example with what a learner sees of it.
package struct Labelled<Input: Sendable>: Sendable {
  /// What was marked.
  package let example: Example
  /// What the learner sees of it.
  package let input: Input

  package init(_ example: Example, input: Input) {
    self.example = example
    self.input = input
  }
}

/// The two learners.
package enum LearnerKind: String, Sendable, Codable, CaseIterable {
  /// A small convolutional network, trained from nothing.
  case cnn3
  /// A linear classifier on the scene network's embedding.
  case transfer

  /// How many examples of each side are needed.
  ///
  /// Eight leave six of each side to learn from in each of five folds, and at least one to be judged
  /// by. cnn3 needs more: of twenty, sixteen are learned from, and three of those only tell when to
  /// stop.
  package var leastExamples: Int {
    switch self {
    case .cnn3: 20
    case .transfer: 8
    }
  }
}
