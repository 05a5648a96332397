internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import PhotoCore

/// Signing in and out, and the first visit.
enum SessionRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/session", .nothing,
      RouteDocument(
        "Who is signed in", answer: Visitor.shape), asyncHandler: show),
    Route(
      .post, "/api/v1/session", .nothing,
      RouteDocument(
        "Sign in; the answer sets a cookie",
        body: Credentials.self, answer: .member("user", User.shape)
      ).settingCookie, asyncHandler: signIn),
    Route(
      .delete, "/api/v1/session", .nothing, RouteDocument("Sign out").settingCookie,
      handler: signOut),
    Route(
      .post, "/api/v1/setup", .firstVisit,
      RouteDocument(
        "Create the first administrator with the code from the terminal",
        body: FirstAccount.self, answer: .member("user", User.shape)
      ).settingCookie, asyncHandler: setUp),
  ]

  private struct Credentials: Decodable {
    let name: String
    let password: String
  }

  private struct FirstAccount: Decodable {
    let code: String
    let name: String
    let password: String
  }

  /// Whoever asks, with what a page has to know.
  private struct Visitor {
    let user: User?
    let isFirstVisit: Bool
    let version: String
    let forgeryToken: String

    static let shape = Shape<Visitor>.object([
      .field("user", .optional(User.shape)) { $0.user },
      .field("first_visit", .boolean) { $0.isFirstVisit },
      .field("version", .string) { $0.version }, .field("csrf", .string) { $0.forgeryToken },
    ])
  }

  @Sendable private static func show(_ call: WebCall) async throws -> Visitor {
    let isFirst = try await !call.app.hasAccounts()
    return Visitor(
      user: call.principal.user, isFirstVisit: isFirst, version: call.app.version,
      forgeryToken: call.app.forgeryToken(call.principal))
  }

  @Sendable private static func signIn(
    _ call: WebCall, _ given: Credentials
  ) async throws -> WithCookie<User> {
    let user = try await call.app.signIn.user(
      name: given.name, password: given.password, address: call.address)
    return try await open(user, call)
  }

  @Sendable private static func signOut(_ call: WebCall) throws -> WithCookie<Void> {
    if case .session(_, let hash) = call.principal {
      let catalogue = call.app.catalogue
      try catalogue.sessions.close(hash)
    }
    return WithCookie(answer: (), cookie: call.app.cookie("", for: call.request, maxAge: 0))
  }

  @Sendable private static func setUp(
    _ call: WebCall, _ given: FirstAccount
  ) async throws -> WithCookie<User> {
    let user = try await call.app.signIn.firstAdministrator(
      code: given.code, name: given.name, password: given.password, address: call.address)
    return try await open(user, call)
  }

  /// Always a new secret: one that somebody planted before is worth nothing.
  private static func open(_ user: User, _ call: WebCall) async throws -> WithCookie<User> {
    let app = call.app
    let agent = call.request.headers[.userAgent] ?? ""
    if case .session(_, let old) = call.principal {
      try await call.run { try app.catalogue.sessions.close(old) }
    }
    let secret = try await call.run { try app.sessions.open(user.id, agent: agent) }
    return WithCookie(answer: user, cookie: app.cookie(secret.text, for: call.request))
  }
}

extension User {
  /// Whoever is signed in.
  static let shape = Shape<User>.object(fields).named("User")

  /// What everybody may know of an account.
  static let fields: [ShapeField<User>] = [
    .field("id", .integer) { $0.id }, .field("name", .string) { $0.name },
    .field("role", .word) { $0.role },
  ]
}
