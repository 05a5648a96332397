internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import PhotoCore
internal import Query
internal import Search

/// Photos of a result, a page at a time, and one photo with everything about it.
enum PhotoRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/photos", .viewing,
      RouteDocument(
        "A page of a result",
        QueryParameter.query + [
          .init("offset", .integer, summary: "The offset of the first photo; default: 0."),
          .init("limit", .integer, summary: "1 to 500; default: 100."),
          .init(
            "fields", .words(Fields.self), summary: "The amount of detail per photo; default: grid."
          ),
          .init(
            "sort", .oneOf(PhotoColumn.sortable.map(\.rawValue)),
            summary: "A column to sort by, instead of order."),
          .init("direction", .words(Direction.self), summary: "With sort; default: asc."),
        ],
        answer: PhotoPage.shape), handler: list),
    Route(
      .get, "/api/v1/photos/{id}", .viewing,
      RouteDocument(
        "Everything about one photo",
        [
          .init(
            "q", .string,
            summary:
              "A query: the answer includes its reasons and the photo's offset in its result.")
        ] + [
          .init("order", .words(OrderName.self), summary: "The order for that offset.")
        ], answer: FullPhoto.shape), handler: show),
  ]

  private enum Fields: String, CaseIterable {
    case grid, table
  }

  private enum Direction: String, CaseIterable {
    case ascending = "asc"
    case descending = "desc"
  }

  /// A part of a result.
  private struct PhotoPage {
    let version: Int64
    let offset, count: Int
    let photos: Either<[GridPhoto], [TablePhoto]>

    static let shape = Shape<PhotoPage>.object([
      .field("version", .integer) { $0.version }, .field("offset", .integer) { $0.offset },
      .field("count", .integer) { $0.count },
      .field("photos", .either(.list(GridPhoto.shape), .list(TablePhoto.shape))) { $0.photos },
    ])
  }

  @Sendable private static func list(_ call: WebCall) throws -> PhotoPage {
    let app = call.app
    let text = call.text("q") ?? ""
    let order = call.text("order") ?? "oldest"
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...500, default: 100)
    let isTable = call.text("fields") == Fields.table.rawValue
    let sort = try call.text("sort").map { name in
      guard let sort = PhotoColumn(rawValue: name), sort.isSortable else {
        throw RequestProblem(.badRequest, "Cannot sort by column “\(name)”.")
      }
      return sort
    }
    let isDescending = call.text("direction") == Direction.descending.rawValue
    let found = try app.queries.find(text, order: order)
    let page = offset..<offset + limit
    let ids =
      try sort.map { try app.sorted.ids(of: found, by: $0, isDescending, page) }
      ?? found.result.ids(page)
    let photos = try app.catalogue.photos.grid(ids, thresholds: found.snapshot.thresholds)
    return PhotoPage(
      version: found.result.version, offset: offset, count: found.result.count,
      photos: isTable ? .second(try table(photos, found, app)) : .first(photos))
  }

  private static func table(
    _ photos: [GridPhoto], _ found: QueryResult, _ app: WebApp
  ) throws -> [TablePhoto] {
    let records = Dictionary(
      try app.catalogue.photos.records(photos.map(\.id)).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return photos.compactMap { photo in
      records[photo.id].map { TablePhoto(photo, $0, found.snapshot.thresholds) }
    }
  }

  @Sendable private static func show(_ call: WebCall) throws -> FullPhoto {
    let app = call.app
    let id = try call.id()
    let text = call.text("q") ?? ""
    let order = call.text("order") ?? "oldest"
    let found = try app.queries.find(text, order: order)
    let thresholds = found.snapshot.thresholds
    guard
      let photo = try app.catalogue.photos.grid([id], thresholds: thresholds).first,
      let record = try app.catalogue.photos.records([id]).first
    else { throw RequestProblem(.notFound, "Photo not found.") }
    let why =
      try found.resolved.map { try ReferenceEvaluator.why($0, record).map(\.description) } ?? []
    let files = try app.catalogue.files.of(photo: id)
    let results = try app.catalogue.models.results(ofPhoto: id)
    return FullPhoto(
      row: TablePhoto(photo, record, thresholds), files: files,
      answers: try answers(record, app), index: found.result.index(of: id), why: why,
      results: results)
  }

  /// What the user answered for the photo, or for the box, that each label is about.
  private static func answers(_ photo: PhotoRecord, _ app: WebApp) throws -> [Int64: Bool] {
    var answers: [Int64: Bool] = [:]
    for score in photo.labels {
      let given = try app.catalogue.labels.answers(of: score.label, forPhotos: [photo.id])
      answers[score.label] = given[LabelMark(photo: photo.id, box: score.box)]
    }
    return answers
  }
}
