internal import Catalog
internal import PhotoCore

/// Who makes a request.
enum Principal: Sendable {
  /// Nobody that is known.
  case nobody
  /// A person with a browser.
  case session(Session, tokenHash: [UInt8])
  /// A program with a token of a person's.
  case token(APIToken, User)

  /// The person, also behind a program; nil for nobody.
  var user: User? {
    switch self {
    case .nobody: nil
    case .session(let session, _): session.user
    case .token(_, let user): user
    }
  }
}

/// What a route asks of whoever calls it.
enum Requirement: String, Sendable, CaseIterable {
  /// Nothing: what is needed to sign in, and pages without content.
  case nothing
  /// That there are no accounts yet.
  case firstVisit
  /// To look at photos: every account.
  case viewing
  /// To mark, upload and correct: editors.
  case editing
  /// To administer: administrators.
  case administering
  /// One's own account, in person: no program may change a password or make tokens.
  case ownAccount
}

/// What becomes of a request.
enum AccessDecision: Hashable, Sendable {
  case allowed
  /// Nobody is known: sign in first.
  case signIn
  /// Known, and not allowed.
  case forbidden
  /// There are no accounts yet: make the first.
  case makeFirstAccount
}

/// The one place that decides who may do what.
enum Authorisation {
  /// - Parameter hasAccounts: whether the library has any account.
  static func verdict(
    _ principal: Principal, _ requirement: Requirement, hasAccounts: Bool
  ) -> AccessDecision {
    switch requirement {
    case .nothing: return .allowed
    case .firstVisit: return hasAccounts ? .forbidden : .allowed
    case .viewing, .editing, .administering, .ownAccount: break
    }
    guard let user = principal.user, !user.isDisabled else {
      return hasAccounts ? .signIn : .makeFirstAccount
    }
    return isAllowed(principal, as: user, requirement: requirement) ? .allowed : .forbidden
  }

  private static func isAllowed(
    _ principal: Principal, as user: User, requirement: Requirement
  ) -> Bool {
    // A token never gives more than its person has, nor more than it was made for.
    let scope: TokenScope =
      if case .token(let token, _) = principal { token.scope } else { .administer }
    switch requirement {
    case .nothing, .viewing: return true
    case .editing: return user.role >= .editor && scope != .read
    case .administering: return user.role >= .administrator && scope == .administer
    case .ownAccount:
      if case .session = principal { return true }
      return false
    case .firstVisit: return false
    }
  }
}
