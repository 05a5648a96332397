internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import Library
internal import PhotoCore

/// What labels are taught by: marking, taking back, and files of examples.
enum LabelExampleRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/labels/{id}/examples", .viewing,
      RouteDocument(
        "The examples, latest first",
        [
          .init("answer", .boolean, summary: "Only those marked yes or no; default: both."),
          .init("offset", .integer, summary: "The offset of the first example; default: 0."),
          .init("limit", .integer, summary: "1 to 500; default: 100."),
        ],
        answer: ListedPage.shape), handler: list),
    Route(
      .post, "/api/v1/labels/{id}/examples", .editing,
      RouteDocument(
        "Answer for photos, or for boxes as returned by the API; null removes the answers",
        body: MarkAnswer.self, answer: Changed.shape), handler: answer),
    Route(
      .post, "/api/v1/labels/{id}/examples/photos", .editing,
      RouteDocument(
        "Answer for selected photos. For boxes, no means all of a photo, and yes the "
          + "only one, or the largest of several if largest is true",
        body: PhotoAnswer.self, answer: ChangedPhotos.shape), handler: answerPhotos),
    Route(
      .post, "/api/v1/labels/{id}/examples/undo", .editing,
      RouteDocument(
        "Undo the label's last answer, however many photos it covered",
        answer: Undone.shape), handler: undo),
    Route(
      .get, "/api/v1/labels/{id}/examples.csv", .viewing,
      RouteDocument("The examples as a CSV file", file: "text/csv; charset=utf-8"), handler: export),
    Route(
      .post, "/api/v1/labels/{id}/examples/import", .editing,
      RouteDocument(
        "Import examples from a CSV file; rows about unknown photos are skipped",
        body: File.self, answer: Imported.shape), handler: importing),
  ]

  private struct File: Decodable { let text: String }

  private struct ListedPage {
    /// All that were asked for.
    let count: Int
    let offset: Int
    /// Each with its photo; nil where that is not known any more.
    let examples: [(tile: GridPhoto?, example: LabelExample)]

    static let shape = Shape<ListedPage>.object([
      .field("count", .integer) { $0.count }, .field("offset", .integer) { $0.offset },
      .field("examples", .list(example)) { $0.examples },
    ])

    private static let example = Shape<(tile: GridPhoto?, example: LabelExample)>.object([
      .field("photo", .optional(GridPhoto.shape)) { $0.tile },
      .field("box", .optional(UnitBox.shape)) { $0.example.mark.box },
      .field("answer", .boolean) { $0.example.answer },
      .field("origin", .word) { $0.example.origin },
      .field("marked_ms", .integer) { $0.example.markedMilliseconds },
    ])
  }

  @Sendable private static func list(_ call: WebCall) throws -> ListedPage {
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...500, default: 100)
    let wanted = try call.boolean("answer")
    let app = call.app
    let label = try LabelRoutes.label(call)
    let all = try app.catalogue.labels.examples(of: label.id)
    let examples = all.filter { wanted == nil || $0.answer == wanted }
    let page = Array(examples.reversed().dropFirst(offset).prefix(limit))
    let tiles = try app.tiles(page.map(\.mark.photo))
    return ListedPage(
      count: examples.count, offset: offset, examples: page.map { (tiles[$0.mark.photo], $0) })
  }

  /// How many answers changed, and the label as it is now.
  private struct Changed {
    let count: Int
    let label: LabelRecord

    static let shape = Shape<Changed>.object([
      .field("changed", .integer) { $0.count }, .field("label", LabelRecord.shape) { $0.label },
    ])
  }

  @Sendable private static func answer(_ call: WebCall, _ body: MarkAnswer) throws -> Changed {
    let origin = try MarkOrigin(asSent: body.origin)
    let app = call.app
    let label = try LabelRoutes.label(call)
    let marks = try body.marks(about: label.subject)
    let changed = try app.catalogue.labels.mark(
      marks, as: body.answer, of: label.id, by: origin, at: app.now())
    return Changed(count: changed, label: try LabelRoutes.label(label.id, app))
  }

  private struct ChangedPhotos {
    let count: Int
    let marking: LabelMarking
    let label: LabelRecord

    static let shape = Shape<ChangedPhotos>.object([
      .field("changed", .integer) { $0.count },
      .field("without", .list(.integer)) { $0.marking.without },
      .field("ambiguous", .list(.integer)) { $0.marking.ambiguous },
      .field("label", LabelRecord.shape) { $0.label },
    ])
  }

  @Sendable private static func answerPhotos(
    _ call: WebCall, _ body: PhotoAnswer
  ) throws -> ChangedPhotos {
    let origin = try MarkOrigin(asSent: body.origin)
    let app = call.app
    let label = try LabelRoutes.label(call)
    let meant = try app.library.marking(
      body.ids, as: body.answer, for: label, takesLargest: body.largest ?? false,
      in: app.catalogue)
    let changed = try app.catalogue.labels.mark(
      meant.marks, as: body.answer, of: label.id, by: origin, at: app.now())
    return ChangedPhotos(
      count: changed, marking: meant, label: try LabelRoutes.label(label.id, app))
  }

  private struct Undone {
    let marks: [LabelMark]
    let label: LabelRecord

    static let shape = Shape<Undone>.object([
      .field("marks", .list(LabelMark.shape)) { $0.marks },
      .field("label", LabelRecord.shape) { $0.label },
    ])
  }

  @Sendable private static func undo(_ call: WebCall) throws -> Undone {
    let app = call.app
    let label = try LabelRoutes.label(call)
    let marks = try app.catalogue.labels.undoMark(of: label.id)
    return Undone(marks: marks, label: try LabelRoutes.label(label.id, app))
  }

  @Sendable private static func export(_ call: WebCall) throws -> Response {
    let app = call.app
    let label = try LabelRoutes.label(call)
    let examples = try app.catalogue.labels.examples(of: label.id)
    return .bytes(
      Array(ExampleFile.text(of: examples).utf8), type: "text/csv; charset=utf-8",
      headers: [.contentDisposition: "attachment; filename=\"examples-\(label.id).csv\""])
  }

  private struct Imported {
    let changed, unknown: Int
    /// Sentences by the number of the line.
    let problems: [Int: String]
    let label: LabelRecord

    static let shape = Shape<Imported>.object([
      .field("changed", .integer) { $0.changed }, .field("unknown", .integer) { $0.unknown },
      .field("problems", .map(.string)) { $0.problems },
      .field("label", LabelRecord.shape) { $0.label },
    ])
  }

  @Sendable private static func importing(_ call: WebCall, _ body: File) throws -> Imported {
    let app = call.app
    let label = try LabelRoutes.label(call)
    let read = try ExampleFile.read(body.text, into: label, app.catalogue, at: app.now())
    return Imported(
      changed: read.changed, unknown: read.unknown, problems: read.problems,
      label: try LabelRoutes.label(label.id, app))
  }
}
