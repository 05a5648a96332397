/// A point on the Earth (WGS 84) in degrees: latitude −90...90, north positive; longitude
/// −180...180, east positive.
package struct Coordinate: Hashable, Sendable, Codable {
  /// Degrees north of the equator.
  package let latitude: Double
  /// Degrees east of Greenwich.
  package let longitude: Double

  /// - Returns: nil for numbers that are not finite or out of range.
  package init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// Where a photo's position comes from. The raw values are part of the machine-readable contract.
package enum PositionSource: String, Sendable, Codable, CaseIterable {
  /// The GPS tags of EXIF.
  case exif
  /// The GPS properties of XMP.
  case xmp
  /// A GPX track.
  case gpx
  /// Set by the user on the map.
  case user
  /// Suggested by the photos taken just before and after, and accepted.
  case neighbours
}

/// Where a photo was taken, and how we know.
package struct Position: Hashable, Sendable, Codable {
  /// The point.
  package let coordinate: Coordinate
  /// Metres above sea level, negative below; nil where unknown.
  package let altitude: Double?
  /// Degrees clockwise from north in which the camera looked, 0..<360; nil where unknown.
  package let direction: Double?
  /// How we know.
  package let source: PositionSource

  package init(
    coordinate: Coordinate, altitude: Double? = nil, direction: Double? = nil,
    source: PositionSource
  ) {
    self.coordinate = coordinate
    self.altitude = altitude
    self.direction = direction
    self.source = source
  }
}

extension Coordinate {
  /// 0° N 0° E, in the Gulf of Guinea.
  package static let origin = Coordinate()

  private init() {
    latitude = 0
    longitude = 0
  }
}
