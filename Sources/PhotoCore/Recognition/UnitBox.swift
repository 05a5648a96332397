/// A rectangle in fractions of a picture: origin at the top left, x to the right, y down, 0...1.
///
/// Unless said otherwise the picture is the upright one, as a person sees it.
package struct UnitBox: Hashable, Sendable, Codable {
  /// Distance of the left edge from the picture's left edge.
  package let left: Double
  /// Distance of the top edge from the picture's top edge.
  package let top: Double
  /// Width as a fraction of the picture's width.
  package let width: Double
  /// Height as a fraction of the picture's height.
  package let height: Double

  /// See ``clamped`` for boxes from a network.
  package init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  /// The right edge.
  package var right: Double { left + width }
  /// The bottom edge.
  package var bottom: Double { top + height }
  /// The share of the picture that the box covers, 0...1.
  package var area: Double { width * height }

  /// The part of the box inside the picture; nil where nothing is left or a number is not finite.
  package var clamped: UnitBox? {
    guard left.isFinite, top.isFinite, right.isFinite, bottom.isFinite else { return nil }
    let x0 = max(0, left)
    let y0 = max(0, top)
    let x1 = min(1, right)
    let y1 = min(1, bottom)
    guard x1 > x0, y1 > y0 else { return nil }
    return UnitBox(left: x0, top: y0, width: x1 - x0, height: y1 - y0)
  }

  /// Intersection over union (IoU) with `other`, 0...1; 0 for empty boxes.
  package func intersectionOverUnion(with other: UnitBox) -> Double {
    let across = min(right, other.right) - max(left, other.left)
    let down = min(bottom, other.bottom) - max(top, other.top)
    guard across > 0, down > 0 else { return 0 }
    let shared = across * down
    let union = area + other.area - shared
    return union > 0 ? shared / union : 0
  }
}
