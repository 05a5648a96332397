internal import GRDB
package import PhotoCore

/// Accounts. Passwords come and go as hashes that only the caller understands.
package struct AccountStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Whether anybody may sign in at all: false until the first visit.
  package func hasUsers() throws -> Bool {
    try read { try Self.hasUsers($0) }
  }

  /// All users, by name.
  package func all() throws -> [User] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(User.columns) FROM user ORDER BY name").map(User.init)
    }
  }

  /// - Returns: nil for an id that no user has.
  package func user(_ id: Int64) throws -> User? {
    try read { try Self.user(id, $0) }
  }

  /// What is needed to check a sign-in: the user of a name in any case; nil where there is none.
  ///
  /// Disabled users are found, too: it is for the caller to refuse them.
  package func credentials(of name: String) throws -> (user: User, passwordHash: String)? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT \(User.columns), password_hash FROM user WHERE name = ?",
        arguments: [name]
      ).map { (User(row: $0), $0["password_hash"]) }
    }
  }

  /// - Returns: nil for an id that no user has.
  package func passwordHash(of user: Int64) throws -> String? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT password_hash FROM user WHERE id = ?", arguments: [user])
    }
  }

  /// Makes an account.
  ///
  /// - Parameter name: not blank.
  /// - Throws: ``AccountError/nameTaken(_:)``, and the usual errors of the catalogue.
  package func add(
    _ name: String, role: UserRole, passwordHash: String, at milliseconds: Int64
  ) throws -> User {
    try write { db in
      try Self.insertUser(
        name, role: role, passwordHash: passwordHash, at: milliseconds, db)
    }
  }

  /// Makes the account of the first visit.
  ///
  /// - Returns: nil where any user exists: of two first visitors one only becomes administrator.
  package func addFirstAdministrator(
    _ name: String, passwordHash: String, at milliseconds: Int64
  ) throws -> User? {
    try write { db in
      guard try !Self.hasUsers(db) else { return nil }
      return try Self.insertUser(
        name, role: .administrator, passwordHash: passwordHash, at: milliseconds, db)
    }
  }

  /// Changes a password, and ends the user's sessions, which may be those of whoever knew the old one.
  ///
  /// - Parameter session: the token hash of a session that goes on; nil to end all.
  /// - Throws: ``AccountError/unknownUser``, and the usual errors of the catalogue.
  package func setPassword(
    _ hash: String, of user: Int64, keeping session: [UInt8]?
  ) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE user SET password_hash = ? WHERE id = ?", arguments: [hash, user])
      guard db.changesCount > 0 else { throw AccountError.unknownUser }
      _ = try SessionStore.end(of: user, except: session, db)
    }
  }

  /// Changes what a user may do. The user's sessions end where the role changes and where the user is
  /// disabled.
  ///
  /// - Parameters:
  ///   - role: nil to leave it.
  ///   - isDisabled: nil to leave it.
  /// - Returns: the user as it is now.
  /// - Throws: ``AccountError/lastAdministrator`` where no administrator would be left who may sign
  ///   in, ``AccountError/unknownUser``, and the usual errors of the catalogue.
  package func update(_ id: Int64, role: UserRole?, isDisabled: Bool?) throws -> User {
    try write { db in
      guard let user = try Self.user(id, db) else { throw AccountError.unknownUser }
      let role = role ?? user.role
      let isDisabled = isDisabled ?? user.isDisabled
      if role != .administrator || isDisabled { try Self.requireAdministrator(besides: user, db) }
      try db.execute(
        sql: "UPDATE user SET role = ?, is_disabled = ? WHERE id = ?",
        arguments: [role.rawValue, isDisabled, id])
      if role != user.role || isDisabled { _ = try SessionStore.end(of: id, except: nil, db) }
      return try Self.user(id, db) ?? user
    }
  }

  /// Deletes an account with its sessions and API tokens.
  ///
  /// - Throws: ``AccountError/lastAdministrator``, ``AccountError/unknownUser``, and the usual errors
  ///   of the catalogue.
  package func delete(_ id: Int64) throws {
    try write { db in
      guard let user = try Self.user(id, db) else { throw AccountError.unknownUser }
      try Self.requireAdministrator(besides: user, db)
      try db.execute(sql: "DELETE FROM user WHERE id = ?", arguments: [id])
    }
  }

  private static func hasUsers(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM user)") ?? false
  }

  static func user(_ id: Int64, _ db: Database) throws -> User? {
    try Row.fetchOne(
      db, sql: "SELECT \(User.columns) FROM user WHERE id = ?", arguments: [id]
    ).map(User.init)
  }

  static func noteUse(of user: Int64, at milliseconds: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE user SET last_seen_ms = ? WHERE id = ?", arguments: [milliseconds, user])
  }

  private static func insertUser(
    _ name: String, role: UserRole, passwordHash hash: String, at milliseconds: Int64,
    _ db: Database
  ) throws -> User {
    try db.execute(
      sql: """
        INSERT INTO user (name, role, password_hash, created_ms) VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO NOTHING
        """, arguments: [name, role.rawValue, hash, milliseconds])
    guard db.changesCount > 0, let user = try user(db.lastInsertedRowID, db) else {
      throw AccountError.nameTaken(name)
    }
    return user
  }

  /// Whoever locks the last administrator out could never be let in again.
  private static func requireAdministrator(besides user: User, _ db: Database) throws {
    guard user.role == .administrator, !user.isDisabled else { return }
    let isAnother = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM user WHERE role = ? AND is_disabled = 0 AND id <> ?)
        """, arguments: [UserRole.administrator.rawValue, user.id])
    guard isAnother == true else { throw AccountError.lastAdministrator }
  }
}
