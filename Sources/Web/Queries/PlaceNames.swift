internal import Catalog
internal import Synchronization

/// The names of the places in the catalogue, read again when it has changed.
final class PlaceNames: Sendable {
  private struct Names {
    var version: Int64 = -1
    var cities: [Int64: String] = [:]
    var countries: [String: String] = [:]
  }

  private let catalogue: CatalogDatabase
  private let known = Mutex(Names())

  init(_ catalogue: CatalogDatabase) { self.catalogue = catalogue }

  /// `Cusco, PE` by the place's id.
  func names() throws -> [Int64: String] { try current().cities }

  /// English names by code.
  func countries() throws -> [String: String] { try current().countries }

  private func current() throws -> Names {
    let version = try catalogue.version()
    return try known.withLock { names in
      guard names.version != version else { return names }
      names = Names(
        version: version, cities: try catalogue.photos.placeNames(),
        countries: try catalogue.photos.countryNames())
      return names
    }
  }
}
