internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON
internal import PhotoCore

/// One's own account: password, sessions, tokens for programs.
enum AccountRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/account", .ownAccount,
      RouteDocument(
        "The account, its sessions and tokens",
        answer: .object([
          ("user", .named("User")), ("sessions", .list(.any)), ("tokens", .list(.any)),
        ])),
      handler: show),
    Route(
      .put, "/api/v1/account/password", .ownAccount,
      RouteDocument(
        "Change the password; ends all other sessions",
        body: .object([("current", .string), ("new", .string)]), status: 204),
      handler: changePassword),
    Route(
      .delete, "/api/v1/account/sessions", .ownAccount,
      RouteDocument("End all other sessions", answer: .object([("ended", .integer)])),
      handler: endOthers),
    Route(
      .post, "/api/v1/account/tokens", .ownAccount,
      RouteDocument(
        "Create a token for a program; it is shown only in this answer",
        body: .object([("name", .string), ("scope", Schemas.scope)]),
        answer: .object([
          ("token", .string), ("id", .integer), ("name", .string), ("scope", Schemas.scope),
        ])), handler: addToken),
    Route(
      .delete, "/api/v1/account/tokens/{id}", .ownAccount,
      RouteDocument("Revoke a token", status: 204), handler: removeToken),
  ]

  /// Whoever is here in person; ``Requirement/ownAccount`` has made sure.
  private static func session(_ call: WebCall) throws -> (Session, [UInt8]) {
    guard case .session(let session, let hash) = call.principal else {
      throw Problem(.forbidden, "Sign in with a browser to do this.")
    }
    return (session, hash)
  }

  @Sendable private static func show(_ call: WebCall) async throws -> Response {
    let (session, hash) = try Self.session(call)
    let (catalogue, now) = (call.app.catalogue, call.app.now())
    return try await call.answer {
      let sessions = try catalogue.sessions.all(of: session.user.id, at: now).map {
        JSONText.object([
          ("id", .integer($0.session.id)), ("created_ms", .integer($0.session.createdMilliseconds)),
          ("last_seen_ms", .integer($0.session.lastSeenMilliseconds)),
          ("current", .bool($0.tokenHash == hash)), ("agent", .text($0.session.agent)),
        ])
      }
      let tokens = try catalogue.tokens.all(of: session.user.id).map { token in
        JSONText.object([
          ("id", .integer(token.id)), ("name", .text(token.name)),
          ("scope", .text(token.scope.rawValue)),
          ("created_ms", .integer(token.createdMilliseconds)),
          ("last_used_ms", .integer(orNull: token.lastUsedMilliseconds)),
        ])
      }
      return .object([
        ("user", SessionRoutes.json(session.user)), ("sessions", .array(sessions)),
        ("tokens", .array(tokens)),
      ])
    }
  }

  private struct PasswordChange: Decodable {
    let current: String
    let new: String
  }

  @Sendable private static func changePassword(_ call: WebCall) async throws -> Response {
    let (session, hash) = try Self.session(call)
    let change = try await call.json(PasswordChange.self)
    do {
      _ = try await call.app.signIn.user(
        name: session.user.name, password: change.current, address: call.address)
    } catch let problem as Problem where problem.status == .unauthorized {
      throw Problem(.unprocessableContent, "The current password is wrong.")
    }
    let new = try await call.app.signIn.hash(change.new, for: session.user.name)
    let app = call.app
    let secret = try await call.run {
      try app.catalogue.accounts.setPassword(new, of: session.user.id, keeping: hash)
      return try app.sessions.rotate(hash)
    }
    var response = Response.done
    response.setCookie(app.cookie(secret.text, for: call.request))
    return response
  }

  @Sendable private static func endOthers(_ call: WebCall) async throws -> Response {
    let (session, hash) = try Self.session(call)
    let catalogue = call.app.catalogue
    return try await call.answer {
      .object([
        ("ended", .count(try catalogue.sessions.closeAll(of: session.user.id, except: hash)))
      ])
    }
  }

  private struct NewToken: Decodable {
    let name: String
    let scope: TokenScope
  }

  @Sendable private static func addToken(_ call: WebCall) async throws -> Response {
    let (session, _) = try Self.session(call)
    let wanted = try await call.json(NewToken.self)
    guard (1...100).contains(wanted.name.count) else {
      throw Problem(.unprocessableContent, "Give the token a name of 1 to 100 characters.")
    }
    let (catalogue, now) = (call.app.catalogue, call.app.now())
    return try await call.answer {
      let text = "mrd_" + SecureRandom.text()
      let token = try catalogue.tokens.add(
        wanted.name, scope: wanted.scope, hash: SessionKeeper.hash(text), of: session.user.id,
        at: now)
      return .object([
        ("token", .text(text)), ("id", .integer(token.id)), ("name", .text(token.name)),
        ("scope", .text(token.scope.rawValue)),
      ])
    }
  }

  @Sendable private static func removeToken(_ call: WebCall) async throws -> Response {
    let (session, _) = try Self.session(call)
    let (catalogue, id) = (call.app.catalogue, try call.id())
    guard try await call.run({ try catalogue.tokens.delete(id, of: session.user.id) }) else {
      throw Problem(.notFound, "Token not found.")
    }
    return .done
  }
}
