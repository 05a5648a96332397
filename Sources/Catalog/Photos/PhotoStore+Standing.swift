internal import GRDB
package import PhotoCore

/// Which photos are known, and how they are to be shown.
extension PhotoStore {
  /// Turns a photo as it is shown; its file stays as it is.
  ///
  /// - Parameter turn: from the upright picture, not from how it is turned now.
  /// - Returns: false where the photo was turned so already, or is not known.
  package func setTurn(_ turn: PhotoTurn, of photo: Int64) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE photo SET turn = ?1 WHERE id = ?2 AND turn <> ?1",
        arguments: [turn.rawValue, photo])
      return db.changesCount > 0
    }
  }

  /// The row id of the photo with these bytes; nil where there is none.
  package func id(of hash: ContentHash) throws -> Int64? {
    try read { try Self.id(of: hash, $0) }
  }

  /// The row ids of the photos among `hashes` that are known.
  package func known(_ hashes: [ContentHash]) throws -> [ContentHash: Int64] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT id FROM photo WHERE sha256 = ?")
      var known: [ContentHash: Int64] = [:]
      for hash in hashes {
        known[hash] = try Int64.fetchOne(statement, arguments: [hash.data])
      }
      return known
    }
  }

  static func id(of hash: ContentHash, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT id FROM photo WHERE sha256 = ?", arguments: [hash.data])
  }

  /// Whether a photo of exactly this size in bytes is known: then a hash may save a decode.
  package func containsOne(ofSize bytes: Int64) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM photo WHERE bytes = ?)", arguments: [bytes])
        ?? false
    }
  }

  /// Whether these bytes are a photo of the catalogue.
  package func contains(_ hash: ContentHash) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM photo WHERE sha256 = ?)", arguments: [hash.data])
        ?? false
    }
  }
}
