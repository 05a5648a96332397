internal import CImaging
package import PhotoCore

/// A picture made by code: smooth colours with four different corners, so that it can be told which
/// way up it is, and small shapes, so that it does not compress to nothing.
package struct PictureFixture: Sendable {
  /// Size in pixels.
  package let size: PixelSize
  /// Height × width × 3, rows from the top.
  package let pixels: [UInt8]

  /// The colours of the corners: top left red, top right green, bottom left blue, bottom right white.
  package static let corners: [[UInt8]] = [
    [230, 20, 20], [20, 200, 20], [20, 20, 230], [250, 250, 250],
  ]

  package init(size: PixelSize, pixels: [UInt8]) {
    self.size = size
    self.pixels = pixels
  }

  /// An upright picture; another `seed` gives another picture.
  package static func scene(width: Int, height: Int, seed: UInt64 = 1) -> PictureFixture {
    let size = PixelSize(width: width, height: height)
    var random = SplitMix64(seed: seed)
    let discs = (0..<12).map { _ in Disc(&random, width: width, height: height) }
    var pixels = [UInt8](repeating: 0, count: width * height * 3)
    for y in 0..<height {
      for x in 0..<width {
        let colour = colour(x: x, y: y, of: size, discs: discs)
        for band in 0..<3 { pixels[(y * width + x) * 3 + band] = colour[band] }
      }
    }
    return PictureFixture(size: size, pixels: pixels)
  }

  private struct Disc {
    let (x, y, radius): (Int, Int, Int)
    let colour: [UInt8]

    init(_ random: inout SplitMix64, width: Int, height: Int) {
      x = width / 4 + Int.random(in: 0..<max(1, width / 2), using: &random)
      y = height / 4 + Int.random(in: 0..<max(1, height / 2), using: &random)
      radius = 1 + Int.random(in: 0..<max(1, min(width, height) / 8), using: &random)
      colour = (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
  }

  private static func colour(x: Int, y: Int, of size: PixelSize, discs: [Disc]) -> [UInt8] {
    let width = size.width
    let height = size.height
    let corner = (y * 4 < height ? 0 : y * 4 >= height * 3 ? 2 : -8) + (x * 2 < width ? 0 : 1)
    if corner >= 0, x * 4 < width || x * 4 >= width * 3 { return corners[corner] }
    for disc in discs {
      let dx = x - disc.x
      let dy = y - disc.y
      if dx * dx + dy * dy <= disc.radius * disc.radius { return disc.colour }
    }
    return [UInt8(x * 255 / max(1, width)), UInt8(y * 255 / max(1, height)), 128]
  }

  /// The picture as a camera stores it that writes this orientation: turned so that the tag puts it
  /// upright again.
  package func stored(_ orientation: Orientation) -> PictureFixture {
    let stored = orientation.swapsSides ? size.transposed : size
    var out = [UInt8](repeating: 0, count: pixels.count)
    for y in 0..<stored.height {
      for x in 0..<stored.width {
        let (ux, uy) = upright(x: x, y: y, of: stored, orientation: orientation)
        for band in 0..<3 {
          out[(y * stored.width + x) * 3 + band] = pixels[(uy * size.width + ux) * 3 + band]
        }
      }
    }
    return PictureFixture(size: stored, pixels: out)
  }

  /// Where a stored pixel is shown. Source: EXIF 2.32, tag 0x0112, read off its figure.
  private func upright(
    x: Int, y: Int, of stored: PixelSize, orientation: Orientation
  ) -> (Int, Int) {
    let right = stored.width - 1 - x
    let bottom = stored.height - 1 - y
    return switch orientation {
    case .upright: (x, y)
    case .mirrored: (right, y)
    case .rotated180: (right, bottom)
    case .flipped: (x, bottom)
    case .transposed: (y, x)
    case .rotated90: (bottom, x)
    case .transversed: (bottom, right)
    case .rotated270: (y, right)
    }
  }

  /// The picture in a file format: the suffix chooses it, with libvips's options in brackets, such
  /// as `.jpg[Q=90,interlace]`, `.png`, `.webp`, `.tif`, `.gif`, `.heic`, `.avif`.
  package func encoded(_ suffix: String = ".jpg") throws -> [UInt8] {
    var words: UnsafeMutablePointer<CChar>?
    guard mi_start(&words) == 0,
      let image = mi_from_pixels(
        pixels, CInt(size.width), CInt(size.height), 3, nil, 0, &words)
    else { throw FixtureError.cannotEncode(suffix) }
    defer { mi_unref(image) }
    var count = 0
    guard let bytes = mi_encode(image, suffix, &count, &words) else {
      mi_free(words)
      throw FixtureError.cannotEncode(suffix)
    }
    defer { mi_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}

/// Why a fixture could not be made.
package enum FixtureError: Error, Hashable, Sendable {
  /// This libvips has no encoder for the format.
  case cannotEncode(String)
  /// A source picture could not be read.
  case cannotRead(String)
}
