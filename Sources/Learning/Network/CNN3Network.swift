internal import Foundation
package import PhotoCore

/// A trained cnn3 network.
package struct CNN3Network: LabelModel, Hashable {
  /// Its shape.
  package let shape: CNN3Shape
  /// Its numbers, in the order that ``CNN3Shape`` says.
  package let weights: [Float]

  init(shape: CNN3Shape, weights: [Float]) {
    self.shape = shape
    self.weights = weights
  }

  /// The probability of yes for each picture.
  ///
  /// - Parameter images: of the size of ``CNN3Learner/recipe``.
  package func probabilities(of images: [RGBImage]) throws(LearningError) -> [Double] {
    for (place, image) in images.enumerated() { try shape.check(image, id: "\(place)") }
    let whole = Augmentation.whole(side: shape.side)
    let items = images.map { BatchItem(pixels: $0.pixels, isYes: true, weight: 1, view: whole) }
    return try ParallelBatch(shape, threads: 2)
      .logits(items, weights: FloatBuffer(weights)).map(LogisticLoss.probability)
  }
}

extension CNN3Shape {
  /// Weights of chance before the first step: normal with the deviation √(2 / inputs) for what a ReLU
  /// follows (He et al., arXiv 1502.01852) and √(1 / inputs) for the dense layer; biases are 0.
  func initialWeights(seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed)
    var weights: [Float] = []
    weights.reserveCapacity(parameterCount)
    func fill(_ count: Int, deviation: Double) {
      for _ in 0..<count { weights.append(Float(generator.normal() * deviation)) }
    }
    for convolution in convolutions {
      fill(
        convolution.outputs * convolution.reach,
        deviation: (2 / Double(convolution.reach)).squareRoot())
      fill(convolution.outputs, deviation: 0)
    }
    fill(featureCount, deviation: 0.1 * (1 / Double(featureCount)).squareRoot())
    weights.append(0)
    return weights
  }
}
