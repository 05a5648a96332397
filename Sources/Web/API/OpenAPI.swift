internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON

/// The API document, made from the routes themselves.
enum OpenAPI {
  static let routes: [Route] = [
    Route(
      .get, "/api/v1/openapi.json", .viewing,
      RouteDocument("This document", answer: .jsonObject),
      handler: { text(version: $0.app.version) })
  ]

  /// The document as JSON.
  static func text(version: String) -> String { document(version: version).line }

  private static func document(version: String) -> JSONText {
    .object([
      ("openapi", .text("3.1.0")),
      (
        "info",
        .object([
          ("title", .text("Meridian")), ("version", .text(version)),
          ("summary", .text("Everything the web app does, as JSON over HTTP.")),
          (
            "license",
            .object([("name", .text("Apache-2.0")), ("identifier", .text("Apache-2.0"))])
          ),
        ])
      ),
      ("servers", .array([.object([("url", .text("/"))])])),
      ("security", .array([.object([("token", .array([]))]), .object([("session", .array([]))])])),
      ("paths", .object(paths)), ("components", .object(components)),
    ])
  }

  private static var paths: [(String, JSONText)] {
    let documented = RouteTable.all.filter { $0.document != nil }
    let grouped = Dictionary(grouping: documented, by: \.path)
    return grouped.sorted { $0.key < $1.key }.map { path, routes in
      (path, .object(routes.map { ($0.method.rawValue.lowercased(), operation($0)) }))
    }
  }

  private static func operation(_ route: Route) -> JSONText {
    guard let document = route.document else { return .null }
    var members: [(String, JSONText)] = [
      ("operationId", .text(identifier(route))), ("summary", .text(document.summary)),
      ("description", .text(needs(route.requirement))),
    ]
    let parameters = pathParameters(route.path) + document.parameters.map(parameter)
    if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
    if let body = document.body {
      members.append(
        (
          "requestBody",
          .object([("required", .bool(true)), ("content", .object([content(body)]))])
        ))
    }
    members.append(("responses", .object(responses(document))))
    if route.requirement == .nothing || route.requirement == .firstVisit {
      members.append(("security", .array([])))
    }
    return .object(members)
  }

  private static func responses(_ document: RouteDescription) -> [(String, JSONText)] {
    var success: [(String, JSONText)] = [("description", .text("Done."))]
    if !document.answers.isEmpty {
      success.append(("content", .object(document.answers.map(content))))
    }
    let problem = JSONText.object([("schema", RequestProblem.shape.schema.json)])
    return [
      (String(document.status), .object(success)),
      (
        "default",
        .object([
          ("description", .text("What went wrong, in a sentence.")),
          ("content", .object([("application/problem+json", problem)])),
        ])
      ),
    ]
  }

  private static func content(_ schema: Schema) -> (String, JSONText) {
    (schema.mediaType ?? "application/json", .object([("schema", schema.json)]))
  }

  /// `getPhotosById` of `GET /api/v1/photos/{id}`.
  private static func identifier(_ route: Route) -> String {
    let words = route.path.split(separator: "/").dropFirst(2).flatMap { segment -> [String] in
      let isParameter = segment.hasPrefix("{")
      let plain = segment.filter { $0 != "{" && $0 != "}" }
      return (isParameter ? ["by"] : []) + plain.split { "-.".contains($0) }.map(String.init)
    }
    return route.method.rawValue.lowercased()
      + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// Parameters of paths that are numbers; all others are texts.
  private static let numbers: Set = ["id", "number"]

  private static func pathParameters(_ path: String) -> [JSONText] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { segment in
      let name = String(segment.dropFirst().dropLast())
      return .object([
        ("name", .text(name)), ("in", .text("path")), ("required", .bool(true)),
        ("schema", (numbers.contains(name) ? Schema.integer : Schema.string).json),
      ])
    }
  }

  private static func parameter(_ parameter: QueryParameter) -> JSONText {
    .object([
      ("name", .text(parameter.name)), ("in", .text("query")),
      ("required", .bool(parameter.isRequired)), ("description", .text(parameter.summary)),
      ("schema", parameter.schema.json),
    ])
  }

  private static func needs(_ requirement: Requirement) -> String {
    switch requirement {
    case .nothing: "For everyone."
    case .firstVisit: "Only while there are no accounts."
    case .viewing: "For every account; tokens with any scope."
    case .editing: "For editors and administrators; tokens with the scope edit or administer."
    case .administering: "For administrators; tokens with the scope administer."
    case .ownAccount: "For every account, with a session; not with a token."
    }
  }

  /// All schemas that have a name, by name: those of the routes and what they are made of.
  static var named: [(name: String, schema: Schema)] {
    var found: [String: Schema] = [:]
    func collect(_ schema: Schema) {
      if case .named(let name, let whole) = schema { found[name] = whole }
      schema.parts.forEach(collect)
    }
    for document in RouteTable.all.compactMap(\.document) {
      (document.answers + [document.body].compactMap(\.self)).forEach(collect)
    }
    collect(RequestProblem.shape.schema)
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static var components: [(String, JSONText)] {
    [
      ("schemas", .object(named.map { ($0.name, $0.schema.json) })),
      (
        "securitySchemes",
        .object([
          (
            "token",
            .object([("type", .text("http")), ("scheme", .text("bearer"))])
          ),
          (
            "session",
            .object([
              ("type", .text("apiKey")), ("in", .text("cookie")),
              ("name", .text(SessionKeeper.cookie)),
              (
                "description",
                .text("Changes need the header X-CSRF-Token with the csrf of GET /api/v1/session.")
              ),
            ])
          ),
        ])
      ),
    ]
  }
}
