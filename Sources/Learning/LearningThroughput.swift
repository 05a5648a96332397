internal import PhotoCore

/// How fast cnn3 learns on this machine, beside what the library for matrix products could do.
package struct LearningThroughput: Hashable, Sendable, Codable {
  /// How many threads worked.
  package let threads: Int
  /// Pictures learned from in a second: cut out, through the network and back, and the step of the
  /// optimiser; 64 × 64 × 3, batches of 32.
  package let samplesPerSecond: Double
  /// How many it would be if there were nothing but the matrix products of the convolutions.
  package let productSamplesPerSecond: Double
  /// Those products in 10⁹ additions and multiplications a second.
  package let productGigaflops: Double

  /// How much of what the library could do is left for learning.
  package var ratio: Double { samplesPerSecond / max(0.001, productSamplesPerSecond) }

  /// Measures both, for about this long each.
  ///
  /// - Parameter turns: how often each has its turn, so that a machine that is busy for a while slows
  ///   both.
  /// - Throws: ``LearningError/product(status:)``.
  package static func measure(
    threads: Int, lasting duration: Duration = .seconds(2), turns: Int = 9
  ) throws(LearningError) -> LearningThroughput {
    let shape = CNN3Shape.standard
    let batch = ParallelBatch(shape, threads: threads)
    let weights = FloatBuffer(shape.initialWeights(seed: 1))
    let gradient = FloatBuffer(count: shape.parameterCount)
    let adam = AdamOptimiser(count: shape.parameterCount)
    let items = items(shape)
    var learned = BatchCount()
    var products = BatchCount()
    for _ in 0..<turns {
      try learned.run(for: duration / turns) { () throws(LearningError) in
        _ = try batch.learn(items, weights: weights, gradient: gradient)
        adam.step(weights, gradient: gradient, batchSize: items.count)
      }
      try products.run(for: duration / turns) { () throws(LearningError) in
        try batch.productsAlone(count: batchSize, weights: weights)
      }
    }
    let samples = learned.perSecond * Double(batchSize)
    let peak = products.perSecond * Double(batchSize)
    return LearningThroughput(
      threads: threads, samplesPerSecond: samples, productSamplesPerSecond: peak,
      productGigaflops: peak * Double(shape.productOperations) / 1e9)
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
}

/// Batches and the time that they took.
private struct BatchCount {
  private var batches = 0
  private var duration = Duration.zero

  var perSecond: Double { Double(batches) / max(0.001, duration / .seconds(1)) }

  /// One turn. Its first batch, in which memory and the library get ready, does not count.
  mutating func run(
    for wanted: Duration, _ work: () throws(LearningError) -> Void
  ) throws(LearningError) {
    try work()
    let clock = ContinuousClock()
    let start = clock.now
    repeat {
      try work()
      batches += 1
    } while clock.now - start < wanted
    duration += clock.now - start
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
