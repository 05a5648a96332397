internal import GRDB
package import PhotoCore

/// Photos with everything known about them.
package struct PhotoStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// The photos of `ids`, in the order of `ids`; an id that is not known is left out.
  package func records(_ ids: [Int64]) throws -> [PhotoRecord] {
    try read { db in
      var found: [Int64: PhotoRecord] = [:]
      // SQLite takes 32,766 parameters; a page of 500 keeps statements short.
      for start in stride(from: 0, to: ids.count, by: 500) {
        for record in try Self.records(Array(ids[start..<min(start + 500, ids.count)]), db) {
          found[record.id] = record
        }
      }
      return ids.compactMap { found[$0] }
    }
  }

  private static func records(_ ids: [Int64], _ db: Database) throws -> [PhotoRecord] {
    let marks = databaseQuestionMarks(count: ids.count)
    let arguments = StatementArguments(ids)
    let objects = try objects(ofPhotosIn: marks, arguments, db)
    let scenes = try scenes(ofPhotosIn: marks, arguments, db)
    let modelRuns = try modelRuns(ofPhotosIn: marks, arguments, db)
    let labels = try labels(ofPhotosIn: marks, arguments, db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT photo.*, camera.make, camera.model, folder.path AS folder, file.name,
          file.missing_since_ms IS NOT NULL AS is_missing, place.city, place.region, place.country,
          place.country_name, place.time_zone, rating.stars,
          favourite.photo_id IS NOT NULL AS is_favourite
        FROM photo JOIN file ON file.id = photo.primary_file_id
        JOIN folder ON folder.id = file.folder_id
        LEFT JOIN camera ON camera.id = photo.camera_id
        LEFT JOIN place ON place.id = photo.place_id
        LEFT JOIN rating ON rating.photo_id = photo.id
        LEFT JOIN favourite ON favourite.photo_id = photo.id
        WHERE photo.id IN (\(marks))
        """, arguments: arguments)
    return rows.compactMap { row in
      PhotoRecord(
        row: row, objects: objects[row["id"]] ?? [], scenes: scenes[row["id"]] ?? [],
        modelRuns: modelRuns[row["id"]] ?? [], labels: labels[row["id"]] ?? [])
    }
  }

  private static func objects(
    ofPhotosIn marks: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Int64: [DetectedObject]] {
    try byPhoto(
      """
      SELECT spoken_object.*, label_class.name FROM spoken_object
      JOIN label_class ON label_class.id = class_id
      WHERE photo_id IN (\(marks)) ORDER BY photo_id, model_id, rank
      """, arguments, db
    ) { DetectedObject(row: $0) }
  }

  private static func scenes(
    ofPhotosIn marks: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Int64: [SceneScore]] {
    try byPhoto(
      """
      SELECT spoken_scene.*, label_class.name FROM spoken_scene
      JOIN label_class ON label_class.id = class_id
      WHERE photo_id IN (\(marks)) ORDER BY photo_id, model_id, rank
      """, arguments, db
    ) { SceneScore(row: $0) }
  }

  private static func labels(
    ofPhotosIn marks: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Int64: [LabelScore]] {
    try byPhoto(
      """
      SELECT label_result.*, name, threshold FROM label_result
      JOIN label_in_use ON label_in_use.id = label_id
      WHERE photo_id IN (\(marks)) AND probability IS NOT NULL ORDER BY photo_id, name_key
      """, arguments, db
    ) { row in
      LabelScore(
        label: row["label_id"], name: row["name"], probability: row["probability"],
        threshold: row["threshold"], box: UnitBox(row: row))
    }
  }

  private static func modelRuns(
    ofPhotosIn marks: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Int64: [ModelRun]] {
    try byPhoto(
      """
      SELECT photo_id, model.name, vocabulary, task, is_silent FROM photo_model
      JOIN model ON model.id = model_id WHERE photo_id IN (\(marks)) ORDER BY photo_id, model.id
      """, arguments, db
    ) { row in
      ModelRun(
        source: ResultSource(model: row["name"], vocabulary: row["vocabulary"]),
        task: row.value("task"), isActive: row["is_silent"] == 0)
    }
  }

  /// What a statement says of each photo, in its order.
  private static func byPhoto<Value>(
    _ sql: String, _ arguments: StatementArguments, _ db: Database, _ value: (Row) -> Value
  ) throws -> [Int64: [Value]] {
    let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
    return Dictionary(grouping: rows) { $0["photo_id"] as Int64 }.mapValues { $0.map(value) }
  }
}

/// A model that has analysed a photo.
struct ModelRun {
  let source: ResultSource
  let task: RecognitionTask?
  /// Whether its results count.
  let isActive: Bool
}

extension PhotoRecord {
  /// - Returns: nil for a row that a later version wrote with values unknown here.
  init?(
    row: Row, objects: [DetectedObject], scenes: [SceneScore], modelRuns: [ModelRun],
    labels: [LabelScore]
  ) {
    guard let hash = row.contentHash("sha256"), let format: PictureFormat = row.value("format"),
      let orientation = Orientation(rawValue: row["orientation"])
    else { return nil }
    self.init(
      id: row["id"], sha256: hash,
      path: row.filePath("folder").appending(row.filePath("name")), bytes: row["bytes"],
      format: format, size: PixelSize(width: row["width"], height: row["height"]),
      orientation: orientation, taken: CaptureTime(row: row), position: Position(row: row),
      camera: Camera(make: row["make"], model: row["model"]), warning: row.value("warning"),
      objects: objects, scenes: scenes, isMissing: row["is_missing"], place: Place(row: row),
      sun: Sun(row: row), isFavourite: row["is_favourite"], rating: row["stars"] ?? 0,
      models: modelRuns.map(\.source.model), clockShift: row["clock_shift_ms"],
      orderInstant: row["order_ms"],
      turn: PhotoTurn(rawValue: row["turn"]) ?? .none, colour: row["colour"],
      detector: modelRuns.first { $0.isActive && $0.task == .detection }?.source,
      classifier: modelRuns.first { $0.isActive && $0.task == .classification }?.source,
      labels: labels)
  }
}
