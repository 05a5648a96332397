internal import CMatrix

/// A convolution with ReLU and pooling, and the memory for one picture.
///
///     input    inputs × side × side                Float
///     output   outputs × side/2 × side/2           Float   0 or more
///
/// The convolution is a product of the kernel and the neighbourhoods of all pixels (im2col). ReLU comes
/// behind the pooling, which gives the same and is a quarter of the work.
///
/// Used by one thread.
final class ConvolutionLayer {
  let shape: ConvolutionShape
  /// What came out last.
  let output: FloatBuffer
  /// The neighbourhoods of the last input, kept for the gradient.
  private let columns: FloatBuffer
  private let planes: FloatBuffer
  private let columnGradient: FloatBuffer
  private let choice: UnsafeMutablePointer<UInt8>

  init(_ shape: ConvolutionShape) {
    self.shape = shape
    output = FloatBuffer(count: shape.pooledCount)
    columns = FloatBuffer(count: shape.reach * shape.area)
    planes = FloatBuffer(count: shape.outputs * shape.area)
    columnGradient = FloatBuffer(count: shape.reach * shape.area)
    choice = .allocate(capacity: shape.pooledCount)
    choice.initialize(repeating: 0, count: shape.pooledCount)
  }

  deinit { choice.deallocate() }

  /// Fills ``output``.
  ///
  /// - Parameter weights: those of the whole network.
  func forward(
    _ input: UnsafePointer<Float>, weights: UnsafePointer<Float>
  ) throws(LearningError) {
    mx_unfold(input, shape.inputs, shape.side, columns.start)
    try MatrixProduct.compute(
      MatrixView(weights + shape.start), MatrixView(columns.start), rows: shape.outputs,
      columns: shape.area, inner: shape.reach, into: planes.start)
    mx_pool(
      planes.start, weights + shape.biasStart, shape.outputs, shape.side, output.start, choice)
  }

  /// Adds the gradient of the kernel and the bias for the last input, and gives the input's.
  ///
  /// - Parameters:
  ///   - outputGradient: as long as ``output``.
  ///   - gradient: that of the whole network.
  ///   - inputGradient: what is filled; nil where nobody needs it.
  func backward(
    _ outputGradient: UnsafePointer<Float>, weights: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
  ) throws(LearningError) {
    mx_unpool(
      outputGradient, choice, shape.outputs, shape.side, planes.start, gradient + shape.biasStart)
    try MatrixProduct.compute(
      MatrixView(planes.start), MatrixView(columns.start).turned, rows: shape.outputs,
      columns: shape.reach, inner: shape.area, adding: true, into: gradient + shape.start)
    guard let inputGradient else { return }
    try MatrixProduct.compute(
      MatrixView(weights + shape.start).turned, MatrixView(planes.start), rows: shape.reach,
      columns: shape.area, inner: shape.outputs, into: columnGradient.start)
    mx_fold(columnGradient.start, shape.inputs, shape.side, inputGradient)
  }

  /// Only the products of ``forward(_:weights:)`` and of the gradients, on whatever is in the buffers:
  /// what a training could not be faster than.
  func productsAlone(
    weights: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>, withInput: Bool
  ) throws(LearningError) {
    try MatrixProduct.compute(
      MatrixView(weights + shape.start), MatrixView(columns.start), rows: shape.outputs,
      columns: shape.area, inner: shape.reach, into: planes.start)
    try MatrixProduct.compute(
      MatrixView(planes.start), MatrixView(columns.start).turned, rows: shape.outputs,
      columns: shape.reach, inner: shape.area, into: gradient + shape.start)
    guard withInput else { return }
    try MatrixProduct.compute(
      MatrixView(weights + shape.start).turned, MatrixView(planes.start), rows: shape.reach,
      columns: shape.area, inner: shape.outputs, into: columnGradient.start)
  }
}
