internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Query
internal import Search

/// Queries that are kept under a name.
enum SavedSearchRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/searches", .viewing,
      RouteDocument(
        "Saved searches, with how many photos each finds now",
        answer: .member("searches", .list(Listed.shape))), handler: list),
    Route(
      .put, "/api/v1/searches/{name}", .editing,
      RouteDocument(
        "Save a query under a name, replacing any with that name",
        body: Query.self), handler: save),
    Route(
      .delete, "/api/v1/searches/{name}", .editing,
      RouteDocument("Delete a saved search"), handler: remove),
  ]

  private struct Listed {
    let search: SavedSearch
    /// How many photos it finds now; nil where it means nothing any more.
    let count: Int?

    static let shape = Shape<Listed>.object([
      .field("name", .string) { $0.search.name }, .field("query", .string) { $0.search.query },
      .field("count", .optional(.integer)) { $0.count },
    ])
  }

  @Sendable private static func list(_ call: WebCall) throws -> [Listed] {
    let app = call.app
    let searches = try app.catalogue.savedSearches.all()
    // One that means nothing any more, since a model or a concept went, is shown all the same.
    return searches.map { Listed(search: $0, count: try? app.queries.find($0.query).result.count) }
  }

  private struct Query: Decodable { let query: String }

  @Sendable private static func save(_ call: WebCall, _ body: Query) throws {
    let app = call.app
    let name = try call.segment("name")
    guard (1...100).contains(name.count), !name.allSatisfy(\.isWhitespace) else {
      throw RequestProblem(.unprocessableContent, "Give the search a name of 1 to 100 characters.")
    }
    let found = try app.queries.find(body.query)
    try app.catalogue.savedSearches.save(found.text, as: name, at: app.now())
  }

  @Sendable private static func remove(_ call: WebCall) throws {
    let catalogue = call.app.catalogue
    let name = try call.segment("name")
    guard try catalogue.savedSearches.delete(name) else {
      throw RequestProblem(.notFound, "Saved search not found.")
    }
  }
}
