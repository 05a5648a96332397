internal import GRDB
public import Query

/// What a query found.
public struct PhotoHits: Hashable, Sendable {
  /// Row ids of the photos, in chronological order: dated ones by time, sub-second, natural order
  /// of names and hash; then the undated ones, by the time of their files.
  public let ids: [Int64]
  /// Photos that the query may have left out because their time is unknown; 0 where it asks for no
  /// time.
  public let undated: Int
  /// Photos that the query may have left out because their position is unknown; 0 where it asks for
  /// none.
  public let unplaced: Int
}

/// Queries answered by SQLite alone.
extension CatalogDatabase {
  /// The photos for which a query holds.
  ///
  /// - Parameter expression: nil for all photos.
  /// - Throws: ``CatalogError/notYetAvailable(term:)`` and the usual errors of the catalogue.
  public func search(_ expression: ResolvedExpression?) throws -> PhotoHits {
    let sql = try expression.map { try QuerySQL($0) }
    return try read { db in
      sql?.functions.forEach { db.add(function: $0) }
      defer { sql?.functions.forEach { db.remove(function: $0) } }
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT photo.id FROM photo
          JOIN file ON file.id = photo.primary_file_id
          JOIN folder ON folder.id = file.folder_id
          LEFT JOIN camera ON camera.id = photo.camera_id
          WHERE \(sql?.condition ?? "1")
          ORDER BY photo.taken_wall_ms IS NULL, coalesce(photo.taken_wall_ms, photo.file_mtime_ns),
            photo.name_order, photo.sha256
          """, arguments: StatementArguments(sql?.arguments ?? []))
      return PhotoHits(
        ids: ids,
        undated: expression?.asksForTime == true ? try Self.count("taken_wall_ms", db) : 0,
        unplaced: expression?.asksForPosition == true ? try Self.count("latitude", db) : 0)
    }
  }

  /// How many photos lack a value.
  private static func count(_ column: String, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM photo WHERE \(column) IS NULL AND primary_file_id IS NOT NULL
        """) ?? 0
  }
}
