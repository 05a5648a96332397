internal import Foundation
internal import GRDB
package import PhotoCore

/// A token without its secret.
package struct APIToken: Hashable, Sendable {
  /// The catalogue's row id; never used again for another token.
  package let id: Int64
  /// Whose token it is.
  package let userID: Int64
  /// What the user calls it.
  package let name: String
  /// What it is good for; never for more than the user's role.
  package let scope: TokenScope
  /// When it was made, in milliseconds since 1970 UTC.
  package let createdMilliseconds: Int64
  /// When it was last used, in milliseconds since 1970 UTC; nil for never.
  package let lastUsedMilliseconds: Int64?
}

/// What programs sign in with. A token is known by its SHA-256, 32 bytes.
package struct TokenStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Makes a token.
  ///
  /// - Parameters:
  ///   - name: not empty.
  ///   - hash: 32 bytes that no token has.
  /// - Throws: ``AccountError/unknownUser``, and the usual errors of the catalogue.
  package func add(
    _ name: String, scope: TokenScope, hash: [UInt8], of user: Int64, at milliseconds: Int64
  ) throws -> APIToken {
    try write { db in
      guard try AccountStore.user(user, db) != nil else { throw AccountError.unknownUser }
      try db.execute(
        sql: """
          INSERT INTO api_token (user_id, name, scope, token_hash, created_ms)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [user, name, scope.rawValue, Data(hash), milliseconds])
      return APIToken(
        id: db.lastInsertedRowID, userID: user, name: name, scope: scope,
        createdMilliseconds: milliseconds, lastUsedMilliseconds: nil)
    }
  }

  /// The tokens of a user, in the order of their making.
  package func all(of user: Int64) throws -> [APIToken] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM api_token WHERE user_id = ? ORDER BY id", arguments: [user]
      ).map(APIToken.init)
    }
  }

  /// The token of a hash and its user. Writes nothing: see ``noteUse(of:at:)``.
  ///
  /// - Returns: nil for a hash that no token has, and where the user is disabled.
  package func token(
    _ hash: [UInt8], at now: Int64
  ) throws -> (token: APIToken, user: User)? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT api_token.*, \(User.columns) FROM api_token JOIN user ON user.id = user_id
          WHERE token_hash = ? AND NOT user.is_disabled
          """, arguments: [Data(hash)]
      ).map { (APIToken(row: $0), User(row: $0)) }
    }
  }

  /// Records that a token, hence its user, is at work; nothing where there is none.
  package func noteUse(of id: Int64, at milliseconds: Int64) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE api_token SET last_used_ms = ? WHERE id = ?", arguments: [milliseconds, id])
      let user = try Int64.fetchOne(
        db, sql: "SELECT user_id FROM api_token WHERE id = ?", arguments: [id])
      if let user { try AccountStore.noteUse(of: user, at: milliseconds, db) }
    }
  }

  /// Takes a token away.
  ///
  /// - Returns: false where the user has no such token.
  package func delete(_ id: Int64, of user: Int64) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "DELETE FROM api_token WHERE id = ? AND user_id = ?", arguments: [id, user])
      return db.changesCount > 0
    }
  }
}

extension APIToken {
  /// A scope that a later version wrote and that is unknown here counts as the least.
  init(row: Row) {
    self.init(
      id: row["id"], userID: row["user_id"], name: row["name"], scope: row.value("scope") ?? .read,
      createdMilliseconds: row["created_ms"], lastUsedMilliseconds: row["last_used_ms"])
  }
}
