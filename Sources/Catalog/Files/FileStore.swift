internal import GRDB
package import PhotoCore

/// A file from which a photo's bytes can be read.
package struct OriginalFile: Hashable, Sendable {
  /// Where it is.
  package let path: FilePath
  /// What the catalogue knows of it: where the file differs, it has changed since.
  package let stamp: FileStamp
  /// What kind of picture.
  package let format: PictureFormat
  /// Size in bytes.
  package let bytes: Int64
}

/// Single files, and those of one photo.
package struct FileStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// The files of a photo, those that are there first; empty for an id that is not known.
  package func of(photo id: Int64) throws -> [(path: FilePath, state: FileState)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT folder.path AS folder, file.name, \(Self.derivedState) AS derived_state
          FROM file JOIN folder ON folder.id = file.folder_id
          JOIN photo ON photo.id = file.photo_id
          WHERE file.photo_id = ?
          ORDER BY file.missing_since_ms IS NOT NULL, file.id <> photo.primary_file_id, file.id
          """, arguments: [id]
      ).map { row in
        (
          row.filePath("folder").appending(row.filePath("name")),
          row.value("derived_state") ?? .pending
        )
      }
    }
  }

  /// A file of the photo that was there when it was last looked at, the first place where possible.
  ///
  /// - Returns: nil where all are missing, and for an id that is not known.
  package func original(of photo: Int64) throws -> OriginalFile? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT folder.path AS folder, file.name, file.bytes, file.mtime_ns, photo.format
          FROM file JOIN folder ON folder.id = file.folder_id
          JOIN photo ON photo.id = file.photo_id
          WHERE file.photo_id = ? AND file.missing_since_ms IS NULL
            AND file.bytes IS NOT NULL AND file.mtime_ns IS NOT NULL
          ORDER BY file.id <> photo.primary_file_id, file.id LIMIT 1
          """, arguments: [photo])
      guard let row, let format: PictureFormat = row.value("format") else { return nil }
      let bytes: Int64 = row["bytes"]
      return OriginalFile(
        path: row.filePath("folder").appending(row.filePath("name")),
        stamp: FileStamp(bytes: bytes, modifiedNanoseconds: row["mtime_ns"]), format: format,
        bytes: bytes)
    }
  }

  /// What became of the file at a path; nil for a path that no scan came to.
  ///
  /// `reason` is nil unless the file was set aside, `photoID` unless it is a photo's.
  package func file(
    at path: FilePath
  ) throws -> (id: Int64, state: FileState, reason: SetAsideReason?, photoID: Int64?)? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT file.id, \(Self.derivedState) AS derived_state, file.reason, file.photo_id
          FROM file JOIN folder ON folder.id = file.folder_id
          LEFT JOIN photo ON photo.id = file.photo_id
          WHERE folder.path = ? AND file.name = ?
          """, arguments: [path.parent.data, path.name.data]
      ).map { row in
        (row["id"], row.value("derived_state") ?? .pending, row.value("reason"), row["photo_id"])
      }
    }
  }

  /// Forgets an import source that has served: its photo has another file that is there, or it is
  /// nothing that Meridian reads. The file itself is the caller's to delete, afterwards.
  ///
  /// - Returns: false where it may not be forgotten, and for a path that is not known.
  package func forget(at path: FilePath) throws -> Bool {
    try write { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT file.id, file.photo_id FROM file JOIN folder ON folder.id = file.folder_id
          WHERE folder.path = ? AND file.name = ? AND file.role = 'import_source'
            AND (file.state = 'unsupported' OR EXISTS (
              SELECT 1 FROM file AS other WHERE other.photo_id = file.photo_id
                AND other.id <> file.id AND other.missing_since_ms IS NULL))
          """, arguments: [path.parent.data, path.name.data])
      guard let row else { return false }
      let photo: Int64? = row["photo_id"]
      try db.execute(sql: "DELETE FROM file WHERE id = ?", arguments: [row["id"] as Int64])
      if let photo { try database.photos.refresh(photo, db) }
      return true
    }
  }
}
