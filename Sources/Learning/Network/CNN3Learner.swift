package import PhotoCore

/// Trains a small network from nothing: three times convolution, ReLU and pooling, then one logit.
///
///     let network = try CNN3Learner(seed: 7).fit(examples, isCancelled: { false }) { _, _, _ in }
///
/// Sees pictures of 64 × 64 pixels, as ``recipe`` makes them of a crop. Both sides weigh the same in the
/// loss, however many examples each has, so its probabilities are those of a world in which yes is as
/// frequent as no.
///
/// A fifth of the examples, whole groups and both sides in proportion, is held out; the numbers of the
/// epoch with the least loss on it are kept.
package struct CNN3Learner: Learner {
  /// How a crop becomes what the network sees: the whole of it, stretched.
  package static let recipe = InputRecipe(
    size: PixelSize(width: CNN3Shape.standard.side, height: CNN3Shape.standard.side),
    fit: .stretch, interpolation: .bilinear, antialias: true)

  /// Where all chance comes from.
  package let seed: UInt64
  /// How many threads work; the result does not depend on it.
  package let threads: Int
  /// How many epochs at most.
  package let epochCount: Int
  let shape: CNN3Shape
  let augmentation: Augmentation

  /// The learner of labels.
  package init(seed: UInt64, threads: Int = 2, epochCount: Int = 60) {
    self.init(
      seed: seed, threads: threads, epochCount: epochCount, shape: .standard,
      augmentation: Augmentation())
  }

  /// A learner of another shape, for tests.
  init(
    seed: UInt64, threads: Int = 2, epochCount: Int, shape: CNN3Shape, augmentation: Augmentation
  ) {
    self.seed = seed
    self.threads = threads
    self.epochCount = max(1, epochCount)
    self.shape = shape
    self.augmentation = augmentation
  }

  /// The name of the learner.
  package var kind: LearnerKind { .cnn3 }

  /// See ``Learner/fit(_:isCancelled:report:)``; pictures must be as ``recipe`` makes them.
  package func fit(
    _ examples: [Labelled<RGBImage>], isCancelled: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (Int, Int, EpochResult?) -> Void
  ) throws(LearningError) -> CNN3Network {
    for labelled in examples {
      try shape.check(labelled.input, id: labelled.example.id)
    }
    let training = CNN3Training(self, examples: examples)
    return try training.run(isCancelled: isCancelled, report: report)
  }
}

extension CNN3Shape {
  /// - Throws: ``LearningError/input(id:expected:found:)`` for a picture of another size.
  func check(_ image: RGBImage, id: String) throws(LearningError) {
    guard image.size.width == side, image.size.height == side else {
      throw .input(
        id: id, expected: "\(side) × \(side) pixels",
        found: "\(image.size.width) × \(image.size.height)")
    }
  }
}
