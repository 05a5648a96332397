package import PhotoCore

/// A distance on the ground, in the unit it was written in: `25km`, `500m`, `3.5mi`.
package struct Distance: Hashable, Sendable {
  /// A unit of length.
  package enum Unit: String, Sendable, CaseIterable {
    case metres = "m"
    case kilometres = "km"
    /// The international mile.
    case miles = "mi"

    /// The length of the unit.
    package var inMetres: Double {
      switch self {
      case .metres: 1
      case .kilometres: 1000
      case .miles: 1609.344
      }
    }
  }

  /// The number in front of the unit, not negative.
  package let value: Double
  /// The unit.
  package let unit: Unit

  /// The longest distance that is accepted, in metres: the circumference of the Earth, rounded up.
  package static let longest = 40_100_000.0

  /// - Returns: nil for a negative number and for more than ``longest``.
  package init?(_ value: Double, _ unit: Unit) {
    guard value >= 0, value * unit.inMetres <= Self.longest else { return nil }
    self.value = value
    self.unit = unit
  }

  /// The distance in metres.
  package var metres: Double { value * unit.inMetres }
}

/// Photos at most a great-circle distance from a point.
package struct NearTerm: Hashable, Sendable {
  /// What the distance is measured from.
  package enum Centre: Hashable, Sendable {
    /// A point.
    case point(Coordinate)
    /// A place of this name.
    case place(Name)
  }

  /// What the distance is measured from.
  package let centre: Centre
  /// How far at most.
  package let distance: Distance

  package init(centre: Centre, distance: Distance) {
    self.centre = centre
    self.distance = distance
  }
}

/// Photos taken in a place of a name: `country:PE`, `city:Cusco`.
package struct PlaceTerm: Hashable, Sendable {
  /// How large the place is. The raw values are the words of the language.
  package enum Level: String, Sendable, CaseIterable {
    case country, region, city
  }

  /// How large the place is.
  package let level: Level
  /// Its name, or for a country its two letters of ISO 3166-1.
  package let name: Name

  package init(level: Level, name: Name) {
    self.level = level
    self.name = name
  }
}
