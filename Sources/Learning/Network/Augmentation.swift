internal import CMatrix

/// How pictures are varied while they are learned from, so that few teach more.
struct Augmentation: Hashable, Sendable {
  /// The least part of a side that a crop keeps.
  var leastCrop = 0.8
  /// How far brightness goes to either side of 1, as a factor.
  var brightness = 0.25
  /// Whether half of the pictures are mirrored.
  var mirrors = true

  /// What is seen of a picture in one epoch.
  func view(side: Int, _ generator: inout SeededGenerator) -> mx_view {
    let side = Double(side)
    // Not one scale for both: a little stretching is a view from another angle.
    let width = side * generator.between(leastCrop, 1)
    let height = side * generator.between(leastCrop, 1)
    return mx_view(
      left: Float(generator.between(0, side - width)),
      top: Float(generator.between(0, side - height)), width: Float(width), height: Float(height),
      is_mirrored: mirrors && generator.unit() < 0.5,
      gain: Float(generator.between(1 - brightness, 1 + brightness)))
  }

  /// The picture as it is.
  static func whole(side: Int) -> mx_view {
    mx_view(
      left: 0, top: 0, width: Float(side), height: Float(side), is_mirrored: false, gain: 1)
  }
}
