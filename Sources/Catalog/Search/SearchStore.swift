internal import GRDB
internal import PhotoCore
package import Query

/// What a query found.
package struct PhotoHits: Hashable, Sendable {
  /// Row ids of the photos, in chronological order: dated ones by the instant, natural order of
  /// names and hash; then the undated ones, by the time of their files.
  package let ids: [Int64]
  /// Photos that the query may have left out because their time is unknown; 0 where it asks for no
  /// time.
  package let undated: Int
  /// Photos that the query may have left out because their position is unknown; 0 where it asks for
  /// none.
  package let unplaced: Int
}

/// Queries answered by SQLite alone.
package struct SearchStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// The photos for which a query holds.
  ///
  /// - Parameters:
  ///   - expression: nil for all photos.
  ///   - order: the order of the result.
  /// - Throws: ``CatalogError/notYetAvailable(term:)`` and the usual errors of the catalogue.
  package func hits(
    _ expression: ResolvedExpression?, order: ResultOrder = .oldestFirst
  ) throws -> PhotoHits {
    let sql = try expression.map { try QuerySQL($0) } ?? QuerySQL()
    let hits = try read { db in
      sql.register(in: db)
      defer { sql.remove(from: db) }
      let ids = try Int64.fetchAll(
        db, sql: "SELECT photo.id \(sql.source) ORDER BY \(Self.ordering(order))",
        arguments: StatementArguments(sql.arguments))
      return PhotoHits(
        ids: ids,
        undated: expression?.asksForTime == true ? try Self.count("taken_wall_ms", db) : 0,
        unplaced: expression?.asksForPosition == true ? try Self.count("latitude", db) : 0)
    }
    guard order == .surestFirst, let expression else { return hits }
    return PhotoHits(
      ids: try surestFirst(hits.ids, expression), undated: hits.undated, unplaced: hits.unplaced)
  }

  /// The dated by instant, then the undated by the time of their files; equals by name and hash.
  static let chronological =
    "photo.order_ms IS NULL, coalesce(photo.order_ms, photo.file_mtime_ns), photo.name_order, "
    + "photo.sha256"

  private static func ordering(_ order: ResultOrder) -> String {
    switch order {
    case .oldestFirst, .surestFirst: return chronological
    case .newestFirst:
      return "photo.order_ms IS NULL, coalesce(photo.order_ms, photo.file_mtime_ns) DESC, "
        + "photo.name_order DESC, photo.sha256 DESC"
    case .nearestFirst(let centre):
      // Numbers, not texts: nothing of a query's text is in them.
      let distance =
        "great_circle_metres(photo.latitude, photo.longitude, \(centre.latitude), "
        + "\(centre.longitude))"
      return "photo.latitude IS NULL, \(distance), \(chronological)"
    }
  }

  /// By what is known of each photo: SQL has no words for it.
  private func surestFirst(
    _ ids: [Int64], _ expression: ResolvedExpression
  ) throws -> [Int64] {
    var ranked: [(sureness: Double, number: Int, id: Int64)] = []
    let pages = database.photos.pages(ids)
    for photo in pages {
      ranked.append((try ResultConfidence.of(expression, photo), ranked.count, photo.id))
    }
    try pages.finish()
    return ranked.sorted { ($1.sureness, $0.number) < ($0.sureness, $1.number) }.map(\.id)
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
