extension [Float] {
  /// Goes through the numbers row by row without copying any; a last part that is no whole row is left.
  ///
  /// - Parameter width: numbers to a row, at least 1.
  @inline(__always)
  func forEachRow(
    of width: Int,
    _ body: (_ row: Int, _ numbers: UnsafeBufferPointer<Float>) throws(RecognitionError) -> Void
  ) throws(RecognitionError) {
    try withUnsafeBufferPointer { numbers throws(RecognitionError) in
      for row in 0..<numbers.count / width {
        try body(row, UnsafeBufferPointer(rebasing: numbers[row * width..<(row + 1) * width]))
      }
    }
  }
}

extension UnsafeBufferPointer<Float> {
  /// The numbers from an index on.
  @inline(__always)
  func from(_ start: Int) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(rebasing: self[start...])
  }
}
