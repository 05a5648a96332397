internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON
internal import PhotoCore

/// Signing in and out, and the first visit.
enum SessionRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/session", .nothing,
      RouteDocument(
        "Who is signed in",
        answer: .object([
          ("user", .optional(.named("User"))), ("first_visit", .boolean), ("version", .string),
          ("csrf", .string),
        ])), handler: show),
    Route(
      .post, "/api/v1/session", .nothing,
      RouteDocument(
        "Sign in; the answer sets a cookie",
        body: .object([("name", .string), ("password", .string)]),
        answer: .object([("user", .named("User"))])), handler: signIn),
    Route(
      .delete, "/api/v1/session", .nothing, RouteDocument("Sign out", status: 204), handler: signOut
    ),
    Route(
      .post, "/api/v1/setup", .firstVisit,
      RouteDocument(
        "Create the first administrator with the code from the terminal",
        body: .object([("code", .string), ("name", .string), ("password", .string)]),
        answer: .object([("user", .named("User"))])), handler: setUp),
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

  @Sendable private static func show(_ call: WebCall) async throws -> Response {
    let isFirst = try await !call.app.hasAccounts()
    return .json(
      JSONText.object([
        ("user", call.principal.user.map(json) ?? .null), ("first_visit", .bool(isFirst)),
        ("version", .text(call.app.version)),
        ("csrf", .text(call.app.forgeryToken(call.principal))),
      ]).line)
  }

  @Sendable private static func signIn(_ call: WebCall) async throws -> Response {
    let given = try await call.json(Credentials.self)
    let user = try await call.app.signIn.user(
      name: given.name, password: given.password, address: call.address)
    return try await open(user, call)
  }

  @Sendable private static func signOut(_ call: WebCall) async throws -> Response {
    if case .session(_, let hash) = call.principal {
      let catalogue = call.app.catalogue
      try await call.run { try catalogue.sessions.close(hash) }
    }
    var response = Response.done
    response.setCookie(call.app.cookie("", for: call.request, maxAge: 0))
    return response
  }

  @Sendable private static func setUp(_ call: WebCall) async throws -> Response {
    let given = try await call.json(FirstAccount.self)
    let user = try await call.app.signIn.firstAdministrator(
      code: given.code, name: given.name, password: given.password, address: call.address)
    return try await open(user, call)
  }

  /// Always a new secret: one that somebody planted before is worth nothing.
  private static func open(_ user: User, _ call: WebCall) async throws -> Response {
    let (app, agent) = (call.app, call.request.headers[.userAgent] ?? "")
    if case .session(_, let old) = call.principal {
      try await call.run { try app.catalogue.sessions.close(old) }
    }
    let secret = try await call.run { try app.sessions.open(user.id, agent: agent) }
    var response = Response.json(JSONText.object([("user", json(user))]).line)
    response.setCookie(app.cookie(secret.text, for: call.request))
    return response
  }

  static func json(_ user: User) -> JSONText {
    .object([
      ("id", .integer(user.id)), ("name", .text(user.name)), ("role", .text(user.role.rawValue)),
    ])
  }
}
