/// Pixels in memory, as networks take them.
///
///     pixels   height × width × 3   UInt8   sRGB, red first, rows from the top, no padding
package struct RGBImage: Hashable, Sendable {
  /// Pixels across and down.
  package let size: PixelSize
  /// The samples, `3 * width * height` of them.
  package let pixels: [UInt8]

  /// - Returns: nil unless there are exactly three samples a pixel.
  package init?(size: PixelSize, pixels: [UInt8]) {
    let (samples, overflow) = size.area.multipliedReportingOverflow(by: 3)
    guard size.width > 0, size.height > 0, !overflow, pixels.count == samples else { return nil }
    self.size = size
    self.pixels = pixels
  }

  /// The average of all pixels as 0xRRGGBB, each sample rounded.
  package var averageColour: UInt32 {
    let count = pixels.count / 3
    var red = 0
    var green = 0
    var blue = 0
    pixels.withUnsafeBufferPointer { pixels in
      for start in stride(from: 0, to: count * 3, by: 3) {
        red &+= Int(pixels[start])
        green &+= Int(pixels[start + 1])
        blue &+= Int(pixels[start + 2])
      }
    }
    return [red, green, blue].reduce(0) { $0 << 8 | UInt32(($1 + count / 2) / count) }
  }
}
