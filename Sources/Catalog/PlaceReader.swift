internal import GRDB

extension CatalogDatabase {
  /// The names of the cities that photos were taken in, with their countries: `Cusco, PE`.
  public func placeNames() throws -> [Int64: String] {
    try read { db in
      Dictionary(
        try Row.fetchAll(db, sql: "SELECT id, city, country FROM place").map { row in
          let (city, country): (String, String) = (row[1], row[2])
          return (row[0], "\(city), \(country)")
        }, uniquingKeysWith: { first, _ in first })
    }
  }
}
