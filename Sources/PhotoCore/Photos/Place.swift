/// An inhabited place, with what it belongs to.
package struct Place: Hashable, Sendable, Codable {
  /// The id of GeoNames.
  package let id: Int64
  /// The place's name, such as `Cusco`.
  package let city: String
  /// The name of the first administrative division, such as `Cuzco Department`; nil where the
  /// country has none or its name is not known.
  package let region: String?
  /// Two letters of ISO 3166-1, such as `PE`.
  package let country: String
  /// The country's English name.
  package let countryName: String
  /// The time zone's id, such as `America/Lima`.
  package let timeZone: String

  package init(
    id: Int64, city: String, region: String?, country: String, countryName: String,
    timeZone: String
  ) {
    self.id = id
    self.city = city
    self.region = region
    self.country = country
    self.countryName = countryName
    self.timeZone = timeZone
  }
}

extension Place {
  /// The region; nil where it is not known.
  package var regionReference: RegionReference? {
    region.map { RegionReference(country: country, name: $0) }
  }
}

/// A first administrative division: its name alone is not enough, there are several `Córdoba`.
package struct RegionReference: Hashable, Sendable, Codable, Comparable {
  /// Two letters of ISO 3166-1.
  package let country: String
  /// The region's name as in ``Place/region``.
  package let name: String

  package init(country: String, name: String) {
    self.country = country
    self.name = name
  }

  /// By country, then by name.
  package static func < (left: RegionReference, right: RegionReference) -> Bool {
    (left.country, left.name) < (right.country, right.name)
  }
}
