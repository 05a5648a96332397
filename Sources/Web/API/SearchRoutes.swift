internal import Catalog
internal import Foundation
internal import Geography
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import PhotoCore
internal import Query
internal import Search

/// What a query finds: numbers and facets, the layout of the grid, the map, completion.
enum SearchRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/search", .viewing,
      RouteDocument(
        "How many photos a query finds, with all facets", QueryParameter.query,
        answer: SearchAnswer.shape), handler: search),
    Route(
      .get, "/api/v1/layout", .viewing,
      RouteDocument(
        "The days and the shape of every photo of a result, in order", QueryParameter.query,
        file: "application/octet-stream"), handler: layout),
    Route(
      .get, "/api/v1/map", .viewing,
      RouteDocument(
        "Clusters of a result on a map",
        QueryParameter.query + [
          .init("zoom", .integer, summary: "0 to 18.", required: true),
          .init("west", .number, summary: "Degrees; may be larger than east.", required: true),
          .init("south", .number, summary: "Degrees.", required: true),
          .init("east", .number, summary: "Degrees.", required: true),
          .init("north", .number, summary: "Degrees.", required: true),
        ],
        answer: MapAnswer.shape), handler: map),
    Route(
      .get, "/api/v1/complete", .viewing,
      RouteDocument(
        "Completions for the end of a text",
        [
          .init("text", .string, summary: "The text typed so far.", required: true),
          .init("limit", .integer, summary: "1 to 50; default: 10."),
        ],
        answer: CompletionAnswer.shape), handler: complete),
  ]

  @Sendable private static func search(_ call: WebCall) throws -> SearchAnswer {
    let app = call.app
    let text = call.text("q") ?? ""
    let order = call.text("order") ?? "oldest"
    let found = try app.queries.find(text, order: order)
    let tree = ClauseTree(expression: found.expression)
    let facets = found.result.facets()
    let histogram =
      tree.hasDates
      ? try app.queries.find(tree.withoutDates?.description ?? "").result.facets().months
      : facets.months
    return SearchAnswer(
      found: found, clauses: try tree.counted { try app.queries.count($0, found.snapshot) },
      facets: try list(facets, found, app),
      histogram: histogram.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      hints: found.result.count == 0 ? try hints(tree, found, app) : [],
      hasPhotos: found.snapshot.index.count > 0)
  }

  private static func list(
    _ facets: Facets, _ found: QueryResult, _ app: WebApp
  ) throws -> ListedFacets {
    ListedFacets(
      facets: facets, places: facets.cities.isEmpty ? [:] : try app.places.names(),
      countryNames: try app.places.countries())
  }

  /// What would be left of each clause's removal, most first.
  private static func hints(
    _ tree: ClauseTree, _ found: QueryResult, _ app: WebApp
  ) throws -> [SearchAnswer.Hint] {
    let hints = try tree.clauses.enumerated().map { place, clause in
      SearchAnswer.Hint(
        text: clause.description, clause: place,
        without: try app.queries.count(tree.without(place), found.snapshot))
    }
    return hints.filter { $0.without > 0 }
      .sorted { ($1.without, $0.clause) < ($0.without, $1.clause) }
  }

  @Sendable private static func layout(_ call: WebCall) throws -> Response {
    let app = call.app
    let text = call.text("q") ?? ""
    let order = call.text("order") ?? "oldest"
    let asked = call.request.headers[.ifNoneMatch]
    let found = try app.queries.find(text, order: order)
    let digest = hexadecimal(SessionKeeper.hash("\(order)\n\(found.text)").prefix(6))
    let tag = "\"\(app.startStamp)-\(found.result.version)-\(digest)\""
    let headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
    guard asked != tag else { return Response(status: .notModified, headers: headers) }
    return .bytes(
      bytes(found.result.layout(), found), type: "application/octet-stream", headers: headers)
  }

  private static let header = Shape<(result: SearchResult, layout: GridLayout)>.object([
    .field("version", .integer) { $0.result.version },
    .field("count", .integer) { $0.result.count },
    .field("sections", .list(.list(.either(.optional(.string), .integer)))) {
      $0.layout.sections.map { [.first($0.day), .second($0.count)] }
    },
  ])

  /// `MGL1`, the length of the header (four bytes, little-endian), the header as JSON, and a byte for
  /// the shape of each photo.
  private static func bytes(_ layout: GridLayout, _ found: QueryResult) -> [UInt8] {
    let header = Self.header.text((found.result, layout))
    let text = Array(header.utf8)
    let length = UInt32(text.count)
    let number = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return Array("MGL1".utf8) + number + text + layout.aspects
  }

  @Sendable private static func map(_ call: WebCall) throws -> MapAnswer {
    let app = call.app
    let text = call.text("q") ?? ""
    let window = MapWindow(
      west: try call.number("west", in: -180...180), south: try call.number("south", in: -90...90),
      east: try call.number("east", in: -180...180), north: try call.number("north", in: -90...90),
      zoom: try call.integer("zoom", in: 0...18))
    let found = try app.queries.find(text)
    let map = found.result.map(window)
    let photos = try app.catalogue.photos.grid(
      map.clusters.map(\.id), thresholds: found.snapshot.thresholds)
    let byID = Dictionary(photos.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return MapAnswer(version: found.result.version, map: map, photos: byID)
  }

  @Sendable private static func complete(_ call: WebCall) throws -> CompletionAnswer {
    let app = call.app
    let text = String((call.text("text") ?? "").prefix(QueryParser.maximumLength))
    let limit = try call.integer("limit", in: 1...50, default: 10)
    let all = try app.queries.find("")
    let facets = all.result.facets()
    let saved = try app.catalogue.savedSearches.all()
    let completion = Completion(
      snapshot: all.snapshot, facets: facets, cameras: facets.cameras.keys.map(\.name).sorted(),
      saved: saved)
    let (from, suggestions) = completion.suggestions(for: text, limit: limit)
    return CompletionAnswer(suggestions: suggestions, from: from)
  }
}

/// What may follow what was typed.
private struct CompletionAnswer {
  let suggestions: [Completion.Suggestion]
  /// Where the replaced part begins, in Unicode scalars.
  let from: Int

  static let shape = Shape<CompletionAnswer>.object([
    .field("suggestions", .list(suggestion)) { $0.suggestions },
    .field("from", .integer) { $0.from },
  ])

  private static let suggestion = Shape<Completion.Suggestion>.object([
    .field("text", .string) { $0.text }, .field("label", .string) { $0.label },
    .field("kind", .string) { $0.kind }, .field("count", .optional(.integer)) { $0.count },
  ])
}
