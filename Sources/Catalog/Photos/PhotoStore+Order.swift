internal import Derivation
internal import GRDB

/// Where photos without a UTC offset stand among those with one.
extension PhotoStore {
  /// Gives each photo whose UTC offset is unknown its place in the order; see `OrderSettling`.
  ///
  /// Runs at the end of an import and of a correction; costs one pass over the photos' times, and
  /// nothing where no photo has changed since the last. A run that was killed before leaves it to the
  /// next one.
  package func settleOrder() throws {
    try write { db in
      let settled = try SettingStore.setting(.settledVersion, db)
      guard settled != String(try CatalogDatabase.version(db)) else { return }
      var settling = OrderSettling()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, taken_wall_ms, utc_offset_minutes, order_ms FROM photo
          WHERE taken_wall_ms IS NOT NULL ORDER BY taken_wall_ms, id
          """)
      while let row = try rows.next() {
        settling.add(id: row[0], wall: row[1], offset: row[2], order: row[3])
      }
      for (id, order) in settling.changes() {
        try db.cachedStatement(sql: "UPDATE photo SET order_ms = ? WHERE id = ?")
          .execute(arguments: [order, id])
      }
      try SettingStore.set(.settledVersion, to: String(try CatalogDatabase.version(db)), db)
    }
  }
}
