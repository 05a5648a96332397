internal import Foundation
package import PhotoCore

/// Distances and directions on a sphere of the Earth's mean radius.
package enum GreatCircle {
  /// The mean radius of the Earth in metres. Source: IUGG, R1 of GRS 80.
  package static let earthRadius = 6_371_008.8

  /// Half the circumference in metres: no two points are farther apart.
  package static let longestDistance = Double.pi * earthRadius

  /// The great-circle distance in metres, 0...``longestDistance``, by the haversine formula.
  ///
  ///     a = sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)      the haversine of the distance
  ///     b = sin²(Σφ/2) + cos φ₁ cos φ₂ cos²(Δλ/2)      that of the distance to the antipode
  ///
  /// a + b = 1. The textbook takes `1 - a` for b, which loses half the digits near the antipode;
  /// with both computed the result is good to about a micrometre everywhere.
  package static func distance(from start: Coordinate, to end: Coordinate) -> Double {
    let p = radians(start.latitude)
    let q = radians(end.latitude)
    let halfTurn = radians(end.longitude - start.longitude) / 2
    let cosines = cos(p) * cos(q)
    let a = square(sin((q - p) / 2)) + cosines * square(sin(halfTurn))
    let b = square(sin((q + p) / 2)) + cosines * square(cos(halfTurn))
    return 2 * earthRadius * atan2(a.squareRoot(), b.squareRoot())
  }

  /// The direction in which the shortest way from `start` to `end` begins: degrees clockwise from
  /// north, 0..<360; nil for the same point, which lies in no direction.
  ///
  /// At a pole, north is taken along the meridian of `start`'s longitude.
  package static func initialBearing(from start: Coordinate, to end: Coordinate) -> Double? {
    let p = radians(start.latitude)
    let q = radians(end.latitude)
    let turn = radians(end.longitude - start.longitude)
    let east = sin(turn) * cos(q)
    let north = cos(p) * sin(q) - sin(p) * cos(q) * cos(turn)
    guard east != 0 || north != 0 else { return nil }
    let degrees = atan2(east, north) * 180 / .pi
    let bearing = degrees < 0 ? degrees + 360 : degrees
    return bearing < 360 ? bearing : 0
  }

  static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

  private static func square(_ number: Double) -> Double { number * number }
}
