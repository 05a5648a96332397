internal import GRDB
package import PhotoCore

/// Where photos were taken, and with what.
extension PhotoStore {
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

  /// The cameras of the catalogue, by name; with nil last where photos name no camera.
  package func cameras() throws -> [(camera: Camera?, photos: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT camera.make, camera.model, count(*) AS photos FROM photo
          LEFT JOIN camera ON camera.id = photo.camera_id
          GROUP BY photo.camera_id
          ORDER BY photo.camera_id IS NULL, camera.model, camera.make
          """
      ).map { (Camera(make: $0["make"], model: $0["model"]), $0["photos"]) }
    }
  }
}
