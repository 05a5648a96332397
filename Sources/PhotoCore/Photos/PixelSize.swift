/// A picture's width and height in pixels, both at least 1 for a real picture.
package struct PixelSize: Hashable, Sendable, Codable {
  /// Pixels across.
  package let width: Int
  /// Pixels down.
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The larger of the two sides.
  package var longestSide: Int { max(width, height) }

  /// The smaller of the two sides.
  package var shortestSide: Int { min(width, height) }

  /// Width times height; `Int.max` where that does not fit.
  package var area: Int {
    let (product, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow ? .max : product
  }

  /// The same picture turned by a quarter.
  package var transposed: PixelSize { PixelSize(width: height, height: width) }
}
