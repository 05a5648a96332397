internal import Foundation
internal import GRDB
internal import PhotoCore

/// Which networks made the results, and what their classes are called.
package struct RegisteredModelStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Remembers networks and their classes; what is known already is brought up to date.
  package func register(_ models: [RegisteredModel]) throws {
    try write { db in
      for model in models {
        try Self.upsert(model, db)
        for labelClass in model.labels.classes {
          try Self.upsert(labelClass, vocabulary: model.labels.vocabulary, db)
        }
      }
    }
  }

  /// The networks that made results, with the classes of their vocabularies in no special order.
  package func all() throws -> [RegisteredModel] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM model ORDER BY id").compactMap { row in
        guard let task: RecognitionTask = row.value("task") else { return nil }
        let vocabulary: String = row["vocabulary"]
        return RegisteredModel(
          name: row["name"],
          labels: LabelSet(
            vocabulary: vocabulary, task: task, classes: try Self.classes(of: vocabulary, db)),
          threshold: row["threshold"], recordJSON: row["record"])
      }
    }
  }

  /// The names of the classes that detectors find boxes of, by name: what labels can be about.
  package func boxClasses() throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT label_class.name FROM label_class
          JOIN model ON model.vocabulary = label_class.vocabulary AND task = 'detection'
          ORDER BY label_class.name
          """)
    }
  }

  private static func upsert(_ model: RegisteredModel, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO model (name, task, vocabulary, threshold, record) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET task = excluded.task, vocabulary = excluded.vocabulary,
          threshold = excluded.threshold, record = excluded.record
        """,
      arguments: [
        model.name, model.labels.task.rawValue, model.labels.vocabulary, model.threshold,
        model.recordJSON,
      ])
  }

  private static func upsert(
    _ labelClass: LabelClass, vocabulary: String, _ db: Database
  ) throws {
    let synonyms = String(decoding: try JSONEncoder().encode(labelClass.synonyms), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO label_class (vocabulary, name, synonyms) VALUES (?, ?, ?)
        ON CONFLICT (vocabulary, name) DO UPDATE SET synonyms = excluded.synonyms
        """, arguments: [vocabulary, labelClass.name, synonyms])
  }

  private static func classes(of vocabulary: String, _ db: Database) throws -> [LabelClass] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, synonyms FROM label_class WHERE vocabulary = ? ORDER BY id",
      arguments: [vocabulary])
    return try rows.map { row in
      let synonyms: String = row["synonyms"]
      return LabelClass(
        name: row["name"],
        synonyms: try JSONDecoder().decode([String].self, from: Data(synonyms.utf8)))
    }
  }
}
