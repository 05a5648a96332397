import Fixtures
import Foundation
import Geography
import PhotoCore
import Testing

/// Random points and shapes, with a liking for the poles, the equator, Greenwich and the antimeridian.
enum HardPlaces {
  static func point(_ random: inout SplitMix64) throws -> Coordinate {
    let near = pow10(-Int.random(in: 0...12, using: &random))
    let latitudes = [-90, 90, 0, Double.random(in: -90...90, using: &random)]
    let longitudes = [-180, 180, 0, Double.random(in: -180...180, using: &random)]
    let latitude =
      (latitudes.randomElement(using: &random) ?? 0) + near * .random(in: -1...1, using: &random)
    let longitude =
      (longitudes.randomElement(using: &random) ?? 0) + near * .random(in: -1...1, using: &random)
    return try #require(
      Coordinate(
        latitude: min(90, max(-90, latitude)), longitude: min(180, max(-180, longitude))))
  }

  /// A point up to `degrees` of arc from `centre`, in any direction.
  static func point(
    near centre: Coordinate, degrees: Double, _ random: inout SplitMix64
  ) throws -> Coordinate {
    try destination(
      from: centre, degrees: degrees * .random(in: 0...1, using: &random),
      bearing: .random(in: 0..<360, using: &random))
  }

  /// Corners on a circle, counter-clockwise: a convex area.
  static func circle(
    around centre: Coordinate, degrees: Double, _ random: inout SplitMix64
  ) throws -> [Coordinate] {
    let count = Int.random(in: 3...12, using: &random)
    let start = Double.random(in: 0..<360, using: &random)
    return try (0..<count).map { number in
      try destination(
        from: centre, degrees: degrees, bearing: start - Double(number) * 360 / Double(count))
    }
  }

  /// By vectors: the centre turned towards a direction of its tangent plane.
  private static func destination(
    from centre: Coordinate, degrees: Double, bearing: Double
  ) throws -> Coordinate {
    let p = centre.latitude * .pi / 180
    let q = centre.longitude * .pi / 180
    let north = UnitVector(x: -sin(p) * cos(q), y: -sin(p) * sin(q), z: cos(p))
    let east = UnitVector(x: -sin(q), y: cos(q), z: 0)
    let up = UnitVector(centre)
    let angle = degrees * .pi / 180
    let direction = bearing * .pi / 180
    func component(_ axis: (UnitVector) -> Double) -> Double {
      cos(angle) * axis(up)
        + sin(angle) * (cos(direction) * axis(north) + sin(direction) * axis(east))
    }
    let vector = UnitVector(
      x: component { $0.x }, y: component { $0.y }, z: component { $0.z })
    return try #require(vector.coordinate)
  }

  static func pow10(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10 }
  }
}
