public import Imaging
public import PhotoCore

/// The pixels of one photo in the shapes that the networks take.
public struct NetworkInputs {
  private let full: RGBImage
  private let reduced: RGBImage

  /// The longer side from which a network without smoothing of its own samples. The detector was
  /// trained on pictures of 640 pixels, sampled without smoothing; from larger ones that would skip
  /// pixels it never skipped in training.
  private static let samplingSide = 640

  /// - Parameter picture: the upright working picture.
  public init(picture: Picture) throws(ImagingError) {
    full = try picture.rgbImage()
    reduced =
      picture.size.longestSide > Self.samplingSide * 5 / 4
      ? try picture.shrunk(toLongestSide: Self.samplingSide).rgbImage() : full
  }

  /// The input for one recipe.
  public func image(for recipe: InputRecipe) throws(ImagingError) -> RGBImage {
    guard let image = NetworkInput.make(from: recipe.antialias ? full : reduced, recipe: recipe)
    else { throw .failed(step: "resize for the network", detail: "\(recipe.size)") }
    return image
  }
}
