internal import Foundation
internal import GRDB
package import PhotoCore

/// What one folder's listing changed.
package struct FolderChanges: Hashable, Sendable {
  /// The folder's row id, for ``ScanStore/markUnvisitedMissing(under:visited:unreadable:at:)``.
  package var folderID: Int64
  /// Files that were not known before.
  package var new = 0
  /// Files whose size or modification time changed.
  package var changed = 0
  /// Files as they were.
  package var unchanged = 0
  /// Files that were known and are gone.
  package var missing = 0
}

/// What the scan writes: which files are there, which are new, changed, back or gone.
package struct ScanStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Compares one folder's listing with the catalogue, in one transaction.
  ///
  /// New and changed files become pending; a known file that is not listed is marked missing; one
  /// that is back, unchanged, is no longer missing. Nothing else is read or written.
  package func recordFolder(
    _ path: FilePath, listing: [ListedFile], role: FileRole, at milliseconds: Int64
  ) throws -> FolderChanges {
    try write { db in
      let folder = try Self.folderID(of: path, db)
      var known = try Self.knownFiles(inFolder: folder, db)
      var changes = FolderChanges(folderID: folder)
      for file in listing {
        if let row = known.removeValue(forKey: file.name) {
          try self.update(row, with: file, role: role, &changes, db)
        } else {
          try Self.insert(file, folder: folder, role: role, db)
          changes.new += 1
        }
      }
      for row in known.values.sorted(by: { $0.id < $1.id }) where !row.isMissing {
        try self.markMissing(row, at: milliseconds, db)
        changes.missing += 1
      }
      return changes
    }
  }

  /// Marks as missing what lies in folders under `root` that the scan did not come to.
  ///
  /// - Parameter unreadable: folders that could not be listed; nothing is known about what is in
  ///   and under them, so it stays as it is.
  /// - Returns: how many files are newly missing.
  package func markUnvisitedMissing(
    under root: FilePath, visited: Set<Int64>, unreadable: [FilePath], at milliseconds: Int64
  ) throws -> Int {
    try write { db in
      let folders = try Row.fetchAll(db, sql: "SELECT id, path FROM folder ORDER BY id")
      var count = 0
      for folder in folders where !visited.contains(folder["id"]) {
        let path = folder.filePath("path")
        guard path.isInside(root), !unreadable.contains(where: { path.isInside($0) }) else {
          continue
        }
        for row in try Self.knownFiles(inFolder: folder["id"], db).values where !row.isMissing {
          try self.markMissing(row, at: milliseconds, db)
          count += 1
        }
      }
      return count
    }
  }

  /// Marks one file as missing: it was listed, and was gone when it was to be read.
  func markMissing(_ row: KnownFile, at milliseconds: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE file SET missing_since_ms = ? WHERE id = ?", arguments: [milliseconds, row.id])
    if let photo = row.photoID { try database.photos.refresh(photo, db) }
  }

  struct KnownFile {
    let id: Int64
    let stamp: FileStamp?
    let state: String
    let reason: SetAsideReason?
    let photoID: Int64?
    let isMissing: Bool
    let role: FileRole
  }

  static func folderID(of path: FilePath, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO folder (path) VALUES (?) ON CONFLICT (path) DO NOTHING",
      arguments: [path.data])
    return try Int64.fetchOne(
      db, sql: "SELECT id FROM folder WHERE path = ?", arguments: [path.data]) ?? 0
  }

  private static func knownFiles(
    inFolder folder: Int64, _ db: Database
  ) throws -> [FilePath: KnownFile] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, name, bytes, mtime_ns, state, reason, photo_id, missing_since_ms, role
        FROM file WHERE folder_id = ?
        """, arguments: [folder])
    return Dictionary(
      rows.map { ($0.filePath("name"), KnownFile(row: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func insert(
    _ file: ListedFile, folder: Int64, role: FileRole, _ db: Database
  ) throws {
    let facts = FileFacts(file.kind)
    try db.execute(
      sql: """
        INSERT INTO file (folder_id, name, role, bytes, mtime_ns, state, reason, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        folder, file.name.data, role.rawValue, facts.stamp?.bytes,
        facts.stamp?.modifiedNanoseconds, facts.state, facts.reason?.rawValue, facts.detail,
      ])
  }

  private func update(
    _ row: KnownFile, with file: ListedFile, role: FileRole, _ changes: inout FolderChanges,
    _ db: Database
  ) throws {
    let facts = FileFacts(file.kind)
    // A library copy that is also inside an added folder stays what it is; a source that was
    // imported and is now added in place becomes in place.
    if row.role == .importSource, role == .inPlace {
      try db.execute(
        sql: "UPDATE file SET role = ? WHERE id = ?", arguments: [role.rawValue, row.id])
      if let photo = row.photoID { try database.photos.refresh(photo, db) }
    }
    if row.stamp == facts.stamp, facts.stamp != nil, row.reason?.isTransient != true {
      changes.unchanged += 1
      guard row.isMissing else { return }
      try db.execute(
        sql: "UPDATE file SET missing_since_ms = NULL WHERE id = ?", arguments: [row.id])
      if let photo = row.photoID { try database.photos.refresh(photo, db) }
      return
    }
    changes.changed += 1
    try db.execute(
      sql: """
        UPDATE file SET bytes = ?, mtime_ns = ?, state = ?, reason = ?, detail = ?,
          sha256 = NULL, photo_id = NULL, missing_since_ms = NULL
        WHERE id = ?
        """,
      arguments: [
        facts.stamp?.bytes, facts.stamp?.modifiedNanoseconds, facts.state,
        facts.reason?.rawValue, facts.detail, row.id,
      ])
    if let photo = row.photoID { try database.photos.refresh(photo, db) }
  }
}

extension ScanStore.KnownFile {
  init(row: Row) {
    let bytes: Int64? = row["bytes"]
    let modified: Int64? = row["mtime_ns"]
    let missing: Int64? = row["missing_since_ms"]
    self.init(
      id: row["id"],
      stamp: bytes.flatMap { bytes in
        modified.map { FileStamp(bytes: bytes, modifiedNanoseconds: $0) }
      },
      state: row["state"], reason: row.value("reason"), photoID: row["photo_id"],
      isMissing: missing != nil, role: row.value("role") ?? .inPlace)
  }
}

/// The columns of `file` that a listing alone decides.
private struct FileFacts {
  var stamp: FileStamp?
  var state = "pending"
  var reason: SetAsideReason?
  var detail: String?

  init(_ kind: ListedFile.Kind) {
    switch kind {
    case .regular(let stamp):
      self.stamp = stamp
    case .special(let what):
      state = "unsupported"
      detail = what
    case .unreadable(let words):
      state = "set_aside"
      reason = .cannotBeRead
      detail = words
    }
  }
}
