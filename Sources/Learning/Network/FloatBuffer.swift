/// Floats in memory that does not move, for C; freed with it.
///
/// Used by one thread at a time.
final class FloatBuffer {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  /// All zero.
  init(count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
    self.count = count
  }

  convenience init(_ values: [Float]) {
    self.init(count: values.count)
    for (index, value) in values.enumerated() { start[index] = value }
  }

  deinit { start.deallocate() }

  var values: [Float] {
    get { Array(UnsafeBufferPointer(start: start, count: count)) }
    set { for (index, value) in newValue.prefix(count).enumerated() { start[index] = value } }
  }

  func clear() { start.update(repeating: 0, count: count) }
}
