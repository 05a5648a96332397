internal import GRDB
package import PhotoCore

/// Someone who may sign in.
package struct User: Hashable, Sendable {
  /// The catalogue's row id; never used again for another user.
  package let id: Int64
  /// The name as it was given; upper and lower case of A to Z are the same.
  package let name: String
  /// What the user may do.
  package let role: UserRole
  /// Whether the user may not sign in at present.
  package let isDisabled: Bool
  /// When the account was made, in milliseconds since 1970 UTC.
  package let createdMilliseconds: Int64
  /// When the user was last at work, in milliseconds since 1970 UTC; nil for never.
  package let lastSeenMilliseconds: Int64?
}

/// What accounts refuse. Nothing is written when one is thrown.
package enum AccountError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another user has the name.
  case nameTaken(String)
  /// Nobody would be left who may manage users.
  case lastAdministrator
  /// There is no such user.
  case unknownUser

  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .nameTaken(let name): "A user called \(name) already exists. Choose another name."
    case .lastAdministrator:
      "This is the only administrator who can sign in. Make another user an administrator first."
    case .unknownUser: "This user no longer exists. Reload the page."
    }
  }
}

extension User {
  /// The columns that ``init(row:)`` reads, under names that no other table's columns have.
  static let columns = """
    user.id AS account_id, user.name AS account_name, user.role AS account_role,
    user.is_disabled AS account_is_disabled, user.created_ms AS account_created_ms,
    user.last_seen_ms AS account_last_seen_ms
    """

  /// A role that a later version wrote and that is unknown here counts as the least.
  init(row: Row) {
    self.init(
      id: row["account_id"], name: row["account_name"], role: row.value("account_role") ?? .viewer,
      isDisabled: row["account_is_disabled"], createdMilliseconds: row["account_created_ms"],
      lastSeenMilliseconds: row["account_last_seen_ms"])
  }
}
