internal import GRDB
package import PhotoCore

/// What was learnt for a label, training after training.
package struct LabelVersionStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Keeps what a training made, and puts one of its versions to use.
  ///
  /// - Parameters:
  ///   - versions: one for each learner that learnt; not empty.
  ///   - best: the learner whose version answers from now on; nil to leave the one that does.
  /// - Returns: the versions, in the order given.
  /// - Throws: ``LabelError/gone`` where the label was deleted meanwhile.
  package func add(
    _ versions: [NewLabelVersion], using best: LabelLearner?, to label: Int64,
    at milliseconds: Int64
  ) throws -> [LabelVersion] {
    try write { db in
      guard try Self.exists(label: label, db) else { throw LabelError.gone }
      let number = try Self.nextNumber(label, db)
      var stored: [LabelVersion] = []
      for version in versions {
        let id = try Self.insert(version, of: label, number: number, at: milliseconds, db)
        if version.learner == best { try Self.use(id, of: label, at: milliseconds, db) }
        if let version = try Self.version(id, db) { stored.append(version) }
      }
      return stored
    }
  }

  /// The number that a label's next training will have.
  package func nextNumber(of label: Int64) throws -> Int {
    try read { try Self.nextNumber(label, $0) }
  }

  /// A label's versions, newest training first.
  package func all(of label: Int64) throws -> [LabelVersion] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM label_version WHERE label_id = ? ORDER BY number DESC, learner",
        arguments: [label]
      ).compactMap(LabelVersion.init(row:))
    }
  }

  /// Lets a version answer from now on.
  ///
  /// - Parameter learner: nil for the learner that was in use, or the only one of the training.
  /// - Throws: ``LabelError/noVersion(_:_:)``.
  package func use(
    _ number: Int, of learner: LabelLearner?, for label: Int64, at milliseconds: Int64
  ) throws -> LabelVersion {
    try write { db in
      let id = try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM label_version WHERE label_id = ?1 AND number = ?2
            AND (?3 IS NULL OR learner = ?3)
          ORDER BY EXISTS (SELECT 1 FROM label_use WHERE version_id = label_version.id) DESC, id
          LIMIT 1
          """, arguments: [label, number, learner?.rawValue])
      guard let id, let version = try Self.version(id, db) else {
        throw LabelError.noVersion(number, learner)
      }
      try Self.use(id, of: label, at: milliseconds, db)
      return version
    }
  }

  /// Lets the version answer that answered before the present one.
  ///
  /// - Returns: that version; nil where there was none, and nothing changes.
  package func undoUse(of label: Int64) throws -> LabelVersion? {
    try write { db in
      guard let before = try Self.previous(label, db) else { return nil }
      try db.execute(
        sql: "DELETE FROM label_use WHERE id = (SELECT max(id) FROM label_use WHERE label_id = ?)",
        arguments: [label])
      return before
    }
  }

  /// The version that ``undoUse(of:)`` would let answer; nil where there is none.
  package func previous(of label: Int64) throws -> LabelVersion? {
    try read { try Self.previous(label, $0) }
  }

  private static func previous(_ label: Int64, _ db: Database) throws -> LabelVersion? {
    try Int64.fetchOne(
      db,
      sql: "SELECT version_id FROM label_use WHERE label_id = ? ORDER BY id DESC LIMIT 1 OFFSET 1",
      arguments: [label]
    ).flatMap { try version($0, db) }
  }

  static func version(_ id: Int64, _ db: Database) throws -> LabelVersion? {
    try Row.fetchOne(db, sql: "SELECT * FROM label_version WHERE id = ?", arguments: [id])
      .flatMap(LabelVersion.init(row:))
  }

  static func exists(label: Int64, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM label WHERE id = ?)", arguments: [label]) ?? false
  }

  private static func nextNumber(_ label: Int64, _ db: Database) throws -> Int {
    let last = try Int.fetchOne(
      db, sql: "SELECT max(number) FROM label_version WHERE label_id = ?", arguments: [label])
    return (last ?? 0) + 1
  }

  private static func use(
    _ version: Int64, of label: Int64, at milliseconds: Int64, _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO label_use (label_id, version_id, used_ms) VALUES (?, ?, ?)",
      arguments: [label, version, milliseconds])
  }

  private static func insert(
    _ version: NewLabelVersion, of label: Int64, number: Int, at milliseconds: Int64,
    _ db: Database
  ) throws -> Int64 {
    var (parameters, model, folder): (String?, String?, String?)
    switch version.weights {
    case .linear(let json, let embeddingModel): (parameters, model) = (json, embeddingModel)
    case .network(let name): folder = name
    }
    try db.execute(
      sql: """
        INSERT INTO label_version (label_id, number, learner, seed, positives, negatives, threshold,
          embedding_model, parameters, folder, metrics, created_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        label, number, version.learner.rawValue, version.seed, version.examples.positives,
        version.examples.negatives, version.threshold, model, parameters, folder,
        version.metricsJSON, milliseconds,
      ])
    return db.lastInsertedRowID
  }
}

extension LabelVersion {
  /// - Returns: nil for a row that a later version wrote with values unknown here.
  init?(row: Row) {
    guard let learner: LabelLearner = row.value("learner") else { return nil }
    let weights: LabelWeights
    if let json: String = row["parameters"], let model: String = row["embedding_model"] {
      weights = .linear(json: json, embeddingModel: model)
    } else if let folder: String = row["folder"] {
      weights = .network(folder: folder)
    } else {
      return nil
    }
    self.init(
      id: row["id"], number: row["number"], learner: learner, seed: row["seed"],
      positives: row["positives"], negatives: row["negatives"], threshold: row["threshold"],
      weights: weights, metricsJSON: row["metrics"], createdMilliseconds: row["created_ms"])
  }
}
