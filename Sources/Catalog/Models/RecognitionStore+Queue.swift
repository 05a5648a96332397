internal import Foundation
internal import GRDB
package import PhotoCore

/// Which photos a model should analyse.
package struct RecognitionRequest: Hashable, Sendable {
  /// The id of the network's record.
  package let model: String
  /// Whether a look without tiles is not enough.
  package let isThorough: Bool
  /// Results from before this moment, in milliseconds since 1970 UTC, are not enough either; nil where
  /// they are.
  package let olderThan: Int64?

  package init(model: String, isThorough: Bool = false, olderThan: Int64? = nil) {
    self.model = model
    self.isThorough = isThorough
    self.olderThan = olderThan
  }
}

/// A photo to be looked at, and where its file should be.
package struct PhotoToRecognise: Hashable, Sendable {
  /// The catalogue's row id.
  package let id: Int64
  /// The identity, by which the file is checked.
  package let sha256: ContentHash
  /// The first place where the file is or was.
  package let path: FilePath
  /// Whether no file of the photo was there at the last look.
  package let isMissing: Bool

  package init(id: Int64, sha256: ContentHash, path: FilePath, isMissing: Bool) {
    self.id = id
    self.sha256 = sha256
    self.path = path
    self.isMissing = isMissing
  }
}

/// What is still to be looked at again.
extension RecognitionStore {
  /// The photos that lack what is requested, by row id.
  ///
  /// - Parameter candidates: the only photos that come into question; nil for all.
  package func photos(lacking request: RecognitionRequest, among candidates: [Int64]?) throws
    -> [Int64]
  {
    let among =
      candidates == nil ? "" : "AND photo.id IN (SELECT value FROM json_each(?4))"
    var arguments: [(any DatabaseValueConvertible)?] = [
      request.model, request.isThorough, request.olderThan ?? 0,
    ]
    if let candidates { arguments.append(BoundIDs(candidates).json) }
    return try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT photo.id FROM photo WHERE primary_file_id IS NOT NULL \(among) AND NOT EXISTS (
            SELECT 1 FROM photo_model WHERE photo_id = photo.id
              AND model_id = (SELECT id FROM model WHERE name = ?1)
              AND is_thorough >= ?2 AND analysed_ms >= ?3)
          ORDER BY photo.id
          """, arguments: StatementArguments(arguments))
    }
  }

  /// Where the files of some photos are, in the order of `ids`; an id that is not known is left out.
  package func places(of ids: [Int64]) throws -> [PhotoToRecognise] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT photo.id, photo.sha256, folder.path AS folder, file.name,
            file.missing_since_ms IS NOT NULL AS is_missing
          FROM json_each(?) AS wanted JOIN photo ON photo.id = wanted.value
          JOIN file ON file.id = photo.primary_file_id JOIN folder ON folder.id = file.folder_id
          ORDER BY wanted.key
          """, arguments: [BoundIDs(ids).json])
      return rows.compactMap { row in
        row.contentHash("sha256").map { hash in
          PhotoToRecognise(
            id: row["id"], sha256: hash,
            path: row.filePath("folder").appending(row.filePath("name")),
            isMissing: row["is_missing"])
        }
      }
    }
  }
}
