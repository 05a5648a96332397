internal import Foundation
package import PhotoCore

extension Sun {
  /// Where the sun stands at an instant, seen from a point.
  ///
  /// Good to about 0.02° from 1950 to 2050. Source: the low-precision formulas of the Astronomical
  /// Almanac, page C5, with the sun's parallax of 8.8 arc seconds left out.
  ///
  /// - Parameter utcMilliseconds: since 1970-01-01T00:00:00Z.
  package init(atUTC utcMilliseconds: Int64, seenFrom point: Coordinate) {
    // Days since 2000-01-01T12:00Z.
    let days = (Double(utcMilliseconds) - 946_728_000_000) / 86_400_000
    let (rightAscension, declination) = Self.equatorial(days)
    // Greenwich mean sidereal time in degrees. Source: the same, page B6.
    let sidereal = 280.46061837 + 360.98564736629 * days
    let hourAngle =
      GreatCircle.radians(
        (sidereal + point.longitude).truncatingRemainder(dividingBy: 360)) - rightAscension
    let latitude = GreatCircle.radians(point.latitude)
    let sine =
      sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(hourAngle)
    // The altitude grows while the sun is east of the meridian: its derivative is −sin H times
    // cosines that are never negative. At a pole only the seasons move it; any answer is right.
    self.init(altitude: asin(min(1, max(-1, sine))) * 180 / .pi, isRising: sin(hourAngle) < 0)
  }

  /// Right ascension and declination in radians.
  private static func equatorial(_ days: Double) -> (Double, Double) {
    let mean = 280.460 + 0.9856474 * days
    let anomaly = GreatCircle.radians((357.528 + 0.9856003 * days))
    let ecliptic = GreatCircle.radians(mean + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    let obliquity = GreatCircle.radians(23.439 - 0.0000004 * days)
    return (
      atan2(cos(obliquity) * sin(ecliptic), cos(ecliptic)), asin(sin(obliquity) * sin(ecliptic))
    )
  }
}
