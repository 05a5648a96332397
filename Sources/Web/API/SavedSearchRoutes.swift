internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON
internal import Query
internal import Search

/// Queries that are kept under a name.
enum SavedSearchRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/searches", .viewing,
      RouteDocument(
        "Saved searches, with how many photos each finds now",
        answer: .object([("searches", .list(.any))])), handler: list),
    Route(
      .put, "/api/v1/searches/{name}", .editing,
      RouteDocument(
        "Save a query under a name, replacing any with that name",
        body: .object([("query", .string)]), status: 204), handler: save),
    Route(
      .delete, "/api/v1/searches/{name}", .editing,
      RouteDocument("Delete a saved search", status: 204), handler: remove),
  ]

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    let app = call.app
    return try await call.answer {
      let searches = try app.catalogue.savedSearches.all().map { search in
        // One that means nothing any more, since a model or a concept went, is shown all the same.
        let count = try? app.queries.find(search.query).result.count
        return JSONText.object([
          ("name", .text(search.name)), ("query", .text(search.query)),
          ("count", count.map(JSONText.count) ?? .null),
        ])
      }
      return .object([("searches", .array(searches))])
    }
  }

  private struct Query: Decodable { let query: String }

  @Sendable private static func save(_ call: WebCall) async throws -> Response {
    let (app, name) = (call.app, try call.segment("name"))
    let text = try await call.json(Query.self).query
    guard (1...100).contains(name.count), !name.allSatisfy(\.isWhitespace) else {
      throw Problem(.unprocessableContent, "Give the search a name of 1 to 100 characters.")
    }
    try await call.run {
      let found = try app.queries.find(text)
      try app.catalogue.savedSearches.save(found.text, as: name, at: app.now())
    }
    return .done
  }

  @Sendable private static func remove(_ call: WebCall) async throws -> Response {
    let (catalogue, name) = (call.app.catalogue, try call.segment("name"))
    guard try await call.run({ try catalogue.savedSearches.delete(name) }) else {
      throw Problem(.notFound, "Saved search not found.")
    }
    return .done
  }
}
