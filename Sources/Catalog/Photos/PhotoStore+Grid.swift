internal import Foundation
internal import GRDB
package import PhotoCore
package import Query

/// What a grid of photos shows of each.
package struct GridPhoto: Hashable, Sendable {
  /// The catalogue's row id.
  package let id: Int64
  /// The identity, by which the thumbnails are named.
  package let sha256: ContentHash
  /// Size of the upright picture, before ``turn``.
  package let size: PixelSize
  /// How far the user turned it.
  package let turn: PhotoTurn
  /// The average colour, 0xRRGGBB of sRGB; nil where unknown.
  package let colour: UInt32?
  /// When it was taken, by the camera's wall clock; nil where unknown.
  package let taken: WallTime?
  /// The name of its file, without the folder.
  package let name: FilePath
  /// Whether the user marked it as a favourite.
  package let isFavourite: Bool
  /// The user's rating, 1...5; 0 for none.
  package let rating: Int
  /// What is wrong with it; nil for a sound picture.
  package let warning: PhotoWarning?
  /// Whether no file of the photo is there any more.
  package let isMissing: Bool
  /// The nearest city; nil without a position, and far from any.
  package let city: String?
  /// The country in English; nil where ``city`` is.
  package let countryName: String?
  /// What it shows: up to three different names of classes, the surest objects first, the surest scene
  /// last; only those that count.
  package let summary: [String]
}

/// Pages of a grid.
extension PhotoStore {
  /// The photos of `ids`, in the order of `ids`; an id that is not known is left out.
  ///
  /// - Parameter thresholds: the confidences from which objects and scenes count, 0...1.
  package func grid(
    _ ids: [Int64], thresholds: Thresholds
  ) throws -> [GridPhoto] {
    try read { db in
      let wanted = BoundIDs(ids)
      let boxes = "confidence >= \(try thresholds.least(.detection, db))"
      let objects = try Self.surest("object", by: "confidence", where: boxes, of: wanted, db)
      let scores = "probability >= \(try thresholds.least(.classification, db))"
      let scenes = try Self.surest("scene", by: "probability", where: scores, of: wanted, db)
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: Self.gridSQL), arguments: [wanted.json])
      var found: [Int64: GridPhoto] = [:]
      while let row = try rows.next() {
        let id: Int64 = row["id"]
        found[id] = GridPhoto(
          row: row, summary: Self.summary(objects[id] ?? [], scenes[id]?.first))
      }
      return ids.compactMap { found[$0] }
    }
  }

  private static let gridSQL = """
    SELECT photo.id, photo.sha256, photo.width, photo.height, photo.turn, photo.colour,
      photo.taken_wall_ms, photo.warning, file.name,
      file.missing_since_ms IS NOT NULL AS is_missing, place.city, place.country_name,
      rating.stars, favourite.photo_id IS NOT NULL AS is_favourite
    FROM photo JOIN file ON file.id = photo.primary_file_id
    LEFT JOIN place ON place.id = photo.place_id
    LEFT JOIN rating ON rating.photo_id = photo.id
    LEFT JOIN favourite ON favourite.photo_id = photo.id
    WHERE photo.id IN (SELECT value FROM json_each(?))
    """

  /// The different classes of each photo that count, surest first.
  private static func surest(
    _ table: String, by column: String, where counts: String, of ids: BoundIDs, _ db: Database
  ) throws -> [Int64: [String]] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT photo_id, label_class.name FROM spoken_\(table)
        JOIN label_class ON label_class.id = class_id
        WHERE photo_id IN (SELECT value FROM json_each(?)) AND \(counts)
        ORDER BY photo_id, \(column) DESC, model_id, rank
        """)
    let rows = try Row.fetchCursor(statement, arguments: [ids.json])
    var names: [Int64: [String]] = [:]
    while let row = try rows.next() {
      let name: String = row[1]
      if names[row[0]]?.contains(name) != true { names[row[0], default: []].append(name) }
    }
    return names
  }

  private static func summary(_ objects: [String], _ scene: String?) -> [String] {
    let last = scene.map { [$0] } ?? []
    return Array((objects.filter { $0 != scene }.prefix(3 - last.count)) + last)
  }
}

extension GridPhoto {
  /// - Returns: nil for a row that a later version wrote with values unknown here.
  init?(row: Row, summary: [String]) {
    guard let hash = row.contentHash("sha256") else { return nil }
    let taken: Int64? = row["taken_wall_ms"]
    self.init(
      id: row["id"], sha256: hash, size: PixelSize(width: row["width"], height: row["height"]),
      turn: PhotoTurn(rawValue: row["turn"]) ?? .none, colour: row["colour"],
      taken: taken.map { WallTime(milliseconds: $0) }, name: row.filePath("name"),
      isFavourite: row["is_favourite"], rating: row["stars"] ?? 0, warning: row.value("warning"),
      isMissing: row["is_missing"], city: row["city"], countryName: row["country_name"],
      summary: summary)
  }
}
