internal import CMatrix

/// A matrix where it lies: rows × columns, or the other way round where it is turned.
struct MatrixView {
  let start: UnsafePointer<Float>
  var isTurned = false

  init(_ start: UnsafePointer<Float>) { self.start = start }

  /// The same numbers, read with rows and columns exchanged.
  var turned: MatrixView {
    var view = self
    view.isTurned.toggle()
    return view
  }
}

/// Matrix products in the calling thread alone.
enum MatrixProduct {
  /// result = left · right, or added to what is there; left is rows × inner, right inner × columns.
  ///
  /// - Throws: ``LearningError/product(status:)``.
  static func compute(
    _ left: MatrixView, _ right: MatrixView, rows: Int, columns: Int, inner: Int,
    adding: Bool = false, into result: UnsafeMutablePointer<Float>
  ) throws(LearningError) {
    let status = mx_product(
      left.isTurned, right.isTurned, rows, columns, inner, left.start, right.start,
      adding ? 1 : 0, result)
    guard status == 0 else { throw .product(status: Int(status)) }
  }
}
