internal import PhotoCore

/// The lights as conditions on a photo's sun; NULL where the sun is not known.
enum LightSQL {
  static func condition(for light: Light) -> String {
    switch light {
    case .sunrise: nearHorizon(isRising: true)
    case .sunset: nearHorizon(isRising: false)
    default: band(light)
    }
  }

  /// Numbers of ours, not of a query: they may stand in the text.
  private static func nearHorizon(isRising: Bool) -> String {
    let range = Sun.nearHorizon
    return "(photo.sun_altitude BETWEEN \(range.lowerBound) AND \(range.upperBound) "
      + "AND photo.sun_is_rising = \(isRising ? 1 : 0))"
  }

  private static func band(_ light: Light) -> String {
    guard let index = Sun.bands.firstIndex(where: { $0.light == light }) else { return "0" }
    let lower = Sun.bands[index].from
    let upper = index + 1 < Sun.bands.count ? Sun.bands[index + 1].from : .infinity
    var parts = ["photo.sun_altitude IS NOT NULL"]
    if lower.isFinite { parts.append("photo.sun_altitude >= \(lower)") }
    if upper.isFinite { parts.append("photo.sun_altitude < \(upper)") }
    return "(\(parts.joined(separator: " AND ")))"
  }
}
