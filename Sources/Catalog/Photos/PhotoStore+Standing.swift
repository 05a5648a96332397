internal import Foundation
internal import GRDB
package import PhotoCore

/// Which photos are known, and how they are to be shown.
extension CatalogDatabase {
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
  package func photoID(of hash: ContentHash) throws -> Int64? {
    try read { try Self.photoID(of: hash, $0) }
  }

  /// The row ids of the photos among `hashes` that are known.
  package func knownPhotos(_ hashes: [ContentHash]) throws -> [ContentHash: Int64] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT id FROM photo WHERE sha256 = ?")
      var known: [ContentHash: Int64] = [:]
      for hash in hashes {
        known[hash] = try Int64.fetchOne(statement, arguments: [hash.data])
      }
      return known
    }
  }
}

/// Row ids as one bound value, so that a statement has one text for any number of them.
///
/// `IN (SELECT value FROM json_each(?))`, or joined where `key` is to give the order.
struct BoundIDs {
  let json: String

  init(_ ids: some Sequence<Int64>) {
    json = "[" + ids.map(String.init).joined(separator: ",") + "]"
  }
}
