internal import Catalog
internal import Foundation
internal import Geography
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import OrderedJSON
internal import PhotoCore
internal import Query
internal import Search

/// What a query finds: numbers and facets, the layout of the grid, the map, completion.
enum SearchRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/search", .viewing,
      RouteDocument(
        "How many photos a query finds, with all facets", Schemas.query,
        answer: .object([
          ("query", .string), ("version", .integer), ("count", .integer), ("undated", .integer),
          ("unplaced", .integer), ("left_out", .optional(.string)),
          ("clauses", .list(.named("Clause"))), ("facets", .named("Facets")),
          ("histogram", .list(.named("Facet"))), ("centre", .any), ("hints", .list(.any)),
          ("has_photos", .boolean),
        ])), handler: search),
    Route(
      .get, "/api/v1/layout", .viewing,
      RouteDocument(
        "The days and the shape of every photo of a result, in order", Schemas.query,
        answer: .file("application/octet-stream")), handler: layout),
    Route(
      .get, "/api/v1/map", .viewing,
      RouteDocument(
        "Clusters of a result on a map",
        Schemas.query + [
          .init("zoom", .integer, "0 to 18.", required: true),
          .init("west", .number, "Degrees; may be larger than east.", required: true),
          .init("south", .number, "Degrees.", required: true),
          .init("east", .number, "Degrees.", required: true),
          .init("north", .number, "Degrees.", required: true),
        ],
        answer: .object([
          ("version", .integer), ("placed", .integer), ("unplaced", .integer), ("bounds", .any),
          ("clusters", .list(.any)),
        ])), handler: map),
    Route(
      .get, "/api/v1/complete", .viewing,
      RouteDocument(
        "Completions for the end of a text",
        [
          .init("text", .string, "The text typed so far.", required: true),
          .init("limit", .integer, "1 to 50; default: 10."),
        ],
        answer: .object([("suggestions", .list(.any)), ("from", .integer)])), handler: complete),
  ]

  @Sendable private static func search(_ call: WebCall) async throws -> Response {
    let (app, text, order) = (call.app, call.text("q") ?? "", call.text("order") ?? "oldest")
    return try await call.answer {
      let found = try app.queries.find(text, order: order)
      let tree = ClauseTree(expression: found.expression)
      let facets = found.result.facets()
      let histogram =
        tree.hasDates
        ? try app.queries.find(tree.withoutDates?.description ?? "").result.facets().months
        : facets.months
      let total = found.words.index.count
      return .object([
        ("query", .text(found.text)), ("version", .integer(found.result.version)),
        ("count", .count(found.result.count)), ("undated", .count(found.result.undated)),
        ("unplaced", .count(found.result.unplaced)), ("left_out", .text(orNull: found.leftOut)),
        ("clauses", try tree.json { try app.queries.count($0, found.words) }),
        ("facets", try json(of: facets, found, app).json),
        ("histogram", .array(histogram.sorted { $0.key < $1.key }.map(FacetsJSON.month))),
        ("centre", centre(found.resolved)),
        ("hints", .array(found.result.count == 0 ? try hints(tree, found, app) : [])),
        ("has_photos", .bool(total > 0)),
      ])
    }
  }

  private static func json(
    of facets: Facets, _ found: Found, _ app: WebApp
  ) throws -> FacetsJSON {
    FacetsJSON(
      facets: facets, words: found.words,
      places: facets.cities.isEmpty ? [:] : try app.places.names(),
      countries: try app.places.countries())
  }

  /// What would be left of each clause's removal, most first.
  private static func hints(
    _ tree: ClauseTree, _ found: Found, _ app: WebApp
  ) throws -> [JSONText] {
    let hints = try tree.clauses.enumerated().map { place, clause in
      (place, clause, try app.queries.count(tree.without(place), found.words))
    }
    return hints.filter { $0.2 > 0 }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { hint in
      .object([
        ("text", .text(hint.1.description)), ("clause", .count(hint.0)),
        ("without", .count(hint.2)),
      ])
    }
  }

  private static func centre(_ resolved: ResolvedExpression?) -> JSONText {
    for term in resolved?.terms ?? [] {
      guard case .near(let centre, let metres) = term.meaning else { continue }
      return .object([
        ("latitude", .number(centre.latitude)), ("longitude", .number(centre.longitude)),
        ("metres", .number(metres)),
      ])
    }
    return .null
  }

  @Sendable private static func layout(_ call: WebCall) async throws -> Response {
    let (app, text, order) = (call.app, call.text("q") ?? "", call.text("order") ?? "oldest")
    let asked = call.request.headers[.ifNoneMatch]
    return try await call.run {
      let found = try app.queries.find(text, order: order)
      let digest = hexadecimal(SessionKeeper.hash("\(order)\n\(found.text)").prefix(6))
      let tag = "\"\(app.startStamp)-\(found.result.version)-\(digest)\""
      let headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
      guard asked != tag else { return Response(status: .notModified, headers: headers) }
      return .bytes(
        bytes(found.result.layout(), found), type: "application/octet-stream", headers: headers)
    }
  }

  /// `MGL1`, the length of the header (four bytes, little-endian), the header as JSON, and a byte for
  /// the shape of each photo.
  private static func bytes(_ layout: GridLayout, _ found: Found) -> [UInt8] {
    let header = JSONText.object([
      ("version", .integer(found.result.version)), ("count", .count(found.result.count)),
      (
        "sections",
        .array(layout.sections.map { .array([.text(orNull: $0.day), .count($0.count)]) })
      ),
    ]).line
    let text = Array(header.utf8)
    let length = UInt32(text.count)
    let number = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return Array("MGL1".utf8) + number + text + layout.aspects
  }

  @Sendable private static func map(_ call: WebCall) async throws -> Response {
    let (app, text) = (call.app, call.text("q") ?? "")
    let window = MapWindow(
      west: try call.number("west", in: -180...180), south: try call.number("south", in: -90...90),
      east: try call.number("east", in: -180...180), north: try call.number("north", in: -90...90),
      zoom: try call.integer("zoom", in: 0...18))
    return try await call.answer {
      let found = try app.queries.find(text)
      let map = found.result.map(window)
      let photos = try app.catalogue.photos.grid(
        map.clusters.map(\.id), thresholds: found.words.thresholds)
      let byID = Dictionary(photos.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return .object([
        ("version", .integer(found.result.version)), ("placed", .count(map.placed)),
        ("unplaced", .count(map.unplaced)),
        (
          "bounds",
          map.bounds.map { box($0.west, $0.south, $0.east, $0.north) }.map(JSONText.object) ?? .null
        ),
        ("clusters", .array(map.clusters.map { cluster($0, byID[$0.id]) })),
      ])
    }
  }

  private static func cluster(_ cluster: MapCluster, _ photo: GridPhoto?) -> JSONText {
    .object(
      [
        ("latitude", .number(cluster.latitude)), ("longitude", .number(cluster.longitude)),
        ("count", .count(cluster.count)), ("id", .integer(cluster.id)),
        ("sha256", .text(orNull: photo?.sha256.hex)), ("turn", .count(photo?.turn.rawValue ?? 0)),
      ] + box(cluster.west, cluster.south, cluster.east, cluster.north))
  }

  private static func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> [(String, JSONText)] {
    [
      ("west", .number(west)), ("south", .number(south)), ("east", .number(east)),
      ("north", .number(north)),
    ]
  }

  @Sendable private static func complete(_ call: WebCall) async throws -> Response {
    let (app, text) = (
      call.app, String((call.text("text") ?? "").prefix(QueryParser.maximumLength))
    )
    let limit = try call.integer("limit", in: 1...50, default: 10)
    return try await call.answer {
      let all = try app.queries.find("")
      let facets = all.result.facets()
      let completion = Completion(
        words: all.words, facets: facets, cameras: facets.cameras.keys.map(\.name).sorted(),
        saved: try app.catalogue.savedSearches.all())
      let (from, suggestions) = completion.suggestions(for: text, limit: limit)
      return .object([
        (
          "suggestions",
          .array(
            suggestions.map { suggestion in
              .object([
                ("text", .text(suggestion.text)), ("label", .text(suggestion.label)),
                ("kind", .text(suggestion.kind)),
                ("count", suggestion.count.map(JSONText.count) ?? .null),
              ])
            })
        ), ("from", .count(from)),
      ])
    }
  }
}
