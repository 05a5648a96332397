internal import GRDB
package import PhotoCore
package import Query

/// Tables in other orders than those of a search.
extension SearchStore {
  /// Sorts photos by a column. Photos where it is unknown come last in both directions; equals stay
  /// in the order given.
  ///
  /// - Parameters:
  ///   - ids: row ids, each once; one that is not known is left out.
  ///   - column: one of ``PhotoCore/PhotoColumn/sortable``; others leave the order as it is.
  ///   - thresholds: the confidences from which objects and scenes count, 0...1.
  package func sorted(
    _ ids: [Int64], by column: PhotoColumn, descending: Bool,
    thresholds: Thresholds
  ) throws -> [Int64] {
    try read { db in
      let source =
        column.source(least: try thresholds.least(.detection, db)) ?? (joins: "", keys: [])
      let keys = source.keys.map { "(\($0)) \(descending ? "DESC" : "ASC") NULLS LAST" }
      return try Int64.fetchAll(
        db,
        sql: """
          SELECT photo.id FROM json_each(?1) AS wanted JOIN photo ON photo.id = wanted.value
          \(source.joins)
          ORDER BY \((keys + ["wanted.key"]).joined(separator: ", "))
          """, arguments: [BoundIDs(ids).json])
    }
  }
}

extension PhotoColumn {
  /// The columns that a table can be sorted by, in their order.
  package static let sortable = allCases.filter(\.isSortable)

  /// Whether a table can be sorted by it.
  package var isSortable: Bool { source(least: "0") != nil }

  /// What the photos are joined with, and what they are sorted by; nil for what has no useful order.
  ///
  /// - Parameter least: what a box must reach to count.
  fileprivate func source(least: String) -> (joins: String, keys: [String])? {
    switch self {
    case .utcOffsetMinutes, .timeSource, .direction, .positionSource, .labels, .sha256: nil
    case .path: (Self.files, ["folder.path", "file.name"])
    case .taken: ("", ["photo.taken_wall_ms"])
    case .latitude, .longitude, .altitude, .bytes: ("", ["photo.\(rawValue)"])
    case .format, .warning: ("", ["photo.\(rawValue)"])
    case .city, .region, .country: (Self.places, ["place.\(rawValue) COLLATE NOCASE"])
    case .light: ("", ["photo.sun_altitude"])
    case .favourite:
      (
        "LEFT JOIN favourite ON favourite.photo_id = photo.id",
        ["favourite.photo_id IS NOT NULL"]
      )
    case .rating: ("LEFT JOIN rating ON rating.photo_id = photo.id", ["rating.stars"])
    case .camera: ("LEFT JOIN camera ON camera.id = photo.camera_id", [Self.cameraName])
    case .objects: ("", [Self.boxes(least, "1")])
    case .persons: ("", [Self.boxes(least, Self.isPerson)])
    case .scene:
      ("", ["SELECT name FROM label_class WHERE id = (\(Self.surestScene("class_id")))"])
    case .sceneProbability: ("", [Self.surestScene("probability")])
    case .width: ("", ["iif(photo.turn IN (90, 270), photo.height, photo.width)"])
    case .height: ("", ["iif(photo.turn IN (90, 270), photo.width, photo.height)"])
    }
  }

  private static let files = """
    LEFT JOIN file ON file.id = photo.primary_file_id
    LEFT JOIN folder ON folder.id = file.folder_id
    """
  private static let places = "LEFT JOIN place ON place.id = photo.place_id"

  /// ``PhotoCore/Camera/name`` in SQL's words.
  private static let cameraName = """
    iif(lower(substr(camera.model, 1, length(camera.make))) = lower(camera.make), camera.model,
      trim(camera.make || ' ' || camera.model)) COLLATE NOCASE
    """

  private static func boxes(_ least: String, _ condition: String) -> String {
    """
    SELECT count(*) FROM spoken_object
    WHERE photo_id = photo.id AND confidence >= \(least) AND \(condition)
    """
  }

  private static let isPerson =
    "class_id IN (SELECT id FROM label_class WHERE name = 'person')"

  /// Scenes are stored surest first.
  private static func surestScene(_ column: String) -> String {
    """
    SELECT \(column) FROM spoken_scene WHERE photo_id = photo.id ORDER BY rank LIMIT 1
    """
  }
}
