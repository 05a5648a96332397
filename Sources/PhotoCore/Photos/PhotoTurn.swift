/// How far the user turned a picture that the camera had stored the wrong way up, in degrees
/// clockwise. Comes on top of ``Orientation``: the file itself is never changed.
package enum PhotoTurn: Int, Sendable, Codable, CaseIterable {
  /// As the file says.
  case none = 0
  /// A quarter clockwise.
  case right = 90
  /// Upside down.
  case half = 180
  /// A quarter anticlockwise.
  case left = 270

  /// Whether width and height change places.
  package var isQuarter: Bool { self == .right || self == .left }

  /// The size of the turned picture for an upright one of `size`.
  package func size(of size: PixelSize) -> PixelSize { isQuarter ? size.transposed : size }

  /// The box in the turned picture for a `box` in the upright one.
  package func box(of box: UnitBox) -> UnitBox {
    Orientation.upright.turned(by: self).uprightBox(ofStored: box)
  }

  /// The object in the turned picture for an `object` in the upright one.
  package func object(of object: DetectedObject) -> DetectedObject {
    DetectedObject(
      className: object.className, confidence: object.confidence, box: box(of: object.box))
  }
}
