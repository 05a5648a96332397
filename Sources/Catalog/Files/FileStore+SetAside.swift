internal import GRDB
package import PhotoCore

/// A file that was set aside.
package struct SetAsideFile: Hashable, Sendable {
  /// The catalogue's row id.
  package let id: Int64
  /// Where it is.
  package let path: FilePath
  /// Why.
  package let reason: SetAsideReason
  /// The decoder's own words, for experts; nil where there are none.
  package let detail: String?
  /// Size in bytes; nil where it could not even be looked at.
  package let bytes: Int64?
}

/// What was set aside, for the user to look at and to try again.
extension FileStore {
  /// A part of the set-aside files that are there, by folder and name in byte order.
  ///
  /// - Parameter reason: only these; nil for all.
  package func setAside(
    reason: SetAsideReason?, offset: Int, limit: Int
  ) throws -> [SetAsideFile] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT file.id, folder.path AS folder, file.name, file.reason, file.detail, file.bytes
          FROM file JOIN folder ON folder.id = file.folder_id
          WHERE file.state = 'set_aside' AND file.missing_since_ms IS NULL
            AND (?1 IS NULL OR file.reason = ?1)
          ORDER BY folder.path, file.name LIMIT ?2 OFFSET ?3
          """, arguments: [reason?.rawValue, max(0, limit), max(0, offset)]
      ).compactMap { row in
        row.value("reason").map { reason in
          SetAsideFile(
            id: row["id"], path: row.filePath("folder").appending(row.filePath("name")),
            reason: reason, detail: row["detail"], bytes: row["bytes"])
        }
      }
    }
  }

  /// Makes some set-aside files pending again.
  ///
  /// - Parameter ids: row ids; those of other files are passed over.
  /// - Returns: how many.
  package func retrySetAside(ids: [Int64]) throws -> Int {
    try write { db in
      // Files that could not even be looked at have no size; the next scan sees to them.
      try db.execute(
        sql: """
          UPDATE file SET state = 'pending', reason = NULL, detail = NULL, sha256 = NULL
          WHERE state = 'set_aside' AND bytes IS NOT NULL
            AND id IN (SELECT value FROM json_each(?))
          """, arguments: [BoundIDs(ids).json])
      return db.changesCount
    }
  }
}
