internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import Library
internal import OrderedJSON
internal import PhotoCore
internal import Search

/// Photos to be answered for a label: those of a query, and those that it is unsure of.
enum LabelPhotoRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/labels/{id}/photos", .viewing,
      RouteDocument(
        "The photos of a query, with what can be marked on each and the present answers",
        Schemas.query.filter { $0.name != "draft" } + [
          .init("offset", .integer, "The offset of the first photo; default: 0."),
          .init("limit", .integer, "1 to 200; default: 50."),
          .init(
            "mixed", .boolean, "true to mix photos of different days; default: by the order."),
        ],
        answer: .object([("count", .integer), ("offset", .integer), ("photos", .list(.any))])),
      handler: photos),
    Route(
      .get, "/api/v1/labels/{id}/review", .viewing,
      RouteDocument(
        "The unanswered items that the label is least certain about, least certain first",
        [.init("limit", .integer, "1 to 200; default: 20.")],
        answer: .object([("pending", .integer), ("doubts", .list(.any))])), handler: review),
  ]

  @Sendable private static func photos(_ call: WebCall) async throws -> Response {
    let (text, order) = (call.text("q") ?? "", call.text("order") ?? "oldest")
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...200, default: 50)
    let isMixed = try call.boolean("mixed") ?? false
    return try await LabelRoutes.withLabel(call) { app, label in
      let found = try app.queries.find(text, order: order)
      let wanted = offset..<offset + limit
      let ids = isMixed ? mixed(found.result, wanted) : found.result.ids(wanted)
      let marks = try app.library.marks(of: label, on: ids, in: app.catalogue)
      let answers = try app.catalogue.labels.answers(of: label.id, forPhotos: ids)
      let tiles = try LabelJSON.tiles(ids, app)
      let photos = ids.compactMap { id in
        tiles[id].map { tile in
          JSONText.object([
            ("photo", tile),
            ("marks", .array((marks[id] ?? []).map { json($0, answers[$0]) })),
          ])
        }
      }
      return .object([
        ("count", .count(found.result.count)), ("offset", .count(offset)),
        ("photos", .array(photos)),
      ])
    }
  }

  private static func mixed(_ result: SearchResult, _ range: Range<Int>) -> [Int64] {
    MixedOrder(count: result.count).places(range).flatMap { result.ids($0..<$0 + 1) }
  }

  private static func json(_ mark: LabelMark, _ answer: Bool?) -> JSONText {
    .object([
      ("box", LabelJSON.box(mark.box)), ("answer", answer.map(JSONText.bool) ?? .null),
    ])
  }

  @Sendable private static func review(_ call: WebCall) async throws -> Response {
    let limit = try call.integer("limit", in: 1...200, default: 20)
    return try await LabelRoutes.withLabel(call) { app, label in
      let doubts = try app.catalogue.labelResults.doubts(of: label, limit: limit)
      let tiles = try LabelJSON.tiles(doubts.map(\.mark.photo), app)
      return .object([
        ("pending", .count(try app.catalogue.labelResults.pendingCount(of: label))),
        (
          "doubts",
          .array(
            doubts.map { doubt in
              .object([
                ("photo", tiles[doubt.mark.photo] ?? .null),
                ("box", LabelJSON.box(doubt.mark.box)),
                ("probability", .number(doubt.probability)),
              ])
            })
        ),
      ])
    }
  }
}
