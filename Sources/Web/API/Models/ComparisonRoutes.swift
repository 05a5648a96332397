internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON
internal import PhotoCore

/// Where two networks of one kind disagree.
enum ComparisonRoutes {
  private static let pair: [RouteDocument.Parameter] = [
    .init("a", .string, "The id of a model.", required: true),
    .init(
      "b", .string, "The id of another model with the same task and vocabulary.", required: true),
  ]
  private static let side = Schema.oneOf(["a", "both", "b"])

  static let all: [Route] = [
    Route(
      .get, "/api/v1/models/compare", .viewing,
      RouteDocument(
        "Counts of photos in which two models find the same classes, of those analysed by both",
        pair,
        answer: .object([
          ("a", .any), ("b", .any), ("task", Schemas.task), ("vocabulary", .string),
          ("photos", .integer), ("top_differs", .optional(.integer)),
          (
            "classes",
            .list(
              .object([("class", .string), ("a", .integer), ("both", .integer), ("b", .integer)]))
          ),
        ])), handler: compare),
    Route(
      .get, "/api/v1/models/compare/photos", .viewing,
      RouteDocument(
        "Photos with a class that both or only one found, most confident first, with both results",
        pair + [
          .init(
            "class", .string,
            "The class; if left out, photos for which the models have different top scenes."),
          .init("side", side, "Who finds it; default: both."),
          .init("offset", .integer, "The offset of the first photo; default: 0."),
          .init("limit", .integer, "1 to 200; default: 48."),
        ],
        answer: .object([
          ("count", .integer), ("offset", .integer), ("photos", .list(.named("GridPhoto"))),
        ])), handler: photos),
  ]

  private static func ids(_ call: WebCall) throws -> (String, String) {
    guard let a = call.text("a"), let b = call.text("b"), !a.isEmpty, !b.isEmpty else {
      throw Problem(.badRequest, "Give two models with a and b.")
    }
    guard a != b else { throw Problem(.badRequest, "Give two different models.") }
    return (a, b)
  }

  @Sendable private static func compare(_ call: WebCall) async throws -> Response {
    let (app, (a, b)) = (call.app, try ids(call))
    return try await call.answer {
      let found = try app.catalogue.models.comparison(a, b)
      return .object([
        ("a", json(found.first)), ("b", json(found.second)), ("task", .text(found.task.rawValue)),
        ("vocabulary", .text(found.vocabulary)), ("photos", .count(found.photos)),
        ("top_differs", found.topDiffers.map(JSONText.count) ?? .null),
        (
          "classes",
          .array(
            found.classes.map { row in
              .object([
                ("class", .text(row.className)), ("a", .count(row.onlyFirst)),
                ("both", .count(row.both)), ("b", .count(row.onlySecond)),
              ])
            })
        ),
      ])
    }
  }

  private static func json(_ model: ComparedModel) -> JSONText {
    .object([("id", .text(model.model)), ("threshold", .number(model.threshold))])
  }

  @Sendable private static func photos(_ call: WebCall) async throws -> Response {
    let (app, (a, b)) = (call.app, try ids(call))
    let (name, side) = (call.text("class"), try side(call.text("side")))
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...200, default: 48)
    return try await call.answer {
      let page =
        try name.map {
          try app.catalogue.models.comparedPhotos(
            a, b, className: $0, side: side, offset: offset, limit: limit)
        } ?? app.catalogue.models.topDifferences(a, b, offset: offset, limit: limit)
      return .object([
        ("count", .count(page.total)), ("offset", .count(offset)),
        ("photos", .array(try json(page.photos.map(\.id), a, b, app))),
      ])
    }
  }

  private static func side(_ text: String?) throws -> ComparisonSide {
    switch text {
    case "a": .onlyFirst
    case "both", nil: .both
    case "b": .onlySecond
    default: throw Problem(.badRequest, "side must be a, both or b.")
    }
  }

  /// Tiles of the grid, each with what either network sees.
  private static func json(
    _ ids: [Int64], _ a: String, _ b: String, _ app: WebApp
  ) throws -> [JSONText] {
    let tiles = try app.catalogue.photos.grid(ids, thresholds: try app.queries.current().thresholds)
    return try tiles.map { tile in
      let results = try app.catalogue.models.results(ofPhoto: tile.id)
      func seen(_ id: String) -> JSONText {
        results.first { $0.model == id }.map(ModelResultJSON.seen) ?? .null
      }
      return .object(PhotoJSON.grid(tile) + [("a", seen(a)), ("b", seen(b))])
    }
  }
}
