package import PhotoCore

/// Pixels for a network: the part of the picture that its recipe asks for, at the network's size.
///
/// A separable resampling in the manner of Pillow, which the reference accuracy of the default
/// networks was measured with. Source: Pillow, `src/libImaging/Resample.c`.
package enum NetworkInput {
  /// - Parameters:
  ///   - image: the upright photo, at any scale.
  ///   - tile: the part of the photo to look at; its edges are rounded to whole pixels. Nil for all.
  /// - Returns: nil where the tile or the recipe's size is empty.
  package static func make(
    from image: RGBImage, recipe: InputRecipe, tile: UnitBox? = nil
  ) -> NetworkView? {
    guard recipe.size.width > 0, recipe.size.height > 0 else { return nil }
    guard let tile else { return view(of: image, recipe) }
    guard let part = PixelPart(of: image.size, tile), let cut = part.cut(from: image),
      let view = view(of: cut, recipe)
    else { return nil }
    let onPhoto = NetworkView(image: view.image, region: part.region).onPhoto(view.region)
    return NetworkView(image: view.image, region: onPhoto)
  }

  private static func view(of image: RGBImage, _ recipe: InputRecipe) -> NetworkView? {
    let placement = InputPlacement(of: image.size, recipe)
    guard
      let content = resample(
        image, from: placement.source, to: placement.content, interpolation: recipe.interpolation,
        antialias: recipe.antialias)
    else { return nil }
    let whole = placement.fills ? content : placement.padded(content, with: recipe.padding)
    return whole.map { NetworkView(image: $0, region: placement.region) }
  }

  private static func resample(
    _ image: RGBImage, from source: UnitBox, to target: PixelSize,
    interpolation: InputRecipe.Interpolation, antialias: Bool
  ) -> RGBImage? {
    let columns = ResamplingWeights(
      start: source.left, length: source.width, source: image.size.width, target: target.width,
      interpolation: interpolation, antialias: antialias)
    let rows = ResamplingWeights(
      start: source.top, length: source.height, source: image.size.height, target: target.height,
      interpolation: interpolation, antialias: antialias)
    let narrow = resampleRows(of: image, columns, from: rows.firstSource, to: rows.endSource)
    let pixels = resampleColumns(
      of: narrow, width: target.width, firstRow: rows.firstSource, rows)
    return RGBImage(size: target, pixels: pixels)
  }

  /// Resamples each wanted row to the target's width. Rows × width × 3.
  private static func resampleRows(
    of image: RGBImage, _ weights: ResamplingWeights, from first: Int, to end: Int
  ) -> [UInt8] {
    let sourceStride = image.size.width * 3
    let targetStride = weights.count * 3
    var out = [UInt8](repeating: 0, count: (end - first) * targetStride)
    image.pixels.withUnsafeBufferPointer { source in
      for row in first..<end {
        let base = row * sourceStride
        for column in 0..<weights.count {
          let kernel = weights.kernels[column]
          var red = half
          var green = half
          var blue = half
          var at = base + kernel.first * 3
          for weight in kernel.weights {
            red &+= Int32(source[at]) &* weight
            green &+= Int32(source[at + 1]) &* weight
            blue &+= Int32(source[at + 2]) &* weight
            at += 3
          }
          let target = (row - first) * targetStride + column * 3
          out[target] = clip(red)
          out[target + 1] = clip(green)
          out[target + 2] = clip(blue)
        }
      }
    }
    return out
  }

  /// Resamples the columns of rows × width × 3 to the target's height.
  private static func resampleColumns(
    of narrow: [UInt8], width: Int, firstRow: Int, _ weights: ResamplingWeights
  ) -> [UInt8] {
    let stride = width * 3
    var out = [UInt8](repeating: 0, count: weights.count * stride)
    var sums = [Int32](repeating: 0, count: stride)
    narrow.withUnsafeBufferPointer { source in
      for row in 0..<weights.count {
        let kernel = weights.kernels[row]
        for index in 0..<stride { sums[index] = half }
        for (offset, weight) in kernel.weights.enumerated() {
          let base = (kernel.first + offset - firstRow) * stride
          for index in 0..<stride { sums[index] &+= Int32(source[base + index]) &* weight }
        }
        for index in 0..<stride { out[row * stride + index] = clip(sums[index]) }
      }
    }
    return out
  }

  /// Half a unit, so that the shift below rounds to nearest.
  private static let half = Int32(1) << (ResamplingWeights.precision - 1)

  private static func clip(_ sum: Int32) -> UInt8 {
    UInt8(clamping: sum >> Int32(ResamplingWeights.precision))
  }
}

/// For each target pixel, the source pixels that it is made of and their weights.
struct ResamplingWeights {
  /// Weights are fixed-point numbers with this many binary digits: 8 bits of sample, 2 of room.
  static let precision = 32 - 8 - 2

  struct Kernel {
    let first: Int
    let weights: [Int32]
  }

  let kernels: [Kernel]

  var count: Int { kernels.count }
  var firstSource: Int { kernels.map(\.first).min() ?? 0 }
  var endSource: Int { kernels.map { $0.first + $0.weights.count }.max() ?? 0 }

  /// - Parameters:
  ///   - start: where the region begins in the source, in source pixels.
  ///   - length: the region's length in source pixels.
  ///   - source: the source's length, which no kernel reaches beyond.
  ///   - target: the number of target pixels.
  init(
    start: Double, length: Double, source: Int, target: Int,
    interpolation: InputRecipe.Interpolation, antialias: Bool
  ) {
    let isCornered = interpolation == .bilinearCorners
    let scale = isCornered ? (length - 1) / Double(max(1, target - 1)) : length / Double(target)
    let firstCentre = start + 0.5 * (isCornered ? 1 : scale)
    let stretch = antialias && !isCornered ? max(1, scale) : 1
    let support = (interpolation == .bicubic ? 2.0 : 1.0) * stretch
    kernels = (0..<target).map { index in
      let centre = firstCentre + Double(index) * scale
      let first = min(source - 1, max(0, Int((centre - support + 0.5).rounded(.down))))
      let end = max(first + 1, min(source, Int((centre + support + 0.5).rounded(.down))))
      var values = (first..<end).map { pixel in
        Self.filter((Double(pixel) - centre + 0.5) / stretch, interpolation)
      }
      let total = values.reduce(0, +)
      if total == 0 { values = values.map { _ in 1 / Double(values.count) } }
      let unit = Double(Int32(1) << Int32(Self.precision)) / (total == 0 ? 1 : total)
      return Kernel(first: first, weights: values.map { Int32(($0 * unit).rounded()) })
    }
  }

  /// The bilinear (triangle) and bicubic (a = −0.5) kernels, zero outside 1 and 2.
  private static func filter(_ distance: Double, _ kind: InputRecipe.Interpolation) -> Double {
    let x = abs(distance)
    switch kind {
    case .bilinear, .bilinearCorners: return max(0, 1 - x)
    case .bicubic:
      let a = -0.5
      if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
      if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
      return 0
    }
  }
}
