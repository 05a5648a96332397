internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import PhotoCore

/// One's own account: password, sessions, tokens for programs.
enum AccountRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/account", .ownAccount,
      RouteDocument(
        "The account, its sessions and tokens", answer: OwnAccount.shape),
      handler: show),
    Route(
      .put, "/api/v1/account/password", .ownAccount,
      RouteDocument(
        "Change the password; ends all other sessions",
        body: PasswordChange.self
      ).settingCookie, asyncHandler: changePassword),
    Route(
      .delete, "/api/v1/account/sessions", .ownAccount,
      RouteDocument("End all other sessions", answer: .member("ended", .integer)),
      handler: endOthers),
    Route(
      .post, "/api/v1/account/tokens", .ownAccount,
      RouteDocument(
        "Create a token for a program; it is shown only in this answer",
        body: NewToken.self, answer: MadeToken.shape), handler: addToken),
    Route(
      .delete, "/api/v1/account/tokens/{id}", .ownAccount,
      RouteDocument("Revoke a token"), handler: removeToken),
  ]

  /// Whoever is here in person; ``Requirement/ownAccount`` has made sure.
  private static func session(_ call: WebCall) throws -> (Session, [UInt8]) {
    guard case .session(let session, let hash) = call.principal else {
      throw RequestProblem(.forbidden, "Sign in with a browser to do this.")
    }
    return (session, hash)
  }

  /// What the page of one's account shows.
  private struct OwnAccount {
    let user: User
    /// Those that have not expired, each with whether it is the one that asks.
    let sessions: [(session: Session, isCurrent: Bool)]
    let tokens: [APIToken]

    static let shape = Shape<OwnAccount>.object([
      .field("user", User.shape) { $0.user },
      .field("sessions", .list(session)) { $0.sessions },
      .field("tokens", .list(token)) { $0.tokens },
    ])

    private static let session = Shape<(session: Session, isCurrent: Bool)>.object([
      .field("id", .integer) { $0.session.id },
      .field("created_ms", .integer) { $0.session.createdMilliseconds },
      .field("last_seen_ms", .integer) { $0.session.lastSeenMilliseconds },
      .field("current", .boolean) { $0.isCurrent },
      .field("agent", .string) { $0.session.agent },
    ])

    private static let token = Shape<APIToken>.object([
      .field("id", .integer) { $0.id }, .field("name", .string) { $0.name },
      .field("scope", .word) { $0.scope },
      .field("created_ms", .integer) { $0.createdMilliseconds },
      .field("last_used_ms", .optional(.integer)) { $0.lastUsedMilliseconds },
    ])
  }

  @Sendable private static func show(_ call: WebCall) throws -> OwnAccount {
    let (session, hash) = try Self.session(call)
    let catalogue = call.app.catalogue
    let now = call.app.now()
    let sessions = try catalogue.sessions.all(of: session.user.id, at: now)
    let tokens = try catalogue.tokens.all(of: session.user.id)
    return OwnAccount(
      user: session.user, sessions: sessions.map { ($0.session, $0.tokenHash == hash) },
      tokens: tokens)
  }

  private struct PasswordChange: Decodable {
    let current: String
    let new: String
  }

  @Sendable private static func changePassword(
    _ call: WebCall, _ change: PasswordChange
  ) async throws -> WithCookie<Void> {
    let (session, hash) = try Self.session(call)
    do {
      _ = try await call.app.signIn.user(
        name: session.user.name, password: change.current, address: call.address)
    } catch let problem as RequestProblem where problem.status == .unauthorized {
      throw RequestProblem(.unprocessableContent, "The current password is wrong.")
    }
    let new = try await call.app.signIn.hash(change.new, for: session.user.name)
    let app = call.app
    let secret = try await call.run {
      try app.catalogue.accounts.setPassword(new, of: session.user.id, keeping: hash)
      return try app.sessions.rotate(hash)
    }
    return WithCookie(answer: (), cookie: app.cookie(secret.text, for: call.request))
  }

  @Sendable private static func endOthers(_ call: WebCall) throws -> Int {
    let (session, hash) = try Self.session(call)
    let catalogue = call.app.catalogue
    return try catalogue.sessions.closeAll(of: session.user.id, except: hash)
  }

  private struct NewToken: Decodable {
    let name: String
    let scope: TokenScope
  }

  /// A token with its secret.
  private struct MadeToken {
    let text: String
    let token: APIToken

    static let shape = Shape<MadeToken>.object([
      .field("token", .string) { $0.text }, .field("id", .integer) { $0.token.id },
      .field("name", .string) { $0.token.name }, .field("scope", .word) { $0.token.scope },
    ])
  }

  @Sendable private static func addToken(_ call: WebCall, _ wanted: NewToken) throws -> MadeToken {
    let (session, _) = try Self.session(call)
    guard (1...100).contains(wanted.name.count) else {
      throw RequestProblem(.unprocessableContent, "Give the token a name of 1 to 100 characters.")
    }
    let catalogue = call.app.catalogue
    let now = call.app.now()
    let text = "mrd_" + SecureRandom.text()
    let token = try catalogue.tokens.add(
      wanted.name, scope: wanted.scope, hash: SessionKeeper.hash(text), of: session.user.id,
      at: now)
    return MadeToken(text: text, token: token)
  }

  @Sendable private static func removeToken(_ call: WebCall) throws {
    let (session, _) = try Self.session(call)
    let catalogue = call.app.catalogue
    let id = try call.id()
    guard try catalogue.tokens.delete(id, of: session.user.id) else {
      throw RequestProblem(.notFound, "Token not found.")
    }
  }
}
