/// What a network is fed: pixels of its input's size, and where they lie on the photo.
package struct NetworkView: Hashable, Sendable {
  /// The pixels, of the recipe's size.
  package let image: RGBImage
  /// Where the whole input lies, in fractions of the photo: (0, 0, 1, 1) for a stretched photo, less for
  /// a crop or a tile, and reaching beyond the photo for a letterbox.
  package let region: UnitBox

  package init(image: RGBImage, region: UnitBox) {
    self.image = image
    self.region = region
  }

  /// A box on the photo, from one in fractions of the input; not cut at the photo's edges.
  package func onPhoto(_ box: UnitBox) -> UnitBox {
    UnitBox(
      left: region.left + box.left * region.width, top: region.top + box.top * region.height,
      width: box.width * region.width, height: box.height * region.height)
  }
}
