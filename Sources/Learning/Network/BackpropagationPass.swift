internal import CMatrix

/// The way of one picture through a network and back, with the memory for it.
///
/// Used by one thread.
final class BackpropagationPass {
  let shape: CNN3Shape
  /// The planes of the picture; see ``CNN3Shape``.
  let input: FloatBuffer
  private let layers: [ConvolutionLayer]
  private let dense: DenseLayer
  private let featureGradient: FloatBuffer
  private let layerGradients: [FloatBuffer]

  init(_ shape: CNN3Shape) {
    self.shape = shape
    input = FloatBuffer(count: shape.inputCount)
    layers = shape.convolutions.map(ConvolutionLayer.init)
    dense = DenseLayer(count: shape.featureCount, start: shape.denseStart)
    featureGradient = FloatBuffer(count: shape.featureCount)
    layerGradients = layers.map { FloatBuffer(count: $0.shape.inputs * $0.shape.area) }
  }

  private var features: UnsafePointer<Float> {
    UnsafePointer(layers[layers.count - 1].output.start)
  }

  /// The logit of what lies in ``input``.
  func forward(weights: UnsafePointer<Float>) throws(LearningError) -> Double {
    var current = UnsafePointer(input.start)
    for layer in layers {
      try layer.forward(current, weights: weights)
      current = UnsafePointer(layer.output.start)
    }
    return dense.forward(current, weights: weights)
  }

  /// Adds the gradient of the last picture's logit, times a factor, to that of the batch.
  func backward(
    _ logitGradient: Float, weights: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>
  ) throws(LearningError) {
    dense.backward(
      logitGradient, features: features, weights: weights, gradient: gradient,
      featureGradient: featureGradient.start)
    var current = featureGradient
    for (level, layer) in layers.enumerated().reversed() {
      // Nobody asks for the gradient of the picture itself.
      let next = level == 0 ? nil : layerGradients[level]
      try layer.backward(
        UnsafePointer(current.start), weights: weights, gradient: gradient,
        inputGradient: next?.start)
      if let next { current = next }
    }
  }
  /// The matrix products of a picture's way there and back, without anything else.
  func productsAlone(
    weights: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>
  ) throws(LearningError) {
    for (level, layer) in layers.enumerated() {
      try layer.productsAlone(weights: weights, gradient: gradient, withInput: level > 0)
    }
  }
}
