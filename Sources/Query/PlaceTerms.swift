public import PhotoCore

/// A distance on the ground, in the unit it was written in: `25km`, `500m`, `3.5mi`.
public struct Distance: Hashable, Sendable {
  /// A unit of length.
  public enum Unit: String, Sendable, CaseIterable {
    case metres = "m"
    case kilometres = "km"
    /// The international mile.
    case miles = "mi"

    /// The length of the unit.
    public var inMetres: Double {
      switch self {
      case .metres: 1
      case .kilometres: 1000
      case .miles: 1609.344
      }
    }
  }

  /// The number in front of the unit, not negative.
  public let value: Double
  /// The unit.
  public let unit: Unit

  /// The longest distance that is accepted, in metres: the circumference of the Earth, rounded up.
  public static let longest = 40_100_000.0

  /// - Returns: nil for a negative number and for more than ``longest``.
  public init?(_ value: Double, _ unit: Unit) {
    guard value >= 0, value * unit.inMetres <= Self.longest else { return nil }
    self.value = value
    self.unit = unit
  }

  /// The distance in metres.
  public var metres: Double { value * unit.inMetres }
}

/// Photos at most a great-circle distance from a point.
public struct NearTerm: Hashable, Sendable {
  /// What the distance is measured from.
  public enum Centre: Hashable, Sendable {
    /// A point.
    case point(Coordinate)
    /// A place of this name.
    case place(Name)
  }

  /// What the distance is measured from.
  public let centre: Centre
  /// How far at most.
  public let distance: Distance

  /// Takes the values as they are.
  public init(centre: Centre, distance: Distance) {
    self.centre = centre
    self.distance = distance
  }
}

/// Photos taken in a place of a name: `country:PE`, `city:Cusco`.
public struct PlaceTerm: Hashable, Sendable {
  /// How large the place is. The raw values are the words of the language.
  public enum Level: String, Sendable, CaseIterable {
    case country, region, city
  }

  /// How large the place is.
  public let level: Level
  /// Its name, or for a country its two letters of ISO 3166-1.
  public let name: Name

  /// Takes the values as they are.
  public init(level: Level, name: Name) {
    self.level = level
    self.name = name
  }
}
