internal import GRDB
package import PhotoCore

/// A file that is still to be analysed.
package struct PendingFile: Hashable, Sendable {
  /// The catalogue's row id; ids grow in the order of the scan.
  package let id: Int64
  /// Where the file is.
  package let path: FilePath
  /// What the scan saw; the finding is refused if the file has changed since.
  package let stamp: FileStamp

  package init(id: Int64, path: FilePath, stamp: FileStamp) {
    self.id = id
    self.path = path
    self.stamp = stamp
  }
}

/// What is still to be done.
extension FileStore {
  /// Up to `limit` pending files with ids above `id`, in the order of the scan.
  package func pending(after id: Int64, limit: Int) throws -> [PendingFile] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT file.id, folder.path AS folder, file.name, file.bytes, file.mtime_ns
          FROM file JOIN folder ON folder.id = file.folder_id
          WHERE file.state = 'pending' AND file.id > ? AND file.missing_since_ms IS NULL
          ORDER BY file.id LIMIT ?
          """, arguments: [id, limit])
      return rows.map { row in
        PendingFile(
          id: row["id"], path: row.filePath("folder").appending(row.filePath("name")),
          stamp: FileStamp(
            bytes: row["bytes"] ?? 0, modifiedNanoseconds: row["mtime_ns"] ?? 0))
      }
    }
  }

  /// How many files are pending.
  package func pendingCount() throws -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM file WHERE state = 'pending' AND missing_since_ms IS NULL") ?? 0
    }
  }

  /// Makes set-aside files pending again.
  ///
  /// - Parameter reasons: only these; nil for all.
  /// - Returns: how many.
  package func retrySetAside(reasons: [SetAsideReason]?) throws -> Int {
    let wanted = (reasons ?? SetAsideReason.allCases).map(\.rawValue)
    return try write { db in
      let marks = databaseQuestionMarks(count: wanted.count)
      // Files that could not even be looked at have no size; the next scan sees to them.
      try db.execute(
        sql: """
          UPDATE file SET state = 'pending', reason = NULL, detail = NULL, sha256 = NULL
          WHERE state = 'set_aside' AND bytes IS NOT NULL AND reason IN (\(marks))
          """, arguments: StatementArguments(wanted))
      return db.changesCount
    }
  }
}
