/// How a photo is brought to the size that a network takes.
package struct InputRecipe: Hashable, Sendable {
  /// What happens to a photo whose shape is not the network's.
  package enum Fit: String, Sendable, Codable, CaseIterable {
    /// The whole photo, its shape changed.
    case stretch
    /// The centre square of side `cropFraction * shorter side`.
    case centreCrop = "centre-crop"
    /// Shrunk or grown until the shorter side has ``InputRecipe/shorterSide`` pixels, then the centre
    /// of the input's size is cut out. Rounds as torchvision's `Resize` and `CenterCrop` do.
    case shorterSide = "shorter-side"
    /// The whole photo in its shape, centred, the rest filled with ``InputRecipe/padding``.
    case letterbox
    /// The whole photo in its shape at the top left, the rest filled with ``InputRecipe/padding``.
    case letterboxTopLeft = "letterbox-top-left"
  }

  /// How pixels are computed.
  package enum Interpolation: String, Sendable, Codable, CaseIterable {
    case bilinear, bicubic
    /// Bilinear with the corner pixels' centres on each other, without averaging, as Darknet resizes.
    case bilinearCorners = "bilinear-corners"
  }

  /// The network's input size.
  package let size: PixelSize
  /// What happens to a photo whose shape is not the network's.
  package let fit: Fit
  /// The share of the shorter side that is kept, 0...1; only for ``Fit/centreCrop``.
  package let cropFraction: Double
  /// How long the photo's shorter side becomes, in pixels; only for ``Fit/shorterSide``.
  package let shorterSide: Int
  /// What fills the borders of a letterbox, the same for all three channels.
  package let padding: UInt8
  /// How pixels are computed.
  package let interpolation: Interpolation
  /// Whether shrinking averages over the pixels left out (the kernel widens with the factor); never
  /// with ``Interpolation/bilinearCorners``.
  package let antialias: Bool

  /// - Parameter shorterSide: nil for the input's own shorter side.
  package init(
    size: PixelSize, fit: Fit, cropFraction: Double = 1, shorterSide: Int? = nil,
    padding: UInt8 = 128, interpolation: Interpolation, antialias: Bool
  ) {
    self.size = size
    self.fit = fit
    self.cropFraction = cropFraction
    self.shorterSide = shorterSide ?? size.shortestSide
    self.padding = padding
    self.interpolation = interpolation
    self.antialias = antialias
  }
}

extension InputRecipe: Codable {
  private enum CodingKeys: String, CodingKey {
    case size, fit, cropFraction, shorterSide, padding, interpolation, antialias
  }

  /// Reads what ``encode(to:)`` writes; only the size, the fit and the interpolation must be there.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      size: try values.decode(PixelSize.self, forKey: .size),
      fit: try values.decode(Fit.self, forKey: .fit),
      cropFraction: try values.decodeIfPresent(Double.self, forKey: .cropFraction) ?? 1,
      shorterSide: try values.decodeIfPresent(Int.self, forKey: .shorterSide),
      padding: try values.decodeIfPresent(UInt8.self, forKey: .padding) ?? 128,
      interpolation: try values.decode(Interpolation.self, forKey: .interpolation),
      antialias: try values.decodeIfPresent(Bool.self, forKey: .antialias) ?? true)
  }

  /// Writes what its fit looks at.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(size, forKey: .size)
    try values.encode(fit, forKey: .fit)
    switch fit {
    case .stretch: break
    case .centreCrop: try values.encode(cropFraction, forKey: .cropFraction)
    case .shorterSide: try values.encode(shorterSide, forKey: .shorterSide)
    case .letterbox, .letterboxTopLeft: try values.encode(padding, forKey: .padding)
    }
    try values.encode(interpolation, forKey: .interpolation)
    try values.encode(antialias, forKey: .antialias)
  }
}
