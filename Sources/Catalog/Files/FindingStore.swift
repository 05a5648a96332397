internal import GRDB
package import PhotoCore

/// A finding on its way into the catalogue.
package struct AnalysedFile: Hashable, Sendable {
  /// The pending file that was analysed.
  package let file: PendingFile
  /// What was found.
  package let finding: Finding

  package init(file: PendingFile, finding: Finding) {
    self.file = file
    self.finding = finding
  }
}

/// What storing a finding came to, for the counts that the user sees.
package enum StoredOutcome: Hashable, Sendable {
  /// A photo that was not known before.
  case indexed
  /// Known bytes at another place.
  case duplicate
  /// Known bytes whose former place is gone.
  case moved
  /// Not a picture that Meridian reads.
  case unsupported
  /// Set aside.
  case setAside(SetAsideReason)
  /// The file was gone, or had changed again since it was listed: the next run sees to it.
  case superseded
}

/// How findings become rows. The only place where a photo is made.
package struct FindingStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Stores a batch in one transaction: after an interruption all of it is there, or nothing.
  ///
  /// Storing the same finding again changes nothing. A finding that the tables refuse sets its file
  /// aside as one that cannot be read, which the next run tries again: one bad finding never ends an
  /// import.
  ///
  /// - Returns: what each came to, in the order given.
  /// - Throws: ``CatalogError`` when the disk is full or the catalogue cannot be written; and where
  ///   a result names a network or class that was not registered (``RegisteredModelStore/register(_:)``). Nothing
  ///   is stored then.
  package func store(_ batch: [AnalysedFile], at milliseconds: Int64) throws -> [StoredOutcome] {
    try write { db in
      try batch.map { analysed in
        switch try self.unlessRefused(db, { try self.store(analysed, at: milliseconds, db) }) {
        case .success(let outcome): return outcome
        case .failure(let error): return try self.setAside(analysed, refusedWith: error, db)
        }
      }
    }
  }

  /// Keeps nothing of the finding, whose values are not to be trusted.
  private func setAside(
    _ analysed: AnalysedFile, refusedWith error: CatalogError, _ db: Database
  ) throws -> StoredOutcome {
    try db.execute(
      sql: """
        UPDATE file SET state = 'set_aside', reason = ?, detail = ?, sha256 = NULL WHERE id = ?
        """,
      arguments: [SetAsideReason.cannotBeRead.rawValue, error.description, analysed.file.id])
    return .setAside(.cannotBeRead)
  }

  private func store(
    _ analysed: AnalysedFile, at milliseconds: Int64, _ db: Database
  ) throws -> StoredOutcome {
    let stillWanted = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM file
          WHERE id = ? AND state = 'pending' AND bytes = ? AND mtime_ns = ?)
        """,
      arguments: [
        analysed.file.id, analysed.file.stamp.bytes, analysed.file.stamp.modifiedNanoseconds,
      ])
    guard stillWanted == true else { return .superseded }
    // Changed between the scan and the analysis: neither of the two describes the file.
    if let bytes = analysed.finding.bytes, bytes != analysed.file.stamp.bytes {
      try finish(analysed, state: "set_aside", reason: .changedWhileReading, detail: nil, db)
      return .setAside(.changedWhileReading)
    }
    switch analysed.finding.outcome {
    case .unsupported(let kind):
      try finish(analysed, state: "unsupported", reason: nil, detail: kind, db)
      return .unsupported
    case .setAside(let reason, let detail):
      try finish(analysed, state: "set_aside", reason: reason, detail: detail, db)
      return .setAside(reason)
    case .gone:
      try db.execute(
        sql: "UPDATE file SET missing_since_ms = ? WHERE id = ?",
        arguments: [milliseconds, analysed.file.id])
      return .superseded
    case .photo, .identified:
      return try storePhoto(analysed, at: milliseconds, db)
    case .recognised: return .superseded
    }
  }

  private func finish(
    _ analysed: AnalysedFile, state: String, reason: SetAsideReason?, detail: String?,
    _ db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE file SET state = ?, reason = ?, detail = ?, sha256 = ? WHERE id = ?",
      arguments: [
        state, reason?.rawValue, detail, analysed.finding.sha256?.data, analysed.file.id,
      ])
  }

  private func storePhoto(
    _ analysed: AnalysedFile, at milliseconds: Int64, _ db: Database
  ) throws -> StoredOutcome {
    guard let hash = analysed.finding.sha256 else { return .superseded }
    if let photo = try PhotoStore.id(of: hash, db) {
      let moved = try takePlaceOfMissing(photo: photo, file: analysed.file, db)
      if !moved { try attach(analysed.file.id, to: photo, db) }
      try addColour(of: analysed.finding, to: photo, db)
      try database.photos.refresh(photo, db)
      return moved ? .moved : .duplicate
    }
    guard case .photo(let found) = analysed.finding.outcome else { return .superseded }
    let photo = try database.photos.insert(hash, bytes: analysed.file.stamp.bytes, found, db)
    if let recognition = found.recognition {
      try database.recognition.insert(recognition, photo: photo, at: milliseconds, db)
    }
    try attach(analysed.file.id, to: photo, db)
    try database.photos.refresh(photo, db)
    return .indexed
  }

  /// Photos that were stored before colours were measured get theirs when their bytes turn up again.
  private func addColour(of finding: Finding, to photo: Int64, _ db: Database) throws {
    guard case .photo(let found) = finding.outcome, let colour = found.colour else { return }
    try db.execute(
      sql: "UPDATE photo SET colour = ? WHERE id = ? AND colour IS NULL",
      arguments: [colour, photo])
  }

  private func attach(_ file: Int64, to photo: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE file SET state = 'photo', photo_id = ?, reason = NULL, detail = NULL, sha256 = NULL
        WHERE id = ?
        """, arguments: [photo, file])
  }

  /// A file that is gone while its bytes turn up elsewhere has moved: its row takes the new place,
  /// so that it keeps its standing among the copies, and nothing is listed as missing.
  private func takePlaceOfMissing(
    photo: Int64, file: PendingFile, _ db: Database
  ) throws -> Bool {
    let missing = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM file WHERE photo_id = ? AND missing_since_ms IS NOT NULL
          AND role = (SELECT role FROM file WHERE id = ?)
        ORDER BY id LIMIT 1
        """, arguments: [photo, file.id])
    guard let missing else { return false }
    guard
      let place = try Row.fetchOne(
        db, sql: "SELECT folder_id, name FROM file WHERE id = ?", arguments: [file.id])
    else { return false }
    try db.execute(sql: "DELETE FROM file WHERE id = ?", arguments: [file.id])
    try db.execute(
      sql: """
        UPDATE file SET folder_id = ?, name = ?, bytes = ?, mtime_ns = ?, missing_since_ms = NULL
        WHERE id = ?
        """,
      arguments: [
        place["folder_id"], place["name"], file.stamp.bytes, file.stamp.modifiedNanoseconds,
        missing,
      ])
    return true
  }
}
