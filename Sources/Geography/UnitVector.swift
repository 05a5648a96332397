internal import Foundation
package import PhotoCore

/// A point on the unit sphere: where geometry knows no poles and no antimeridian.
package struct UnitVector: Hashable, Sendable {
  /// Towards 0° N 0° E, 0° N 90° E, and the north pole.
  package let x, y, z: Double

  package init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The direction of `point` from the centre of the Earth.
  package init(_ point: Coordinate) {
    let latitude = GreatCircle.radians(point.latitude)
    let longitude = GreatCircle.radians(point.longitude)
    self.init(
      x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
  }

  /// The point in this direction; nil for the zero vector.
  package var coordinate: Coordinate? {
    guard x != 0 || y != 0 || z != 0 else { return nil }
    return Coordinate(
      latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi,
      longitude: atan2(y, x) * 180 / .pi)
  }

  /// The scalar product.
  package func dot(_ other: UnitVector) -> Double { x * other.x + y * other.y + z * other.z }

  /// The vector product, not normalised.
  package func cross(_ other: UnitVector) -> UnitVector {
    UnitVector(
      x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x)
  }

  /// The squared length of the straight line between two points: grows with their distance.
  package func squaredChord(to other: UnitVector) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    let dz = z - other.z
    return dx * dx + dy * dy + dz * dz
  }
}
