import Testing

@testable import Learning

/// Every gradient against (f(x + h) - f(x - h)) / 2h, in a network small enough to try each number.
struct GradientTests {
  private let shape = CNN3Shape(side: 8, channels: [2, 3, 4])

  private func numbers(_ count: Int, seed: UInt64) -> FloatBuffer {
    var generator = SeededGenerator(seed)
    return FloatBuffer((0..<count).map { _ in Float(generator.between(-1, 1)) })
  }

  /// The slope of `value` by each number of `buffer`, halved steps apart.
  ///
  /// Nil for a number at whose place the value has a corner (a pixel about to be overtaken as the
  /// largest, or a ReLU about to open), where no slope exists.
  private func slopes(
    of buffer: FloatBuffer, _ value: () throws -> Double
  ) rethrows -> [Double?] {
    try (0..<buffer.count).map { index in
      let kept = buffer.start[index]
      defer { buffer.start[index] = kept }
      func slope(_ step: Float) throws -> Double {
        buffer.start[index] = kept + step
        let above = try value()
        buffer.start[index] = kept - step
        return (above - (try value())) / Double(2 * step)
      }
      let coarse = try slope(4e-3)
      let fine = try slope(2e-3)
      return abs(coarse - fine) < 2e-3 * max(1, abs(fine)) ? fine : nil
    }
  }

  private func expectEqual(_ gradient: [Float], _ slopes: [Double?]) {
    #expect(gradient.count == slopes.count)
    #expect(slopes.count { $0 == nil } * 10 <= slopes.count)
    #expect(gradient.contains { abs($0) > 0.01 })
    for (place, (number, slope)) in zip(gradient, slopes).enumerated() {
      guard let slope else { continue }
      #expect(abs(Double(number) - slope) < 3e-3 * max(1, abs(slope)), "at \(place)")
    }
  }

  @Test(arguments: 0..<3) func `convolution, ReLU and pooling: kernel, bias and input`(
    level: Int
  ) throws {
    let layer = ConvolutionLayer(shape.convolutions[level])
    let weights = numbers(shape.parameterCount, seed: 1)
    let input = numbers(layer.shape.inputs * layer.shape.area, seed: 2)
    // Any function of the output will do: here its product with fixed numbers.
    let factors = numbers(layer.shape.pooledCount, seed: 3)
    func value() throws -> Double {
      try layer.forward(input.start, weights: weights.start)
      return zip(layer.output.values, factors.values).reduce(0) { $0 + Double($1.0 * $1.1) }
    }
    _ = try value()
    let gradient = FloatBuffer(count: shape.parameterCount)
    let inputGradient = FloatBuffer(count: input.count)
    try layer.backward(
      factors.start, weights: weights.start, gradient: gradient.start,
      inputGradient: inputGradient.start)
    let range = layer.shape.start..<layer.shape.end
    expectEqual(
      Array(gradient.values[range]), Array(try slopes(of: weights, value)[range]))
    expectEqual(inputGradient.values, try slopes(of: input, value))
    #expect(
      gradient.values.enumerated().allSatisfy { range.contains($0.offset) || $0.element == 0 })
  }

  @Test func `dense layer: weights, bias and features`() {
    let dense = DenseLayer(count: 12, start: 3)
    let weights = numbers(16, seed: 4)
    let features = numbers(12, seed: 5)
    let gradient = FloatBuffer(count: 16)
    let featureGradient = FloatBuffer(count: 12)
    dense.backward(
      1, features: features.start, weights: weights.start, gradient: gradient.start,
      featureGradient: featureGradient.start)
    func value() -> Double { dense.forward(features.start, weights: weights.start) }
    expectEqual(gradient.values, slopes(of: weights, value))
    expectEqual(featureGradient.values, slopes(of: features, value))
  }

  @Test(arguments: [true, false]) func `loss by logit`(isYes: Bool) {
    for logit in stride(from: -6.0, through: 6, by: 0.5) {
      let slope =
        (LogisticLoss.loss(logit + 1e-5, isYes: isYes)
          - LogisticLoss.loss(logit - 1e-5, isYes: isYes)) / 2e-5
      #expect(abs(LogisticLoss.gradient(logit, isYes: isYes) - slope) < 1e-8)
    }
    #expect(LogisticLoss.loss(1000, isYes: false) == 1000)
    #expect(LogisticLoss.loss(-1000, isYes: false) == 0)
  }

  @Test func `the whole network, by every number it learns`() throws {
    let pass = BackpropagationPass(shape)
    pass.input.values = numbers(shape.inputCount, seed: 6).values
    let weights = numbers(shape.parameterCount, seed: 7)
    func value() throws -> Double {
      LogisticLoss.loss(try pass.forward(weights: weights.start) / 10, isYes: true)
    }
    let logit = try pass.forward(weights: weights.start)
    let gradient = FloatBuffer(count: shape.parameterCount)
    try pass.backward(
      Float(LogisticLoss.gradient(logit / 10, isYes: true) / 10), weights: weights.start,
      gradient: gradient.start)
    expectEqual(gradient.values, try slopes(of: weights, value))
  }
}
