/// Pixels in memory, as networks take them.
///
///     pixels   height × width × 3   UInt8   sRGB, red first, rows from the top, no padding
public struct RGBImage: Hashable, Sendable {
  /// Pixels across and down.
  public let size: PixelSize
  /// The samples, `3 * width * height` of them.
  public let pixels: [UInt8]

  /// - Returns: nil unless there are exactly three samples a pixel.
  public init?(size: PixelSize, pixels: [UInt8]) {
    let (samples, overflow) = size.area.multipliedReportingOverflow(by: 3)
    guard size.width > 0, size.height > 0, !overflow, pixels.count == samples else { return nil }
    self.size = size
    self.pixels = pixels
  }

  /// The average of all pixels as 0xRRGGBB, each sample rounded.
  public var averageColour: UInt32 {
    let count = pixels.count / 3
    var (red, green, blue) = (0, 0, 0)
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

/// How a photo is brought to the size that a network takes.
public struct InputRecipe: Hashable, Sendable, Codable {
  /// What happens to a photo whose shape is not the network's.
  public enum Fit: String, Sendable, Codable {
    /// The whole photo, its shape changed.
    case stretch
    /// The centre square of side `cropFraction * shorter side`.
    case centreCrop = "centre-crop"
  }

  /// How pixels are computed.
  public enum Interpolation: String, Sendable, Codable {
    case bilinear, bicubic
  }

  /// The network's input size.
  public let size: PixelSize
  /// What happens to a photo whose shape is not the network's.
  public let fit: Fit
  /// The share of the shorter side that is kept, 0...1; only for ``Fit/centreCrop``.
  public let cropFraction: Double
  /// How pixels are computed.
  public let interpolation: Interpolation
  /// Whether shrinking averages over the pixels left out (the kernel widens with the factor).
  public let antialias: Bool

  /// Takes the values as they are.
  public init(
    size: PixelSize, fit: Fit, cropFraction: Double = 1, interpolation: Interpolation,
    antialias: Bool
  ) {
    self.size = size
    self.fit = fit
    self.cropFraction = cropFraction
    self.interpolation = interpolation
    self.antialias = antialias
  }
}
