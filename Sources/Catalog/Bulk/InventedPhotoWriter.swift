internal import Foundation
internal import GRDB
package import PhotoCore

/// The bulk door: fills an empty catalogue with invented photos, for measuring.
///
/// An import stores some hundred photos a second; a million would take a day. This writes rows without
/// indexes, triggers and foreign keys, and makes those again at the end. What the triggers would have kept
/// up, it writes itself. So it is for catalogues that hold nothing yet and can be thrown away: never for a
/// library of somebody's, and it refuses one.
package struct InventedPhotoWriter {
  /// The catalogue holds photos already.
  package struct NotEmpty: Error, Hashable, CustomStringConvertible {
    /// Its file.
    package let path: String

    package init(path: String) {
      self.path = path
    }

    /// What is wrong, and what to do.
    package var description: String {
      "\(path) holds photos already. Name a new file for invented ones."
    }
  }

  private let catalogue: CatalogDatabase
  private let detector: RegisteredModel
  private let classifier: RegisteredModel
  private let cameras: [Camera]

  /// - Parameters:
  ///   - detector: what found ``InventedPhoto/objects``.
  ///   - classifier: what found ``InventedPhoto/scenes``.
  ///   - cameras: the cameras, to which photos refer by number.
  package init(
    catalogue: CatalogDatabase, detector: RegisteredModel, classifier: RegisteredModel,
    cameras: [Camera]
  ) {
    self.catalogue = catalogue
    self.detector = detector
    self.classifier = classifier
    self.cameras = cameras
  }

  /// Writes `count` photos in one transaction.
  ///
  /// - Parameter next: gives the photos, one after the other.
  /// - Throws: ``NotEmpty`` where there are photos already, else the usual errors of the catalogue; nothing
  ///   is written then.
  package func write(_ count: Int, next: () -> InventedPhoto) throws {
    let photos = try catalogue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM photo") }
    guard photos == 0 else { throw NotEmpty(path: catalogue.path) }
    try catalogue.models.register([detector, classifier])
    try catalogue.explaining {
      try DatabaseQueue(path: catalogue.path).writeWithoutTransaction { db in
        try db.execute(
          sql: "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000")
        try db.inTransaction {
          let later = try dropIndexesAndTriggers(db)
          try fill(count, next, db)
          for sql in later { try db.execute(sql: sql) }
          return .commit
        }
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE")
      }
    }
    try catalogue.photos.settleOrder()
  }

  /// - Returns: the statements that make them again.
  private func dropIndexesAndTriggers(_ db: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql > ''")
    for row in rows {
      let type: String = row["type"]
      let name: String = row["name"]
      try db.execute(sql: "DROP \(type) \(name)")
    }
    return rows.map { $0["sql"] }
  }

  private func fill(_ count: Int, _ next: () -> InventedPhoto, _ db: Database) throws {
    for (index, camera) in cameras.enumerated() {
      try db.execute(
        sql: "INSERT INTO camera VALUES (?, ?, ?)",
        arguments: [index + 1, camera.make, camera.model])
    }
    var rows = try InventedRows(
      db, objectClasses: classIDs(of: detector, db), sceneClasses: classIDs(of: classifier, db))
    for _ in 0..<count { try rows.insert(next()) }
    try db.execute(sql: "UPDATE catalogue_version SET value = 1; UPDATE photo SET version = 1")
    try db.execute(
      sql: """
        INSERT INTO favourite SELECT id, 0 FROM photo WHERE id % 97 = 0;
        INSERT INTO rating SELECT id, 1 + id % 5, 0 FROM photo WHERE id % 31 = 0;
        INSERT INTO photo_model (photo_id, model_id, analysed_ms)
          SELECT photo.id, model.id, 0 FROM photo CROSS JOIN model;
        """)
  }

  /// Rows of the model's classes, in the model's order.
  private func classIDs(of model: RegisteredModel, _ db: Database) throws -> [Int64] {
    try model.labels.classes.map { labelClass in
      try Int64.fetchOne(
        db, sql: "SELECT id FROM label_class WHERE vocabulary = ? AND name = ?",
        arguments: [model.labels.vocabulary, labelClass.name]) ?? 0
    }
  }
}
