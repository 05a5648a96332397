internal import CMatrix

/// Brings embeddings to a length of 1, then each of their numbers to mean 0 and the same spread.
///
/// The length tells how much of anything is seen, which differs more between photos than between what
/// they show. After both steps the mean squared length is 1, whatever the number of dimensions, so that
/// one row of penalties suits all.
struct EmbeddingScaling {
  let mean: [Float]
  /// What the difference to the mean is multiplied with.
  let factor: [Float]

  init(_ vectors: [[Float]]) {
    let count = vectors.first?.count ?? 0
    let total = Double(max(1, vectors.count))
    let flat = FloatBuffer(vectors.flatMap { $0 })
    var sum = Array(repeating: 0.0, count: count)
    let shares = Array(repeating: 1 / total, count: vectors.count)
    mx_combine(flat.start, vectors.count, count, shares, &sum)
    var squares = Array(repeating: 0.0, count: count)
    for vector in vectors {
      for (index, value) in vector.enumerated() {
        let difference = Double(value) - sum[index]
        squares[index] += difference * difference / total
      }
    }
    mean = sum.map { Float($0) }
    factor = squares.map { square in
      // A number that never changes tells nothing.
      square > 1e-12 ? Float(1 / (square * Double(count)).squareRoot()) : 0
    }
  }

  /// Divides by the length; zero stays zero.
  static func unit(_ vector: [Float]) -> [Float] {
    let length = mx_dot(vector, vector, vector.count).squareRoot()
    guard length > 0 else { return vector }
    var result = vector
    mx_scale(&result, vector, Float(1 / length), vector.count)
    return result
  }

  func scaled(_ vectors: [[Float]]) -> FloatBuffer {
    let buffer = FloatBuffer(count: vectors.count * mean.count)
    for (row, vector) in vectors.enumerated() {
      let start = buffer.start + row * mean.count
      for index in mean.indices { start[index] = (vector[index] - mean[index]) * factor[index] }
    }
    return buffer
  }
}
