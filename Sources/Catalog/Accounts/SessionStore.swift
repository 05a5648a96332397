internal import Foundation
internal import GRDB
internal import PhotoCore

/// A sign-in that holds.
package struct Session: Hashable, Sendable {
  /// The number of the sign-in; it stays when the token is replaced.
  package let id: Int64
  /// Who is signed in.
  package let user: User
  /// When the user signed in, in milliseconds since 1970 UTC.
  package let createdMilliseconds: Int64
  /// When the session was last used, in milliseconds since 1970 UTC.
  package let lastSeenMilliseconds: Int64
  /// When the token ends, in milliseconds since 1970 UTC.
  package let expiresMilliseconds: Int64
  /// What the browser called itself.
  package let agent: String
  /// Whether another token has taken the place of this one, which holds a little longer for
  /// requests that were under way.
  package let isReplaced: Bool
}

/// Who is signed in. A session is known by the SHA-256 of its token, 32 bytes.
package struct SessionStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - tokenHash: 32 bytes that no session has had.
  ///   - agent: what the browser calls itself; for the user to recognise it by.
  ///   - milliseconds: now, in milliseconds since 1970 UTC.
  ///   - expires: when the session ends of itself, in milliseconds since 1970 UTC.
  /// - Throws: ``AccountError/unknownUser``, and the usual errors of the catalogue.
  package func open(
    _ tokenHash: [UInt8], of user: Int64, agent: String, at milliseconds: Int64, expires: Int64
  ) throws {
    try write { db in
      guard try AccountStore.user(user, db) != nil else { throw AccountError.unknownUser }
      try db.execute(
        sql: """
          INSERT INTO session (token_hash, id, user_id, created_ms, last_seen_ms, expires_ms, agent)
          VALUES (?1, (SELECT coalesce(max(id), 0) + 1 FROM session), ?2, ?3, ?3, ?4, ?5)
          """, arguments: [Data(tokenHash), user, milliseconds, expires, agent])
      try AccountStore.noteUse(of: user, at: milliseconds, db)
    }
  }

  /// The session of a token.
  ///
  /// - Returns: nil for a token that is unknown or has expired, and where its user is disabled.
  package func session(_ tokenHash: [UInt8], at now: Int64) throws -> Session? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT session.*, \(User.columns) FROM session JOIN user ON user.id = user_id
          WHERE token_hash = ? AND expires_ms > ? AND NOT user.is_disabled
          """, arguments: [Data(tokenHash), now]
      ).map(Session.init)
    }
  }

  /// Records that a session, hence its user, is at work; nothing where there is none.
  package func noteUse(of tokenHash: [UInt8], at milliseconds: Int64) throws {
    try write { db in
      let token = Data(tokenHash)
      try db.execute(
        sql: "UPDATE session SET last_seen_ms = ? WHERE token_hash = ?",
        arguments: [milliseconds, token])
      let user = try Int64.fetchOne(
        db, sql: "SELECT user_id FROM session WHERE token_hash = ?", arguments: [token])
      if let user { try AccountStore.noteUse(of: user, at: milliseconds, db) }
    }
  }

  /// Gives a session a new token, so that one that leaked is soon worth nothing.
  ///
  /// The new token has the user, the beginning, the end and the agent of the old one, which holds for
  /// the time of grace still: requests that are under way bear it. Nothing where there is no old one.
  package func replace(
    _ old: [UInt8], by new: [UInt8], at milliseconds: Int64, graceMilliseconds: Int64
  ) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO session (token_hash, id, user_id, created_ms, last_seen_ms, expires_ms, agent)
          SELECT ?, id, user_id, created_ms, ?, expires_ms, agent FROM session WHERE token_hash = ?
          """, arguments: [Data(new), milliseconds, Data(old)])
      try db.execute(
        sql: """
          UPDATE session SET is_replaced = 1, expires_ms = min(expires_ms, ?) WHERE token_hash = ?
          """, arguments: [milliseconds + graceMilliseconds, Data(old)])
    }
  }

  /// Ends a session with all its tokens; nothing where there is none.
  package func close(_ tokenHash: [UInt8]) throws {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM session WHERE id = (SELECT id FROM session WHERE token_hash = ?)
          """, arguments: [Data(tokenHash)])
    }
  }

  /// Ends the sessions of a user.
  ///
  /// - Parameter tokenHash: that of a session that goes on; nil to end all.
  /// - Returns: how many ended.
  package func closeAll(of user: Int64, except tokenHash: [UInt8]?) throws -> Int {
    try write { try Self.end(of: user, except: tokenHash, $0) }
  }

  /// The sessions of a user that have not expired, each with its present token, last used first.
  package func all(
    of user: Int64, at now: Int64
  ) throws -> [(session: Session, tokenHash: [UInt8])] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT session.*, \(User.columns) FROM session JOIN user ON user.id = user_id
          WHERE user_id = ? AND expires_ms > ? AND NOT is_replaced
          ORDER BY session.last_seen_ms DESC, session.id
          """, arguments: [user, now])
      return rows.map { row in
        let token: Data = row["token_hash"]
        return (Session(row: row), Array(token))
      }
    }
  }

  /// Forgets tokens that have expired.
  package func removeExpired(at now: Int64) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM session WHERE expires_ms <= ?", arguments: [now])
    }
  }

  /// - Returns: how many sign-ins ended.
  static func end(
    of user: Int64, except tokenHash: [UInt8]?, _ db: Database
  ) throws -> Int {
    let kept = "(SELECT id FROM session WHERE token_hash = ?2)"
    let condition = "user_id = ?1 AND id IS NOT \(kept)"
    let arguments: StatementArguments = [user, tokenHash.map { Data($0) }]
    let count = try Int.fetchOne(
      db, sql: "SELECT count(DISTINCT id) FROM session WHERE \(condition)", arguments: arguments)
    try db.execute(sql: "DELETE FROM session WHERE \(condition)", arguments: arguments)
    return count ?? 0
  }
}

extension Session {
  init(row: Row) {
    self.init(
      id: row["id"], user: User(row: row), createdMilliseconds: row["created_ms"],
      lastSeenMilliseconds: row["last_seen_ms"], expiresMilliseconds: row["expires_ms"],
      agent: row["agent"], isReplaced: row["is_replaced"])
  }
}
