/// What the sun makes of a photo's time and place. The raw values are part of the contract.
///
/// A photo has one of the four bands of the sun's altitude, and may be of a sunrise or sunset as
/// well: a photo of a sunset is also one of the golden hour.
package enum Light: String, Sendable, Codable, CaseIterable, Comparable {
  /// The sun is more than 8° below the horizon.
  case night
  /// The sun is 8° to 4° below the horizon.
  case blueHour = "blue-hour"
  /// The sun is from 4° below to 6° above the horizon.
  case goldenHour = "golden-hour"
  /// The sun is more than 6° above the horizon.
  case day
  /// The sun is from 6° below to 4° above the horizon, and rising.
  case sunrise
  /// The sun is from 6° below to 4° above the horizon, and setting.
  case sunset

  /// The order of the names, so that lists of lights are always in the same order.
  package static func < (left: Light, right: Light) -> Bool { left.rawValue < right.rawValue }
}

/// Where the sun stood when a photo was taken.
package struct Sun: Hashable, Sendable, Codable {
  /// Geometric altitude of the sun's centre in degrees, −90...90, negative below the horizon;
  /// without refraction, which lifts it by half a degree at the horizon.
  package let altitude: Double
  /// Whether it is on its way up.
  package let isRising: Bool

  /// The altitudes between which a sunrise or sunset is photographed: from the end of civil
  /// twilight, as long as the sky has colour, to the sun a few diameters above the horizon.
  package static let nearHorizon = -6.0...4.0

  package init(altitude: Double, isRising: Bool) {
    self.altitude = altitude
    self.isRising = isRising
  }

  /// The altitude, in degrees, from which each band begins, lowest first.
  ///
  /// Source: the usual bounds of photographers, as Wikipedia gives them: golden hour from −4° to
  /// 6°, blue hour from −8° to −4°.
  package static let bands: [(light: Light, from: Double)] = [
    (.night, -.infinity), (.blueHour, -8), (.goldenHour, -4), (.day, 6),
  ]

  /// The band, and sunrise or sunset where it is one.
  package var lights: Set<Light> {
    var lights: Set<Light> = [Self.bands.last { $0.from <= altitude }?.light ?? .night]
    if Self.nearHorizon.contains(altitude) { lights.insert(isRising ? .sunrise : .sunset) }
    return lights
  }
}
