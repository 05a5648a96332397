internal import GRDB
package import PhotoCore

/// A photo that was found on a card and has no copy in the library or in an added folder yet.
package struct PhotoToCopy: Hashable, Sendable {
  /// The photo's row id.
  package let photoID: Int64
  /// The row id of the file to copy from: the order of copying, hence of names that collide.
  package let fileID: Int64
  /// The identity that the copy must have.
  package let sha256: ContentHash
  /// Where to copy from.
  package let source: FilePath
  /// When it was taken; nil where unknown.
  package let taken: CaptureTime?
}

/// What `meridian import` still has to copy.
extension FileStore {
  /// Up to `limit` photos whose only present files are import sources, those with a file id above
  /// `id`, in the order of the scan.
  package func toCopy(after id: Int64, limit: Int) throws -> [PhotoToCopy] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT photo.*, folder.path AS folder, file.name FROM photo
          JOIN file ON file.id = photo.primary_file_id
          JOIN folder ON folder.id = file.folder_id
          WHERE file.id > ? AND file.role = 'import_source' AND file.missing_since_ms IS NULL
          ORDER BY file.id LIMIT ?
          """, arguments: [id, limit])
      return rows.compactMap { row in
        row.contentHash("sha256").map { hash in
          PhotoToCopy(
            photoID: row["id"], fileID: row["primary_file_id"], sha256: hash,
            source: row.filePath("folder").appending(row.filePath("name")),
            taken: CaptureTime(row: row))
        }
      }
    }
  }

  /// Records a finished copy, which becomes the photo's first place.
  package func addCopy(of photo: Int64, at path: FilePath, stamp: FileStamp) throws {
    try write { db in
      let folder = try ScanStore.folderID(of: path.parent, db)
      try db.execute(
        sql: """
          INSERT INTO file (folder_id, name, role, bytes, mtime_ns, state, photo_id)
          VALUES (?, ?, 'library_copy', ?, ?, 'photo', ?)
          ON CONFLICT (folder_id, name) DO UPDATE SET role = excluded.role,
            bytes = excluded.bytes, mtime_ns = excluded.mtime_ns, state = 'photo', reason = NULL,
            detail = NULL, photo_id = excluded.photo_id, missing_since_ms = NULL
          """,
        arguments: [
          folder, path.name.data, stamp.bytes, stamp.modifiedNanoseconds, photo,
        ])
      try database.photos.refresh(photo, db)
    }
  }

  /// Makes an import source pending again: it was not what it was when it was analysed.
  package func reexamine(_ photo: Int64) throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE file SET state = 'pending', photo_id = NULL
          WHERE photo_id = ? AND role = 'import_source'
          """, arguments: [photo])
      try database.photos.refresh(photo, db)
    }
  }
}
