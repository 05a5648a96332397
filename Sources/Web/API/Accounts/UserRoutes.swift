internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON
internal import PhotoCore

/// The accounts of a library, for administrators.
enum UserRoutes {
  private static let listed = Schema.object([
    ("id", .integer), ("name", .string), ("role", Schemas.role), ("is_disabled", .boolean),
    ("created_ms", .integer), ("last_seen_ms", .optional(.integer)),
  ])

  static let all: [Route] = [
    Route(
      .get, "/api/v1/users", .administering,
      RouteDocument("All accounts", answer: .object([("users", .list(listed))])), handler: list),
    Route(
      .post, "/api/v1/users", .administering,
      RouteDocument(
        "Create an account",
        body: .object([("name", .string), ("role", Schemas.role), ("password", .string)]),
        answer: listed), handler: add),
    Route(
      .patch, "/api/v1/users/{id}", .administering,
      RouteDocument(
        "Change an account's role or password, or disable or enable it",
        body: .partial([
          ("role", Schemas.role), ("is_disabled", .boolean), ("password", .string),
        ]), answer: listed), handler: change),
    Route(
      .delete, "/api/v1/users/{id}", .administering,
      RouteDocument("Delete an account; never the last administrator", status: 204),
      handler: remove),
  ]

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    let catalogue = call.app.catalogue
    return try await call.answer {
      .object([("users", .array(try catalogue.accounts.all().map(json)))])
    }
  }

  private struct NewUser: Decodable {
    let name: String
    let role: UserRole
    let password: String
  }

  @Sendable private static func add(_ call: WebCall) async throws -> Response {
    let new = try await call.json(NewUser.self)
    let hash = try await call.app.signIn.hash(new.password, for: new.name)
    let (catalogue, now) = (call.app.catalogue, call.app.now())
    return try await call.answer {
      json(try catalogue.accounts.add(new.name, role: new.role, passwordHash: hash, at: now))
    }
  }

  private struct UserChange: Decodable {
    let role: UserRole?
    let isDisabled: Bool?
    let password: String?
  }

  @Sendable private static func change(_ call: WebCall) async throws -> Response {
    let (catalogue, id) = (call.app.catalogue, try call.id())
    let change = try await call.json(UserChange.self)
    guard let user = try await call.run({ try catalogue.accounts.user(id) }) else {
      throw Problem(.notFound, "Account not found.")
    }
    var hash: String?
    if let password = change.password {
      hash = try await call.app.signIn.hash(password, for: user.name)
    }
    return try await call.answer { [hash] in
      if let hash { try catalogue.accounts.setPassword(hash, of: id, keeping: nil) }
      return json(
        try catalogue.accounts.update(id, role: change.role, isDisabled: change.isDisabled))
    }
  }

  @Sendable private static func remove(_ call: WebCall) async throws -> Response {
    let (catalogue, id) = (call.app.catalogue, try call.id())
    try await call.run { try catalogue.accounts.delete(id) }
    return .done
  }

  @Sendable private static func json(_ user: User) -> JSONText {
    .object([
      ("id", .integer(user.id)), ("name", .text(user.name)), ("role", .text(user.role.rawValue)),
      ("is_disabled", .bool(user.isDisabled)), ("created_ms", .integer(user.createdMilliseconds)),
      ("last_seen_ms", .integer(orNull: user.lastSeenMilliseconds)),
    ])
  }
}
