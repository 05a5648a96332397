/// What a user may do. The raw values are part of the contract.
package enum UserRole: String, Sendable, Codable, CaseIterable, Comparable {
  /// Looks at everything, changes nothing.
  case viewer
  /// Also marks, corrects and adds photos.
  case editor
  /// Also manages users, folders and the installation.
  case administrator

  private var rank: Int {
    switch self {
    case .viewer: 0
    case .editor: 1
    case .administrator: 2
    }
  }

  /// Who may less comes first.
  package static func < (left: UserRole, right: UserRole) -> Bool { left.rank < right.rank }
}

/// What a program may do with an API token; never more than its user's role. The raw values are part
/// of the contract.
package enum TokenScope: String, Sendable, Codable, CaseIterable {
  /// What a ``UserRole/viewer`` may.
  case read
  /// What an ``UserRole/editor`` may.
  case edit
  /// What an ``UserRole/administrator`` may.
  case administer
}
