/// How a picture is stored, by its EXIF orientation: what must be done to show it upright.
///
/// Source: EXIF 2.32, tag 0x0112. The names say where the stored row 0 and column 0 belong.
package enum Orientation: Int, Sendable, Codable, CaseIterable {
  /// Stored upright.
  case upright = 1
  /// Mirrored left to right.
  case mirrored = 2
  /// Turned by 180°.
  case rotated180 = 3
  /// Mirrored top to bottom.
  case flipped = 4
  /// Mirrored along the main diagonal.
  case transposed = 5
  /// To be turned 90° clockwise.
  case rotated90 = 6
  /// Mirrored along the other diagonal.
  case transversed = 7
  /// To be turned 90° anticlockwise.
  case rotated270 = 8

  /// Whether the upright picture has width and height exchanged.
  package var swapsSides: Bool { rawValue >= 5 }

  /// The four orientations of an unmirrored picture, each a quarter clockwise from the one before.
  private static let plainCircle: [Orientation] = [.upright, .rotated90, .rotated180, .rotated270]
  /// The same for a picture that is mirrored left to right before it is turned.
  private static let mirroredCircle: [Orientation] = [
    .mirrored, .transversed, .flipped, .transposed,
  ]

  /// What must be done to show the picture upright and then turned by `turn`: both in one step, so
  /// that pixels move once.
  package func turned(by turn: PhotoTurn) -> Orientation {
    let isPlain = Self.plainCircle.contains(self)
    let circle = isPlain ? Self.plainCircle : Self.mirroredCircle
    let place = circle.firstIndex(of: self) ?? 0
    return circle[(place + turn.rawValue / 90) % circle.count]
  }

  /// The size of the upright picture for a picture stored at `size`.
  package func uprightSize(ofStored size: PixelSize) -> PixelSize {
    swapsSides ? size.transposed : size
  }

  /// The box in the upright picture for a `box` in the stored one.
  package func uprightBox(ofStored box: UnitBox) -> UnitBox {
    let l = box.left
    let t = box.top
    let w = box.width
    let h = box.height
    let r = 1 - box.right
    let b = 1 - box.bottom
    return switch self {
    case .upright: box
    case .mirrored: UnitBox(left: r, top: t, width: w, height: h)
    case .rotated180: UnitBox(left: r, top: b, width: w, height: h)
    case .flipped: UnitBox(left: l, top: b, width: w, height: h)
    case .transposed: UnitBox(left: t, top: l, width: h, height: w)
    case .rotated90: UnitBox(left: b, top: l, width: h, height: w)
    case .transversed: UnitBox(left: b, top: r, width: h, height: w)
    case .rotated270: UnitBox(left: t, top: r, width: h, height: w)
    }
  }
}
