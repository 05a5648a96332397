import Foundation
import HTTPTypes
import PhotoCore
import Testing

@testable import Web

/// Who may call what: every route by everybody, against a list that is written down here once more.
@Suite(.timeLimit(.minutes(20)))
struct RouteAccessTests {
  /// The least that each route needs. A route that is not here fails the test: whoever adds one says
  /// here who may call it.
  private static let rules: [String: String] = [
    "GET /": "viewer", "GET /photo/{id}": "viewer", "GET /analysis": "viewer",
    "GET /table": "viewer", "GET /set-aside": "viewer", "GET /help": "viewer",
    "GET /compare": "viewer", "GET /labels": "viewer", "GET /labels/{id}": "viewer",
    "GET /import": "editor", "GET /admin": "administrator", "GET /account": "person",
    "GET /sign-in": "anybody", "GET /welcome": "anybody", "GET /assets/**": "anybody",
    "GET /media/small/{name}": "viewer", "GET /media/large/{name}": "viewer",
    "GET /media/original/{id}": "viewer", "GET /tiles/{z}/{x}/{y}": "viewer",
    "GET /api/v1/session": "anybody", "POST /api/v1/session": "anybody",
    "DELETE /api/v1/session": "anybody", "POST /api/v1/setup": "nobody any more",
    "GET /api/v1/account": "person", "PUT /api/v1/account/password": "person",
    "DELETE /api/v1/account/sessions": "person", "POST /api/v1/account/tokens": "person",
    "DELETE /api/v1/account/tokens/{id}": "person",
    "GET /api/v1/users": "administrator", "POST /api/v1/users": "administrator",
    "PATCH /api/v1/users/{id}": "administrator", "DELETE /api/v1/users/{id}": "administrator",
    "GET /api/v1/search": "viewer", "GET /api/v1/layout": "viewer", "GET /api/v1/map": "viewer",
    "GET /api/v1/complete": "viewer", "GET /api/v1/photos": "viewer",
    "GET /api/v1/photos/{id}": "viewer", "GET /api/v1/statistics": "viewer",
    "GET /api/v1/export": "viewer",
    "PUT /api/v1/photos/{id}/favourite": "editor", "PUT /api/v1/photos/{id}/rating": "editor",
    "PUT /api/v1/photos/{id}/turn": "editor", "PUT /api/v1/photos/{id}/position": "editor",
    "POST /api/v1/marks": "editor",
    "GET /api/v1/searches": "viewer", "PUT /api/v1/searches/{name}": "editor",
    "DELETE /api/v1/searches/{name}": "editor",
    "GET /api/v1/set-aside": "viewer", "GET /api/v1/set-aside.csv": "viewer",
    "POST /api/v1/set-aside/retry": "editor",
    "GET /api/v1/jobs": "viewer", "POST /api/v1/jobs": "administrator",
    "POST /api/v1/jobs/{id}/pause": "editor", "POST /api/v1/jobs/{id}/resume": "editor",
    "POST /api/v1/jobs/{id}/cancel": "editor", "GET /api/v1/events": "viewer",
    "GET /api/v1/sources": "viewer", "GET /api/v1/folders": "administrator",
    "POST /api/v1/uploads/check": "editor", "POST /api/v1/uploads/import": "editor",
    "GET /api/v1/uploads/{sha256}": "editor", "PUT /api/v1/uploads/{sha256}": "editor",
    "DELETE /api/v1/uploads/{sha256}": "editor",
    "GET /api/v1/settings": "administrator", "PUT /api/v1/settings": "administrator",
    "GET /api/v1/vocabulary": "administrator", "PUT /api/v1/vocabulary": "administrator",
    "GET /api/v1/changes": "viewer", "POST /api/v1/changes/{id}/undo": "editor",
    "GET /api/v1/models": "viewer", "GET /api/v1/models/installable": "administrator",
    "GET /api/v1/models/installs": "administrator",
    "POST /api/v1/models/install": "administrator",
    "POST /api/v1/models/installs/{id}/cancel": "administrator",
    "POST /api/v1/models/installs/{id}/repeat": "administrator",
    "POST /api/v1/models/{model}/verify": "administrator",
    "POST /api/v1/models/{model}/use": "administrator",
    "DELETE /api/v1/models/{model}": "administrator",
    "GET /api/v1/models/compare": "viewer", "GET /api/v1/models/compare/photos": "viewer",
    "GET /api/v1/labels": "viewer", "POST /api/v1/labels": "editor",
    "GET /api/v1/labels/{id}": "viewer", "DELETE /api/v1/labels/{id}": "editor",
    "PUT /api/v1/labels/{id}/name": "editor", "PUT /api/v1/labels/{id}/threshold": "editor",
    "GET /api/v1/labels/{id}/examples": "viewer", "POST /api/v1/labels/{id}/examples": "editor",
    "POST /api/v1/labels/{id}/examples/photos": "editor",
    "POST /api/v1/labels/{id}/examples/undo": "editor",
    "POST /api/v1/labels/{id}/examples/import": "editor",
    "GET /api/v1/labels/{id}/examples.csv": "viewer",
    "GET /api/v1/labels/{id}/photos": "viewer", "GET /api/v1/labels/{id}/review": "viewer",
    "POST /api/v1/labels/{id}/train": "editor", "GET /api/v1/labels/{id}/versions": "viewer",
    "GET /api/v1/labels/{id}/versions/{number}": "viewer",
    "POST /api/v1/labels/{id}/versions/{number}/use": "editor",
    "POST /api/v1/labels/{id}/versions/undo": "editor",
    "GET /api/v1/storage": "administrator",
    "GET /api/v1/backups": "administrator", "POST /api/v1/backups": "administrator",
    "GET /api/v1/backups/{name}": "administrator", "DELETE /api/v1/backups/{name}": "administrator",
    "GET /api/v1/health": "administrator", "GET /api/v1/openapi.json": "viewer",
  ]

  private static func name(_ route: Route) -> String { "\(route.method.rawValue) \(route.path)" }

  @Test func `every route has a rule, and every rule a route`() {
    let routes = RouteTable.all.map(Self.name)
    #expect(Set(routes) == Set(Self.rules.keys))
    #expect(routes.count == Set(routes).count)
  }

  /// Who asks: a person with a browser, or a program with a person's token.
  private enum Caller: CaseIterable {
    case nobody, viewer, editor, administrator
    case readToken, editToken, administerToken, viewersAdministerToken, strangersToken

    func headers(_ web: WebFixture) throws -> [String: String] {
      func bearer(_ text: String) -> [String: String] { ["Authorization": "Bearer \(text)"] }
      return switch self {
      case .nobody: [:]
      case .viewer: try web.browser(.viewer).headers()
      case .editor: try web.browser(.editor).headers()
      case .administrator: try web.browser(.administrator).headers()
      case .readToken: bearer(try web.token(.read, of: .administrator))
      case .editToken: bearer(try web.token(.edit, of: .administrator))
      case .administerToken: bearer(try web.token(.administer, of: .administrator))
      case .viewersAdministerToken: bearer(try web.token(.administer, of: .viewer))
      case .strangersToken: bearer("mrd_" + String(repeating: "0", count: 64))
      }
    }

    /// 0 nobody, 1 viewer, 2 editor, 3 administrator.
    var rank: Int {
      switch self {
      case .nobody, .strangersToken: 0
      case .viewer, .readToken, .viewersAdministerToken: 1
      case .editor, .editToken: 2
      case .administrator, .administerToken: 3
      }
    }

    var isPerson: Bool { [.viewer, .editor, .administrator].contains(self) }

    func may(_ rule: String) -> Bool {
      switch rule {
      case "anybody": true
      case "viewer": rank >= 1
      case "editor": rank >= 2
      case "administrator": rank >= 3
      case "person": isPerson
      default: false
      }
    }
  }

  @Test func `every route answers everybody as its rule says`() async throws {
    let web = try await WebFixture()
    for route in RouteTable.all where route.path != "/api/v1/events" {
      let rule = try #require(Self.rules[Self.name(route)])
      for caller in Caller.allCases {
        let path = route.path.replacing("{id}", with: "987654").replacing("**", with: "none.js")
          .replacing("{sha256}", with: String(repeating: "a", count: 64))
          .replacing("{name}", with: "none").replacing("{model}", with: "none")
          .replacing("{number}", with: "1")
          .replacing("{z}/{x}/{y}", with: "0/0/0.png")
        let reply = try await web.client.send(
          route.method.rawValue, path, headers: try caller.headers(web))
        let turnedAway =
          reply.status == 401 || reply.status == 403
          || reply.header("location")?.hasPrefix("/sign-in") == true
        #expect(
          turnedAway != caller.may(rule),
          "\(Self.name(route)) by \(caller): \(reply.status) \(reply.text.prefix(200))")
        if caller.rank == 0, turnedAway, rule != "nobody any more" {
          #expect(reply.status == 401 || reply.status == 303)
        }
      }
    }
  }

  @Test func `the stream of events is for those who may look`() async throws {
    let web = try await WebFixture()
    #expect(try await web.client.send("GET", "/api/v1/events").status == 401)
    let headers = try web.browser(.viewer).headers()
    let port = web.client.port
    let first = try await WebFixture.onThread {
      let connection = try RawConnection(port: port, seconds: 10)
      let cookie = headers["Cookie"] ?? ""
      try connection.write("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nCookie: \(cookie)\r\n\r\n")
      var text = ""
      while !text.contains("event: hello") {
        let part = connection.read()
        guard !part.isEmpty else { break }
        text += String(decoding: part, as: UTF8.self)
      }
      return text
    }
    #expect(first.contains("text/event-stream") && first.contains("event: hello"))
  }

  @Test func `before the first account everything leads to making it`() async throws {
    let web = try await WebFixture(people: false)
    let start = try await web.client.send("GET", "/", headers: ["Accept": "text/html"])
    #expect(start.status == 303 && start.header("location") == "/welcome")
    #expect(try await web.client.send("GET", "/api/v1/search").status == 401)
    #expect(try await web.client.send("GET", "/welcome").status == 200)
    #expect(try await web.client.send("GET", "/api/v1/users").status == 401)
  }
}
