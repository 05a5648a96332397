package import Imaging
package import PhotoCore

/// One photo at the sizes that everything else is made from: decoded once, reduced once.
package struct PhotoScales {
  /// The working picture: the large thumbnail.
  package let large: Picture
  /// About 640 pixels: the small thumbnail and the networks' inputs are made from it.
  package let medium: Picture

  /// The detector was trained on pictures of 640 pixels, sampled without smoothing; from larger ones
  /// that would skip pixels it never skipped in training.
  private static let mediumSide = 640

  /// Reduces the working picture, unless it is nearly that small already.
  ///
  /// - Parameter picture: upright.
  package init(_ picture: Picture) throws(ImagingError) {
    large = picture
    medium =
      picture.size.longestSide > Self.mediumSide * 5 / 4
      ? try picture.shrunk(toLongestSide: Self.mediumSide) : picture
  }
}

/// The pixels of one photo in the shapes that the networks take, and what they come to on average.
package final class NetworkInputs {
  private let scales: PhotoScales
  private let pixels: RGBImage
  /// The pixels of the larger scale, for tiles; read when the first is asked for.
  private var largePixels: RGBImage?

  /// Reads the pixels once for all networks.
  package init(_ scales: PhotoScales) throws(ImagingError) {
    self.scales = scales
    pixels = try scales.medium.rgbImage()
  }

  /// The average colour of the photo: 0xRRGGBB of sRGB, for where the photo is not loaded yet.
  package var averageColour: UInt32 { pixels.averageColour }

  /// What a network is fed by its recipe: the photo, or a tile of it in fractions of the photo.
  package func view(
    for recipe: InputRecipe, tile: UnitBox? = nil
  ) throws(ImagingError) -> NetworkView {
    let pixels = try tile == nil ? pixels : large()
    guard let view = NetworkInput.make(from: pixels, recipe: recipe, tile: tile) else {
      throw .failed(step: "resize for the network", detail: "\(recipe.size)")
    }
    return view
  }

  private func large() throws(ImagingError) -> RGBImage {
    if let largePixels { return largePixels }
    let pixels = try scales.large.rgbImage()
    largePixels = pixels
    return pixels
  }
}
