internal import PhotoCore

/// Where a photo comes to lie in a network's input, by a recipe.
struct InputPlacement {
  /// The part of the photo that is taken, in its pixels; not rounded.
  let source: UnitBox
  /// The pixels that this part becomes.
  let content: PixelSize
  /// Where they begin in the input.
  let offset: (x: Int, y: Int)
  /// The size of the input.
  let input: PixelSize
  /// The size of the photo.
  private let photo: PixelSize

  /// Whether no border is left.
  var fills: Bool { content == input }

  init(of photo: PixelSize, _ recipe: InputRecipe) {
    self.photo = photo
    input = recipe.size
    let width = Double(photo.width)
    let height = Double(photo.height)
    switch recipe.fit {
    case .stretch:
      source = Self.whole(photo)
      content = input
      offset = (0, 0)
    case .centreCrop:
      let side = max(1, (Double(photo.shortestSide) * recipe.cropFraction).rounded())
      source = UnitBox(
        left: ((width - side) / 2).rounded(.down), top: ((height - side) / 2).rounded(.down),
        width: side, height: side)
      content = input
      offset = (0, 0)
    case .shorterSide:
      source = Self.centre(of: photo, recipe)
      content = input
      offset = (0, 0)
    case .letterbox, .letterboxTopLeft:
      let scale = min(Double(input.width) / width, Double(input.height) / height)
      let inner = PixelSize(
        width: max(1, Int((width * scale).rounded())),
        height: max(1, Int((height * scale).rounded())))
      let isCentred = recipe.fit == .letterbox
      source = Self.whole(photo)
      content = inner
      offset = (
        isCentred ? (input.width - inner.width) / 2 : 0,
        isCentred ? (input.height - inner.height) / 2 : 0
      )
    }
  }

  /// Where the whole input lies, in fractions of the photo.
  var region: UnitBox {
    let across = source.width / Double(content.width) / Double(photo.width)
    let down = source.height / Double(content.height) / Double(photo.height)
    return UnitBox(
      left: source.left / Double(photo.width) - Double(offset.x) * across,
      top: source.top / Double(photo.height) - Double(offset.y) * down,
      width: Double(input.width) * across, height: Double(input.height) * down)
  }

  private static func whole(_ photo: PixelSize) -> UnitBox {
    UnitBox(left: 0, top: 0, width: Double(photo.width), height: Double(photo.height))
  }

  /// The longer side is rounded down and the margin to nearest, as in torchvision,
  /// `transforms/functional.py`, `resize` and `center_crop`; halves go to even, as Python rounds.
  private static func centre(of photo: PixelSize, _ recipe: InputRecipe) -> UnitBox {
    let short = Double(recipe.shorterSide)
    func axis(_ length: Int, _ wanted: Int) -> (start: Double, length: Double) {
      let resized =
        length == photo.shortestSide
        ? short : (short * Double(length) / Double(photo.shortestSide)).rounded(.down)
      let scale = Double(length) / max(1, resized)
      let margin = ((resized - Double(wanted)) / 2).rounded(.toNearestOrEven)
      return (margin * scale, Double(wanted) * scale)
    }
    let across = axis(photo.width, recipe.size.width)
    let down = axis(photo.height, recipe.size.height)
    return UnitBox(left: across.start, top: down.start, width: across.length, height: down.length)
  }

  /// The content with its borders.
  func padded(_ content: RGBImage, with grey: UInt8) -> RGBImage? {
    var pixels = [UInt8](repeating: grey, count: input.area * 3)
    let length = content.size.width * 3
    for row in 0..<content.size.height {
      let target = ((row + offset.y) * input.width + offset.x) * 3
      pixels.replaceSubrange(
        target..<target + length, with: content.pixels[row * length..<(row + 1) * length])
    }
    return RGBImage(size: input, pixels: pixels)
  }
}

/// A tile of a photo in whole pixels.
struct PixelPart {
  private let left, top: Int
  private let size: PixelSize
  private let photo: PixelSize

  /// - Returns: nil where nothing of the tile is on the photo.
  init?(of photo: PixelSize, _ tile: UnitBox) {
    guard let tile = tile.clamped else { return nil }
    func edge(_ fraction: Double, _ length: Int) -> Int {
      Int((fraction * Double(length)).rounded())
    }
    left = edge(tile.left, photo.width)
    top = edge(tile.top, photo.height)
    size = PixelSize(
      width: edge(tile.right, photo.width) - left, height: edge(tile.bottom, photo.height) - top)
    self.photo = photo
    guard size.width > 0, size.height > 0 else { return nil }
  }

  /// Where it lies, in fractions of the photo.
  var region: UnitBox {
    UnitBox(
      left: Double(left) / Double(photo.width), top: Double(top) / Double(photo.height),
      width: Double(size.width) / Double(photo.width),
      height: Double(size.height) / Double(photo.height))
  }

  func cut(from image: RGBImage) -> RGBImage? {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(size.area * 3)
    for row in top..<top + size.height {
      let start = (row * photo.width + left) * 3
      pixels += image.pixels[start..<start + size.width * 3]
    }
    return RGBImage(size: size, pixels: pixels)
  }
}
