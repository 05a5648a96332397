internal import PhotoCore

/// How fast cnn3 learns on this machine, beside what the library for matrix products could do.
public struct LearningThroughput: Hashable, Sendable, Codable {
  /// How many threads worked.
  public let threads: Int
  /// Pictures learned from in a second: cut out, through the network and back, and the step of the
  /// optimiser; 64 × 64 × 3, batches of 32.
  public let samplesPerSecond: Double
  /// How many it would be if there were nothing but the matrix products of the convolutions.
  public let productSamplesPerSecond: Double
  /// Those products in 10⁹ additions and multiplications a second.
  public let productGigaflops: Double

  /// Measures both, one after the other, for about this long each.
  ///
  /// - Throws: ``LearningError/product(status:)``.
  public static func measure(
    threads: Int = 2, lasting duration: Duration = .seconds(2)
  ) throws(LearningError) -> LearningThroughput {
    let shape = CNN3Shape.standard
    let batch = ParallelBatch(shape, threads: threads)
    let weights = FloatBuffer(shape.initialWeights(seed: 1))
    let gradient = FloatBuffer(count: shape.parameterCount)
    let adam = AdamOptimiser(count: shape.parameterCount)
    let items = items(shape)
    let learned = try rate(duration) { () throws(LearningError) in
      _ = try batch.learn(items, weights: weights, gradient: gradient)
      adam.step(weights, gradient: gradient, batchSize: items.count)
    }
    let products = try rate(duration) { () throws(LearningError) in
      try batch.productsAlone(count: batchSize, weights: weights)
    }
    return LearningThroughput(
      threads: threads, samplesPerSecond: learned, productSamplesPerSecond: products,
      productGigaflops: products * Double(shape.productOperations) / 1e9)
  }

  private static let batchSize = 32

  /// Pictures of chance: learning takes the same time whatever is on them.
  private static func items(_ shape: CNN3Shape) -> [BatchItem] {
    var generator = SeededGenerator(1)
    let augmentation = Augmentation()
    return (0..<batchSize).map { place in
      let pixels = (0..<shape.inputCount).map { _ in UInt8(generator.below(256)) }
      return BatchItem(
        pixels: pixels, isYes: place % 2 == 0, weight: 1,
        view: augmentation.view(side: shape.side, &generator))
    }
  }

  /// Pictures a second; the first batch, in which the library prepares itself, does not count.
  private static func rate(
    _ duration: Duration, _ work: () throws(LearningError) -> Void
  ) throws(LearningError) -> Double {
    try work()
    let clock = ContinuousClock()
    let start = clock.now
    var batches = 0
    repeat {
      try work()
      batches += 1
    } while clock.now - start < duration
    return Double(batches * batchSize) / ((clock.now - start) / .seconds(1))
  }
}

extension CNN3Shape {
  /// Additions and multiplications of the convolutions' products for a picture there and back. The way
  /// back is twice as much, but nobody needs the gradient of the picture itself.
  var productOperations: Int {
    convolutions.enumerated().reduce(0) { sum, level in
      let convolution = level.element
      let products = level.offset == 0 ? 2 : 3
      return sum + 2 * products * convolution.outputs * convolution.reach * convolution.area
    }
  }
}
