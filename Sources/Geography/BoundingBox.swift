internal import Foundation
package import PhotoCore

/// A rectangle of latitudes and longitudes that holds a circle on the Earth: a cheap first filter.
///
/// Nothing within the radius is outside the box; the box holds more than the circle, so the exact
/// ``GreatCircle/distance(from:to:)`` must follow.
package struct BoundingBox: Hashable, Sendable {
  /// Degrees north, within −90...90.
  package let latitudes: ClosedRange<Double>
  /// Degrees east, within −180...180: one range, or two where the circle crosses the antimeridian.
  package let longitudes: [ClosedRange<Double>]

  /// Widens the circle by a billionth and about 6 mm (in radians here): more than all rounding in
  /// the box and in the distance together, near the poles too.
  private static let (relativeMargin, margin) = (1e-9, 1e-9)

  /// The box around everything at most `radius` metres from `centre`.
  ///
  /// A radius below zero or not a number counts as zero; one beyond half the circumference holds
  /// the whole Earth.
  package init(around centre: Coordinate, radius: Double) {
    let exact = min(max(0, radius) / GreatCircle.earthRadius, .pi)
    let angle = exact * (1 + Self.relativeMargin) + Self.margin
    let reach = angle * 180 / .pi
    let south = centre.latitude - reach
    let north = centre.latitude + reach
    latitudes = max(south, -90)...min(north, 90)
    // A circle that holds a pole meets every meridian.
    guard south > -90, north < 90 else {
      longitudes = [-180...180]
      return
    }
    // The circle's easternmost point: sin Δλ = sin r / cos φ, below 1 since no pole is inside.
    let sine = sin(angle) / cos(GreatCircle.radians(centre.latitude))
    let turn = asin(min(1, sine)) * 180 / .pi
    longitudes = Self.ranges(around: centre.longitude, reach: turn)
  }

  /// Whether `point` is in the box.
  package func contains(_ point: Coordinate) -> Bool {
    latitudes.contains(point.latitude)
      && longitudes.contains { $0.contains(point.longitude) }
  }

  /// The longitudes within `reach` degrees of `longitude`, cut at the antimeridian.
  private static func ranges(around longitude: Double, reach: Double) -> [ClosedRange<Double>] {
    guard reach < 180 else { return [-180...180] }
    let west = longitude - reach
    let east = longitude + reach
    if west <= -180 { return [-180...east, (west + 360)...180] }
    if east >= 180 { return [-180...(east - 360), west...180] }
    return [west...east]
  }
}
