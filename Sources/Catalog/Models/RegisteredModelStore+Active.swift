internal import GRDB
package import PhotoCore

/// Which of several networks' results count.
extension RegisteredModelStore {
  /// The network that was chosen for a task: its results count on every photo that it has looked at; on
  /// others count those of the network that looked last.
  ///
  /// - Returns: the id of its record; nil where none was chosen. Then the first that made results counts
  ///   as chosen.
  package func active(for task: RecognitionTask) throws -> String? {
    try read { try SettingStore.setting(.activeModel(task), $0) }
  }

  /// Chooses the network whose results count, or (nil) takes the choice back. One that has looked at no
  /// photo yet can be chosen, too.
  ///
  /// Photos for which another model's results now count are changed, too.
  package func setActive(_ id: String?, for task: RecognitionTask) throws {
    try write { db in
      guard try SettingStore.setting(.activeModel(task), db) != id else { return }
      try SettingStore.set(.activeModel(task), to: id, db)
      try db.execute(
        sql: "CREATE TEMP TABLE resettled AS \(ActiveModelSQL.standing(photo: nil))")
      defer { try? db.execute(sql: "DROP TABLE temp.resettled") }
      // At once for all of them: the trigger would count the catalogue up for each.
      try db.execute(
        sql: """
          UPDATE photo_model SET is_silent = settled.is_silent FROM temp.resettled AS settled
          WHERE photo_model.photo_id = settled.photo_id
            AND photo_model.model_id = settled.model_id;
          UPDATE catalogue_version SET value = value + 1;
          UPDATE photo SET version = (SELECT value FROM catalogue_version)
          WHERE id IN (SELECT photo_id FROM temp.resettled);
          """)
    }
  }

  /// From which confidence each network's results count by its own record, by the record's id.
  package func thresholds() throws -> [String: Double] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, threshold FROM model")
      return Dictionary(
        rows.map { ($0["name"], $0["threshold"]) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// How much each network of the catalogue has looked at, in the order of their first use.
  package func usage() throws -> [ModelUse] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT name, task, ifnull(photos, 0) AS photos, ifnull(thorough, 0) AS thorough
          FROM model LEFT JOIN (
            SELECT model_id, count(*) AS photos, sum(is_thorough) AS thorough FROM photo_model
            GROUP BY model_id) ON model_id = model.id
          ORDER BY model.id
          """)
      return rows.compactMap { row in
        row.value("task").map { task in
          ModelUse(
            model: row["name"], task: task, photos: row["photos"], thorough: row["thorough"])
        }
      }
    }
  }
}

/// How much a network has looked at.
package struct ModelUse: Hashable, Sendable {
  /// The id of its record.
  package let model: String
  /// What it does.
  package let task: RecognitionTask
  /// Photos that it has looked at, also those where it found nothing.
  package let photos: Int
  /// Those of them that it also looked at in tiles.
  package let thorough: Int

  package init(model: String, task: RecognitionTask, photos: Int, thorough: Int) {
    self.model = model
    self.task = task
    self.photos = photos
    self.thorough = thorough
  }
}
