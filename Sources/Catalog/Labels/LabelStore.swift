internal import GRDB
package import PhotoCore
package import Query

/// Personal labels: making, naming and forgetting them.
package struct LabelStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// All labels, by name.
  package func all() throws -> [LabelRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "\(Self.labelSQL) ORDER BY name_key")
        .compactMap { try Self.label($0, db) }
    }
  }

  /// All labels as queries know them, also those that are not trained yet: no photo shows these.
  package func personal() throws -> [PersonalLabel] {
    try read { try Self.personal($0) }
  }

  static func personal(_ db: Database) throws -> [PersonalLabel] {
    try Row.fetchAll(
      db, sql: "SELECT id, name, threshold, version_id FROM label_in_use ORDER BY id"
    ).compactMap { row in
      Name(rawValue: row[1]).map {
        PersonalLabel(
          id: row[0], name: $0, threshold: row[2], hasLearnt: row.hasNull(atIndex: 3) == false)
      }
    }
  }

  /// The label of this name, in any case; nil where there is none.
  package func label(named name: Name) throws -> LabelRecord? {
    try read { db in
      try Row.fetchOne(
        db, sql: "\(Self.labelSQL) WHERE name_key = ?", arguments: [LabelName.key(of: name)]
      ).flatMap { try Self.label($0, db) }
    }
  }

  /// The label of a row id; nil where there is none.
  package func label(_ id: Int64) throws -> LabelRecord? {
    try read { db in
      try Row.fetchOne(db, sql: "\(Self.labelSQL) WHERE id = ?", arguments: [id])
        .flatMap { try Self.label($0, db) }
    }
  }

  /// Makes a label without examples.
  ///
  /// - Throws: ``LabelError/nameTaken(_:)``.
  package func make(
    _ name: LabelName, subject: LabelSubject, at milliseconds: Int64
  ) throws -> LabelRecord {
    let id = try write { db in
      try Self.checkFree(name, except: nil, db)
      try db.execute(
        sql: "INSERT INTO label (name, name_key, subject_class, created_ms) VALUES (?, ?, ?, ?)",
        arguments: [name.description, name.key, subject.className, milliseconds])
      return db.lastInsertedRowID
    }
    guard let made = try label(id) else { throw LabelError.gone }
    return made
  }

  /// Gives a label another name; its examples and versions stay.
  ///
  /// - Throws: ``LabelError/nameTaken(_:)``, ``LabelError/gone``.
  package func rename(_ id: Int64, to name: LabelName) throws {
    try writeWithoutTrace { db in
      try Self.checkFree(name, except: id, db)
      try db.execute(
        sql: "UPDATE label SET name = ?, name_key = ? WHERE id = ?",
        arguments: [name.description, name.key, id])
      guard db.changesCount > 0 else { throw LabelError.gone }
    }
  }

  /// Chooses the probability from which a label counts.
  ///
  /// - Parameter threshold: 0...1; nil for what the version in use proposes.
  /// - Throws: ``LabelError/gone``.
  package func setThreshold(_ threshold: Double?, of id: Int64) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE label SET threshold = ? WHERE id = ?",
        arguments: [threshold.map { min(1, max(0, $0)) }, id])
      guard db.changesCount > 0 else { throw LabelError.gone }
    }
  }

  /// Forgets a label with its examples, versions and results, and overwrites where they were. What
  /// is in the library's folder of the label is the caller's to delete.
  ///
  /// - Returns: false where there was none.
  package func delete(_ id: Int64) throws -> Bool {
    try writeWithoutTrace { db in
      try db.execute(
        sql: """
          DELETE FROM job WHERE kind = 'train_label' AND json_extract(parameters, '$.label') = ?
          """, arguments: [id])
      // Embeddings of boxes serve all labels of the class; the last one takes them with it.
      let subject = try String.fetchOne(
        db, sql: "SELECT subject_class FROM label WHERE id = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM label WHERE id = ?", arguments: [id])
      guard db.changesCount > 0 else { return false }
      let others = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM label WHERE subject_class IS NOT NULL")
      if subject != nil, others == 0 { try db.execute(sql: "DELETE FROM box_embedding") }
      return true
    }
  }

  /// Writes so that what is deleted or replaced is overwritten with zeros, in the file and in its log.
  private func writeWithoutTrace<T>(_ body: (Database) throws -> T) throws -> T {
    let result = try explaining {
      try database.pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        var result: T?
        try db.inTransaction {
          result = try body(db)
          return .commit
        }
        return result
      }
    }
    // A reader at work keeps the log for now; the next checkpoint that empties it does the rest.
    try? explaining {
      try database.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    guard let result else { throw LabelError.gone }
    return result
  }

  private static func checkFree(
    _ name: LabelName, except id: Int64?, _ db: Database
  ) throws {
    let other = try String.fetchOne(
      db, sql: "SELECT name FROM label WHERE name_key = ? AND id IS NOT ?",
      arguments: [name.key, id])
    if let other { throw LabelError.nameTaken(other) }
  }

  /// Photos without a file, of which there are few, are counted apart: asking for the file of each of a
  /// million takes ten times as long, and every answer counts again.
  private static let labelSQL = """
    SELECT label_in_use.*,
      (SELECT count(*) FROM label_example WHERE label_id = label_in_use.id AND answer = 1)
        AS positives,
      (SELECT count(*) FROM label_example WHERE label_id = label_in_use.id AND answer = 0)
        AS negatives,
      (SELECT count(*) FROM label_result
          WHERE label_id = label_in_use.id AND probability >= threshold)
        - (SELECT count(*) FROM label_result
          WHERE label_id = label_in_use.id AND probability >= threshold
            AND photo_id IN (SELECT id FROM photo WHERE primary_file_id IS NULL)) AS photos
    FROM label_in_use
    """

  private static func label(_ row: Row, _ db: Database) throws -> LabelRecord? {
    let version: Int64? = row["version_id"]
    let chosen: Double? = row["chosen_threshold"]
    return LabelRecord(
      id: row["id"], name: row["name"], subject: LabelSubject(className: row["subject_class"]),
      threshold: row["threshold"], isThresholdChosen: chosen != nil,
      version: try version.flatMap { try LabelVersionStore.version($0, db) },
      positives: row["positives"],
      negatives: row["negatives"], photos: row["photos"], createdMilliseconds: row["created_ms"])
  }
}
