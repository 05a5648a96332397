internal import GRDB

extension CatalogDatabase {
  /// The names of the cities that photos were taken in, with their countries: `Cusco, PE`.
  package func placeNames() throws -> [Int64: String] {
    try read { db in
      Dictionary(
        try Row.fetchAll(db, sql: "SELECT id, city, country FROM place").map { row in
          let (city, country): (String, String) = (row[1], row[2])
          return (row[0], "\(city), \(country)")
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The English names of the countries that photos were taken in, by their two letters.
  package func countryNames() throws -> [String: String] {
    try read { db in
      Dictionary(
        try Row.fetchAll(db, sql: "SELECT DISTINCT country, country_name FROM place").map {
          ($0[0], $0[1])
        }, uniquingKeysWith: { first, _ in first })
    }
  }
}
