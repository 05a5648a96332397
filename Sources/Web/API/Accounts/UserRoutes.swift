internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import PhotoCore

/// The accounts of a library, for administrators.
enum UserRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/users", .administering,
      RouteDocument("All accounts", answer: .member("users", .list(User.accountShape))),
      handler: list),
    Route(
      .post, "/api/v1/users", .administering,
      RouteDocument(
        "Create an account",
        body: NewUser.self, answer: User.accountShape), asyncHandler: add),
    Route(
      .patch, "/api/v1/users/{id}", .administering,
      RouteDocument(
        "Change an account's role or password, or disable or enable it",
        body: UserChange.self, answer: User.accountShape), asyncHandler: change),
    Route(
      .delete, "/api/v1/users/{id}", .administering,
      RouteDocument("Delete an account; never the last administrator"),
      handler: remove),
  ]

  @Sendable private static func list(_ call: WebCall) throws -> [User] {
    let catalogue = call.app.catalogue
    return try catalogue.accounts.all()
  }

  private struct NewUser: Decodable {
    let name: String
    let role: UserRole
    let password: String
  }

  @Sendable private static func add(_ call: WebCall, _ new: NewUser) async throws -> User {
    let hash = try await call.app.signIn.hash(new.password, for: new.name)
    let catalogue = call.app.catalogue
    let now = call.app.now()
    return try await call.run {
      try catalogue.accounts.add(new.name, role: new.role, passwordHash: hash, at: now)
    }
  }

  private struct UserChange: Decodable {
    let role: UserRole?
    let isDisabled: Bool?
    let password: String?
  }

  @Sendable private static func change(
    _ call: WebCall, _ change: UserChange
  ) async throws -> User {
    let catalogue = call.app.catalogue
    let id = try call.id()
    guard let user = try await call.run({ try catalogue.accounts.user(id) }) else {
      throw RequestProblem(.notFound, "Account not found.")
    }
    var hash: String?
    if let password = change.password {
      hash = try await call.app.signIn.hash(password, for: user.name)
    }
    return try await call.run { [hash] in
      if let hash { try catalogue.accounts.setPassword(hash, of: id, keeping: nil) }
      return try catalogue.accounts.update(id, role: change.role, isDisabled: change.isDisabled)
    }
  }

  @Sendable private static func remove(_ call: WebCall) throws {
    let catalogue = call.app.catalogue
    let id = try call.id()
    try catalogue.accounts.delete(id)
  }
}

extension User {
  /// An account as administrators see it.
  static let accountShape = Shape<User>.object(
    fields + [
      .field("is_disabled", .boolean) { $0.isDisabled },
      .field("created_ms", .integer) { $0.createdMilliseconds },
      .field("last_seen_ms", .optional(.integer)) { $0.lastSeenMilliseconds },
    ]
  ).named("Account")
}
