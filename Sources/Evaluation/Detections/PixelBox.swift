package import PhotoCore

/// A rectangle in pixels of a picture, as COCO's files have it: not rounded, not cut at the edges.
package struct PixelBox: Hashable, Sendable {
  /// Distance from the picture's left edge.
  package let left: Double
  /// Distance from the picture's top edge.
  package let top: Double
  /// Pixels across.
  package let width: Double
  /// Pixels down.
  package let height: Double

  package init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  /// - Parameter box: in fractions of a picture of this size.
  package init(_ box: UnitBox, in size: PixelSize) {
    let w = Double(size.width)
    let h = Double(size.height)
    self.init(left: box.left * w, top: box.top * h, width: box.width * w, height: box.height * h)
  }

  /// - Parameter corner: left, top, width and height; nil unless these are four numbers.
  init?(_ numbers: [Double]) {
    guard numbers.count == 4 else { return nil }
    self.init(left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// Square pixels.
  package var area: Double { width * height }

  /// Square pixels that both cover.
  package func shared(with other: PixelBox) -> Double {
    let across = min(left + width, other.left + other.width) - max(left, other.left)
    let down = min(top + height, other.top + other.height) - max(top, other.top)
    return across > 0 && down > 0 ? across * down : 0
  }

  /// Intersection over union (IoU), 0...1.
  package func overlap(with other: PixelBox) -> Double {
    let shared = shared(with: other)
    return shared > 0 ? shared / (area + other.area - shared) : 0
  }

  /// The share of this box that lies in the other, 0...1: what COCO takes for crowds.
  package func share(in other: PixelBox) -> Double {
    let shared = shared(with: other)
    return shared > 0 ? shared / area : 0
  }
}

/// A detection as it is measured.
package struct ScoredBox: Hashable, Sendable {
  /// The picture's id in the annotations.
  package let imageID: Int
  /// The class's id in the annotations.
  package let categoryID: Int
  /// The network's confidence, 0...1.
  package let confidence: Double
  /// Where.
  package let box: PixelBox

  package init(imageID: Int, categoryID: Int, confidence: Double, box: PixelBox) {
    self.imageID = imageID
    self.categoryID = categoryID
    self.confidence = confidence
    self.box = box
  }
}
