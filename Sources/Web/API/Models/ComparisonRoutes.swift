internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import PhotoCore

/// Where two networks of one kind disagree.
enum ComparisonRoutes {
  private static let pair: [QueryParameter] = [
    .init("a", .string, summary: "The id of a model.", required: true),
    .init(
      "b", .string, summary: "The id of another model with the same task and vocabulary.",
      required: true),
  ]

  /// The words for who sees a class.
  private enum Side: String, CaseIterable {
    case a, both, b
  }

  static let all: [Route] = [
    Route(
      .get, "/api/v1/models/compare", .viewing,
      RouteDocument(
        "Counts of photos in which two models find the same classes, of those analysed by both",
        pair,
        answer: ModelComparison.shape), handler: compare),
    Route(
      .get, "/api/v1/models/compare/photos", .viewing,
      RouteDocument(
        "Photos with a class that both or only one found, most confident first, with both results",
        pair + [
          .init(
            "class", .string,
            summary:
              "The class; if left out, photos for which the models have different top scenes."),
          .init("side", .words(Side.self), summary: "Who finds it; default: both."),
          .init("offset", .integer, summary: "The offset of the first photo; default: 0."),
          .init("limit", .integer, summary: "1 to 200; default: 48."),
        ],
        answer: ListedPage.shape), handler: photos),
  ]

  private static func ids(_ call: WebCall) throws -> (String, String) {
    guard let a = call.text("a"), let b = call.text("b"), !a.isEmpty, !b.isEmpty else {
      throw RequestProblem(.badRequest, "Give two models with a and b.")
    }
    guard a != b else { throw RequestProblem(.badRequest, "Give two different models.") }
    return (a, b)
  }

  @Sendable private static func compare(_ call: WebCall) throws -> ModelComparison {
    let (a, b) = try ids(call)
    return try call.app.catalogue.models.comparison(a, b)
  }

  /// A tile of the grid with what either network sees; nil where it has not looked.
  private struct ComparedTile {
    let tile: GridPhoto
    let a, b: ModelResults?

    static let shape = Shape<ComparedTile>.object(GridPhoto.fields.map { $0.of { $0.tile } } + seen)
      .named("ComparedPhoto")

    private static let seen: [ShapeField<ComparedTile>] = [
      .field("a", .optional(ModelResults.seenShape)) { $0.a },
      .field("b", .optional(ModelResults.seenShape)) { $0.b },
    ]
  }

  private struct ListedPage {
    let count, offset: Int
    let photos: [ComparedTile]

    static let shape = Shape<ListedPage>.object([
      .field("count", .integer) { $0.count }, .field("offset", .integer) { $0.offset },
      .field("photos", .list(ComparedTile.shape)) { $0.photos },
    ])
  }

  @Sendable private static func photos(_ call: WebCall) throws -> ListedPage {
    let (app, (a, b)) = (call.app, try ids(call))
    let name = call.text("class")
    let side = try side(call.text("side"))
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...200, default: 48)
    let page =
      try name.map {
        try app.catalogue.models.comparedPhotos(
          a, b, className: $0, side: side, offset: offset, limit: limit)
      } ?? app.catalogue.models.topDifferences(a, b, offset: offset, limit: limit)
    return ListedPage(
      count: page.total, offset: offset,
      photos: try tiles(page.photos.map(\.id), of: a, and: b, app))
  }

  private static func side(_ text: String?) throws -> ComparisonSide {
    guard let text else { return .both }
    switch Side(rawValue: text) {
    case .a: return .onlyFirst
    case .both: return .both
    case .b: return .onlySecond
    case nil: throw RequestProblem(.badRequest, "side must be a, both or b.")
    }
  }

  private static func tiles(
    _ ids: [Int64], of a: String, and b: String, _ app: WebApp
  ) throws -> [ComparedTile] {
    let thresholds = try app.queries.current().thresholds
    let tiles = try app.catalogue.photos.grid(ids, thresholds: thresholds)
    return try tiles.map { tile in
      let results = try app.catalogue.models.results(ofPhoto: tile.id)
      return ComparedTile(
        tile: tile, a: results.first { $0.model == a }, b: results.first { $0.model == b })
    }
  }
}

extension ModelComparison {
  fileprivate static let shape = Shape<ModelComparison>.object([
    .field("a", model) { $0.first }, .field("b", model) { $0.second },
    .field("task", .word) { $0.task }, .field("vocabulary", .string) { $0.vocabulary },
    .field("photos", .integer) { $0.photos },
    .field("top_differs", .optional(.integer)) { $0.topDiffers },
    .field("classes", .list(row)) { $0.classes },
  ])

  private static let model = Shape<ComparedModel>.object([
    .field("id", .string) { $0.model }, .field("threshold", .number) { $0.threshold },
  ])

  private static let row = Shape<ClassComparison>.object([
    .field("class", .string) { $0.className }, .field("a", .integer) { $0.onlyFirst },
    .field("both", .integer) { $0.both }, .field("b", .integer) { $0.onlySecond },
  ])
}
