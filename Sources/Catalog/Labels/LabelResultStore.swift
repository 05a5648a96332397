internal import GRDB
internal import PhotoCore

/// What labels say of photos.
package struct LabelResultStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// How many photos the active version has not analysed yet, or analysed with boxes that another
  /// detector has replaced since; 0 for an untrained label.
  package func pendingCount(of label: LabelRecord) throws -> Int {
    guard let version = label.version else { return 0 }
    return try read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM photo WHERE \(Self.isPending(label.subject))",
        arguments: [label.id, version.id]) ?? 0
    }
  }

  /// The photos that the version active one has not analysed yet, by row id.
  ///
  /// - Parameters:
  ///   - after: only photos above this row id; 0 for the first page.
  ///   - limit: at most this many.
  package func pending(
    of label: LabelRecord, after: Int64, limit: Int
  ) throws -> [Int64] {
    guard let version = label.version else { return [] }
    return try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM photo WHERE \(Self.isPending(label.subject)) AND id > ?
          ORDER BY id LIMIT ?
          """, arguments: [label.id, version.id, after, limit])
    }
  }

  /// Keeps what a version says; photos are told to whoever follows the catalogue.
  ///
  /// - Returns: false where the version is not in use any more; nothing is kept then.
  package func store(
    _ results: [LabelResult], of label: Int64, version: Int64
  ) throws -> Bool {
    guard !results.isEmpty else { return true }
    return try write { db in
      let inUse = try Int64.fetchOne(
        db, sql: "SELECT version_id FROM label_in_use WHERE id = ?", arguments: [label])
      guard inUse == version else { return false }
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO label_result (label_id, photo_id, version_id, detector_id, probability,
            x, y, width, height)
          SELECT ?, id, ?, ?, ?, ?, ?, ?, ? FROM photo WHERE id = ?
          ON CONFLICT DO UPDATE SET version_id = excluded.version_id,
            detector_id = excluded.detector_id, probability = excluded.probability,
            x = excluded.x, y = excluded.y, width = excluded.width, height = excluded.height
          """)
      for result in results {
        try statement.execute(arguments: [
          label, version, result.detector, result.probability, result.box?.left, result.box?.top,
          result.box?.width, result.box?.height, result.photo,
        ])
      }
      try Self.tellChange(of: results.map(\.photo), db)
      return true
    }
  }

  /// The photos that a label is least sure of, nearest to its threshold first; those that were
  /// answered are left out.
  package func uncertainPhotos(of label: LabelRecord, limit: Int) throws -> [UncertainPhoto] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT label_result.* FROM label_result JOIN photo ON photo.id = label_result.photo_id
          JOIN file ON file.id = photo.primary_file_id
          WHERE label_result.label_id = ?1 AND probability IS NOT NULL AND file.missing_since_ms IS NULL
            AND NOT EXISTS (SELECT 1 FROM label_example AS example
              WHERE example.label_id = ?1 AND example.photo_id = label_result.photo_id
                AND example.x IS label_result.x AND example.y IS label_result.y
                AND example.width IS label_result.width
                AND example.height IS label_result.height)
          ORDER BY abs(probability - ?2), label_result.photo_id LIMIT ?3
          """, arguments: [label.id, label.threshold, limit]
      ).map { UncertainPhoto(mark: LabelMark(row: $0), probability: $0["probability"]) }
    }
  }

  /// A photo needs a look where it has no result of this version, or where the boxes that count are of
  /// another detector than those that were looked at.
  private static func isPending(_ subject: LabelSubject) -> String {
    let detector =
      subject == .photo ? "" : "AND detector_id IS (\(SubjectBoxes.detectorOfPhoto))"
    return """
      primary_file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM label_result
        WHERE label_id = ? AND photo_id = photo.id AND version_id = ? \(detector))
      """
  }

  private static func tellChange(of photos: [Int64], _ db: Database) throws {
    try db.execute(sql: "UPDATE catalogue_version SET value = value + 1")
    try db.execute(
      sql: """
        UPDATE photo SET version = (SELECT value FROM catalogue_version)
        WHERE id IN (SELECT value FROM json_each(?))
        """, arguments: [BoundIDs(photos).json])
  }
}
