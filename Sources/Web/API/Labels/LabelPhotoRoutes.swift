internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import Library
internal import PhotoCore
internal import Search

/// Photos to be answered for a label: those of a query, and those that it is unsure of.
enum LabelPhotoRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/labels/{id}/photos", .viewing,
      RouteDocument(
        "The photos of a query, with what can be marked on each and the present answers",
        QueryParameter.query.filter { $0.name != QueryParameter.draft.name } + [
          .init("offset", .integer, summary: "The offset of the first photo; default: 0."),
          .init("limit", .integer, summary: "1 to 200; default: 50."),
          .init(
            "mixed", .boolean,
            summary: "true to mix photos of different days; default: by the order."),
        ],
        answer: ListedPage.shape),
      handler: photos),
    Route(
      .get, "/api/v1/labels/{id}/review", .viewing,
      RouteDocument(
        "The unanswered items that the label is least certain about, least certain first",
        [.init("limit", .integer, summary: "1 to 200; default: 20.")],
        answer: Review.shape), handler: review),
  ]

  /// A photo with what can be marked on it.
  private struct Markable {
    let tile: GridPhoto
    /// Each with how it was answered; nil where it was not.
    let marks: [(mark: LabelMark, answer: Bool?)]

    static let shape = Shape<Markable>.object([
      .field("photo", GridPhoto.shape) { $0.tile }, .field("marks", .list(mark)) { $0.marks },
    ])

    private static let mark = Shape<(mark: LabelMark, answer: Bool?)>.object([
      .field("box", .optional(UnitBox.shape)) { $0.mark.box },
      .field("answer", .optional(.boolean)) { $0.answer },
    ])
  }

  private struct ListedPage {
    let count, offset: Int
    let photos: [Markable]

    static let shape = Shape<ListedPage>.object([
      .field("count", .integer) { $0.count }, .field("offset", .integer) { $0.offset },
      .field("photos", .list(Markable.shape)) { $0.photos },
    ])
  }

  @Sendable private static func photos(_ call: WebCall) throws -> ListedPage {
    let text = call.text("q") ?? ""
    let order = call.text("order") ?? "oldest"
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...200, default: 50)
    let isMixed = try call.boolean("mixed") ?? false
    let app = call.app
    let label = try LabelRoutes.label(call)
    let found = try app.queries.find(text, order: order)
    let wanted = offset..<offset + limit
    let ids = isMixed ? mixed(found.result, wanted) : found.result.ids(wanted)
    let marks = try app.library.marks(of: label, on: ids, in: app.catalogue)
    let answers = try app.catalogue.labels.answers(of: label.id, forPhotos: ids)
    let tiles = try app.tiles(ids)
    let photos = ids.compactMap { id in
      tiles[id].map { tile in
        Markable(tile: tile, marks: (marks[id] ?? []).map { ($0, answers[$0]) })
      }
    }
    return ListedPage(count: found.result.count, offset: offset, photos: photos)
  }

  private static func mixed(_ result: SearchResult, _ range: Range<Int>) -> [Int64] {
    MixedOrder(count: result.count).places(range).flatMap { result.ids($0..<$0 + 1) }
  }

  /// What the label is unsure of.
  private struct Review {
    /// Photos at which its version has not looked yet.
    let pending: Int
    let uncertainPhotos: [(tile: GridPhoto?, doubt: UncertainPhoto)]

    static let shape = Shape<Review>.object([
      .field("pending", .integer) { $0.pending },
      .field("doubts", .list(doubt)) { $0.uncertainPhotos },
    ])

    private static let doubt = Shape<(tile: GridPhoto?, doubt: UncertainPhoto)>.object([
      .field("photo", .optional(GridPhoto.shape)) { $0.tile },
      .field("box", .optional(UnitBox.shape)) { $0.doubt.mark.box },
      .field("probability", .number) { $0.doubt.probability },
    ])
  }

  @Sendable private static func review(_ call: WebCall) throws -> Review {
    let limit = try call.integer("limit", in: 1...200, default: 20)
    let app = call.app
    let label = try LabelRoutes.label(call)
    let uncertainPhotos = try app.catalogue.labelResults.uncertainPhotos(of: label, limit: limit)
    let tiles = try app.tiles(uncertainPhotos.map(\.mark.photo))
    let pending = try app.catalogue.labelResults.pendingCount(of: label)
    return Review(
      pending: pending, uncertainPhotos: uncertainPhotos.map { (tiles[$0.mark.photo], $0) })
  }
}
