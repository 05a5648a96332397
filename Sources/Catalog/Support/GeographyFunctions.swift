internal import Geography
internal import GRDB
internal import PhotoCore

/// SQL functions for what SQL cannot compute itself.
enum GeographyFunctions {
  /// `great_circle_metres(latitude, longitude, latitude, longitude)`: NULL where any is NULL or out
  /// of range.
  static func register(in db: Database) {
    db.add(
      function: DatabaseFunction("great_circle_metres", argumentCount: 4, pure: true) { values in
        let degrees = values.compactMap { Double.fromDatabaseValue($0) }
        guard degrees.count == 4,
          let start = Coordinate(latitude: degrees[0], longitude: degrees[1]),
          let end = Coordinate(latitude: degrees[2], longitude: degrees[3])
        else { return nil }
        return GreatCircle.distance(from: start, to: end)
      })
  }
}
