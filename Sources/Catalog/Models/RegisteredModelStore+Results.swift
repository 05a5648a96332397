internal import GRDB
package import PhotoCore

/// What one network saw on a photo.
package struct ModelResults: Hashable, Sendable {
  /// The id of its record.
  package let model: String
  /// What it does.
  package let task: RecognitionTask
  /// The vocabulary of its classes, such as `coco`.
  package let vocabulary: String
  /// The confidence from which its results count by its own record, 0...1.
  package let threshold: Double
  /// Boxes above its storage floor, surest first; empty for a classifier.
  package let objects: [DetectedObject]
  /// The best scenes, surest first; empty for a detector.
  package let scenes: [SceneScore]
  /// Whether it also looked at tiles of the photo.
  package let isThorough: Bool
  /// When it looked, in milliseconds since 1970 UTC; 0 for a time before that was kept.
  package let analysedMilliseconds: Int64
  /// Whether its results count in searches.
  package let isActive: Bool
}

extension RegisteredModelStore {
  /// What every network that has looked at a photo saw on it, in the order of the networks' first use.
  ///
  /// - Returns: empty for a photo at which none has looked, and for an id that is not known.
  package func results(ofPhoto id: Int64) throws -> [ModelResults] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT model.*, is_thorough, is_silent, analysed_ms FROM photo_model
          JOIN model ON model.id = model_id WHERE photo_id = ? ORDER BY model.id
          """, arguments: [id])
      return try rows.compactMap { row in
        guard let task: RecognitionTask = row.value("task") else { return nil }
        return ModelResults(
          model: row["name"], task: task, vocabulary: row["vocabulary"],
          threshold: row["threshold"], objects: try Self.objects(id, of: row["id"], db),
          scenes: try Self.scenes(id, of: row["id"], db), isThorough: row["is_thorough"],
          analysedMilliseconds: row["analysed_ms"], isActive: row["is_silent"] == 0)
      }
    }
  }

  private static func objects(
    _ photo: Int64, of model: Int64, _ db: Database
  ) throws -> [DetectedObject] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT object.*, label_class.name FROM object JOIN label_class ON label_class.id = class_id
        WHERE photo_id = ? AND model_id = ? ORDER BY rank
        """, arguments: [photo, model])
    return rows.map { DetectedObject(row: $0) }
  }

  private static func scenes(
    _ photo: Int64, of model: Int64, _ db: Database
  ) throws -> [SceneScore] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT scene.*, label_class.name FROM scene JOIN label_class ON label_class.id = class_id
        WHERE photo_id = ? AND model_id = ? ORDER BY rank
        """, arguments: [photo, model])
    return rows.map { SceneScore(row: $0) }
  }
}

extension DetectedObject {
  /// A row of `object` with the `name` of its class.
  init(row: Row) {
    self.init(
      className: row["name"], confidence: row["confidence"],
      box: UnitBox(left: row["x"], top: row["y"], width: row["width"], height: row["height"]))
  }
}

extension SceneScore {
  /// A row of `scene` with the `name` of its class.
  init(row: Row) {
    self.init(className: row["name"], probability: row["probability"])
  }
}
