internal import CMatrix
internal import Foundation

/// A picture that is to be learned from.
struct BatchItem: Sendable {
  let pixels: [UInt8]
  let isYes: Bool
  /// How much it counts.
  let weight: Float
  /// What is seen of it.
  let view: mx_view
}

/// Losses and gradients of many pictures, by several threads.
///
/// ## Concurrency model
/// A batch is cut into chunks of four; chunk c belongs to thread c modulo the number of threads, and has
/// a gradient and a loss of its own. They are added up in their order when all threads are done. So no
/// number depends on how many threads there are, and no two threads write to the same memory.
/// One caller at a time. That is the proof for `@unchecked Sendable`: the compiler cannot see who writes
/// through which pointer.
final class ParallelBatch: @unchecked Sendable {
  private static let chunk = 4

  private let shape: CNN3Shape
  private let passes: [BackpropagationPass]
  private var gradients: [FloatBuffer] = []

  init(_ shape: CNN3Shape, threads: Int) {
    self.shape = shape
    passes = (0..<max(1, threads)).map { _ in BackpropagationPass(shape) }
  }

  /// The weighted sum of the losses; `gradient` becomes the gradient of that sum.
  func learn(
    _ items: [BatchItem], weights: FloatBuffer, gradient: FloatBuffer
  ) throws(LearningError) -> Double {
    let chunks = (items.count + Self.chunk - 1) / Self.chunk
    growGradients(to: chunks)
    let weights = SharedWeights(pointer: weights.start)
    let losses = try spread(chunks) { [self] chunk, pass throws(LearningError) in
      let gradient = gradients[chunk]
      gradient.clear()
      var sum = 0.0
      for item in items[Self.range(chunk, of: items.count)] {
        let logit = try look(at: item, pass, weights)
        sum += Double(item.weight) * LogisticLoss.loss(logit, isYes: item.isYes)
        let slope = item.weight * Float(LogisticLoss.gradient(logit, isYes: item.isYes))
        try pass.backward(slope, weights: weights.pointer, gradient: gradient.start)
      }
      return [sum]
    }
    gradient.clear()
    for chunk in gradients.prefix(chunks) {
      mx_add(gradient.start, chunk.start, shape.parameterCount)
    }
    return losses.reduce(0, +)
  }

  /// The logit of each picture.
  func logits(_ items: [BatchItem], weights: FloatBuffer) throws(LearningError) -> [Double] {
    let weights = SharedWeights(pointer: weights.start)
    return try spread((items.count + Self.chunk - 1) / Self.chunk) {
      [self] chunk, pass throws(LearningError) in
      var logits: [Double] = []
      for item in items[Self.range(chunk, of: items.count)] {
        logits.append(try look(at: item, pass, weights))
      }
      return logits
    }
  }

  /// The matrix products of so many pictures, without anything else; for measuring.
  func productsAlone(count: Int, weights: FloatBuffer) throws(LearningError) {
    let chunks = (count + Self.chunk - 1) / Self.chunk
    growGradients(to: chunks)
    let weights = SharedWeights(pointer: weights.start)
    _ = try spread(chunks) { [self] chunk, pass throws(LearningError) in
      for _ in Self.range(chunk, of: count) {
        try pass.productsAlone(
          weights: weights.pointer, gradient: gradients[chunk].start)
      }
      return []
    }
  }

  private func growGradients(to count: Int) {
    while gradients.count < count { gradients.append(FloatBuffer(count: shape.parameterCount)) }
  }

  private func look(
    at item: BatchItem, _ pass: BackpropagationPass, _ weights: SharedWeights
  ) throws(LearningError) -> Double {
    mx_see(item.pixels, shape.side, item.view, pass.input.start)
    return try pass.forward(weights: weights.pointer)
  }

  private static func range(_ chunk: Int, of count: Int) -> Range<Int> {
    chunk * Self.chunk..<min(count, (chunk + 1) * Self.chunk)
  }

  /// What the chunks give, one behind the other.
  private func spread(
    _ chunks: Int,
    _ work: @Sendable (Int, BackpropagationPass) throws(LearningError) -> [Double]
  ) throws(LearningError) -> [Double] {
    let results = ChunkResults(count: chunks)
    let threads = passes.count
    DispatchQueue.concurrentPerform(iterations: min(threads, chunks)) { thread in
      for chunk in stride(from: thread, to: chunks, by: threads) {
        do throws(LearningError) {
          results[chunk] = .success(try work(chunk, passes[thread]))
        } catch {
          results[chunk] = .failure(error)
        }
      }
    }
    var values: [Double] = []
    for chunk in 0..<chunks { values += try results[chunk].get() }
    return values
  }
}

/// Weights that all threads read while nobody writes: the optimiser waits until they are done. Unchecked,
/// since the compiler cannot see that of a pointer.
private struct SharedWeights: @unchecked Sendable {
  let pointer: UnsafePointer<Float>

  init(pointer: UnsafeMutablePointer<Float>) { self.pointer = UnsafePointer(pointer) }
}

/// A place for the result of each chunk.
///
/// Each place is written by one thread, and read when all of them are done. Unchecked, since the compiler
/// cannot see that of a pointer.
private final class ChunkResults: @unchecked Sendable {
  private let start: UnsafeMutablePointer<Result<[Double], LearningError>>
  private let count: Int

  init(count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: .success([]), count: count)
    self.count = count
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  subscript(index: Int) -> Result<[Double], LearningError> {
    get { start[index] }
    set { start[index] = newValue }
  }
}
