internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// What labels are taught by: marking, taking back, and files of examples.
enum LabelExampleRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/labels/{id}/examples", .viewing,
      RouteDocument(
        "The examples, latest first",
        [
          .init("answer", .boolean, "Only those marked yes or no; default: both."),
          .init("offset", .integer, "The offset of the first example; default: 0."),
          .init("limit", .integer, "1 to 500; default: 100."),
        ],
        answer: .object([
          ("count", .integer), ("offset", .integer), ("examples", .list(.any)),
        ])), handler: list),
    Route(
      .post, "/api/v1/labels/{id}/examples", .editing,
      RouteDocument(
        "Answer for photos, or for boxes as returned by the API; null removes the answers",
        body: MarkAnswer.schema,
        answer: .object([("changed", .integer), ("label", .named("Label"))])), handler: answer),
    Route(
      .post, "/api/v1/labels/{id}/examples/photos", .editing,
      RouteDocument(
        "Answer for selected photos. For boxes, no means all of a photo, and yes the "
          + "only one, or the largest of several if largest is true",
        body: PhotoAnswer.schema,
        answer: .object([
          ("changed", .integer), ("without", .list(.integer)), ("ambiguous", .list(.integer)),
          ("label", .named("Label")),
        ])), handler: answerPhotos),
    Route(
      .post, "/api/v1/labels/{id}/examples/undo", .editing,
      RouteDocument(
        "Undo the label's last answer, however many photos it covered",
        answer: .object([
          ("marks", .list(MarkAnswer.Mark.schema)), ("label", .named("Label")),
        ])), handler: undo),
    Route(
      .get, "/api/v1/labels/{id}/examples.csv", .viewing,
      RouteDocument("The examples as a CSV file", answer: .file("text/csv")), handler: export),
    Route(
      .post, "/api/v1/labels/{id}/examples/import", .editing,
      RouteDocument(
        "Import examples from a CSV file; rows about unknown photos are skipped",
        body: .object([("text", .string)]),
        answer: .object([
          ("changed", .integer), ("unknown", .integer), ("problems", .map(.string)),
          ("label", .named("Label")),
        ])), handler: importing),
  ]

  private struct File: Decodable { let text: String }

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...500, default: 100)
    let wanted = try call.boolean("answer")
    return try await LabelRoutes.withLabel(call) { app, label in
      let examples = try app.catalogue.labels.examples(of: label.id)
        .filter { wanted == nil || $0.answer == wanted }
      let page = Array(examples.reversed().dropFirst(offset).prefix(limit))
      let tiles = try LabelJSON.tiles(page.map(\.mark.photo), app)
      return .object([
        ("count", .count(examples.count)), ("offset", .count(offset)),
        (
          "examples",
          .array(
            page.map { example in
              .object([
                ("photo", tiles[example.mark.photo] ?? .null),
                ("box", LabelJSON.box(example.mark.box)), ("answer", .bool(example.answer)),
                ("origin", .text(example.origin.rawValue)),
                ("marked_ms", .integer(example.markedMilliseconds)),
              ])
            })
        ),
      ])
    }
  }

  @Sendable private static func answer(_ call: WebCall) async throws -> Response {
    let body = try await call.json(MarkAnswer.self)
    let origin = try MarkOrigin(asSent: body.origin)
    return try await LabelRoutes.withLabel(call) { app, label in
      let changed = try app.catalogue.labels.mark(
        try body.marks(about: label.subject), as: body.answer, of: label.id, by: origin,
        at: app.now())
      return try withNow(label, app, [("changed", .count(changed))])
    }
  }

  @Sendable private static func answerPhotos(_ call: WebCall) async throws -> Response {
    let body = try await call.json(PhotoAnswer.self)
    let origin = try MarkOrigin(asSent: body.origin)
    return try await LabelRoutes.withLabel(call) { app, label in
      let meant = try app.library.marking(
        body.ids, as: body.answer, for: label, takesLargest: body.largest ?? false,
        in: app.catalogue)
      let changed = try app.catalogue.labels.mark(
        meant.marks, as: body.answer, of: label.id, by: origin, at: app.now())
      return try withNow(
        label, app,
        [
          ("changed", .count(changed)), ("without", .array(meant.without.map(JSONText.integer))),
          ("ambiguous", .array(meant.ambiguous.map(JSONText.integer))),
        ])
    }
  }

  @Sendable private static func undo(_ call: WebCall) async throws -> Response {
    try await LabelRoutes.withLabel(call) { app, label in
      let marks = try app.catalogue.labels.undoMark(of: label.id)
      return try withNow(label, app, [("marks", .array(marks.map(LabelJSON.mark)))])
    }
  }

  @Sendable private static func export(_ call: WebCall) async throws -> Response {
    let (app, id) = (call.app, try call.id())
    let text = try await call.run {
      guard try app.catalogue.labels.label(id) != nil else { throw LabelError.gone }
      return ExampleFile.text(of: try app.catalogue.labels.examples(of: id))
    }
    return .bytes(
      Array(text.utf8), type: "text/csv; charset=utf-8",
      headers: [.contentDisposition: "attachment; filename=\"examples-\(id).csv\""])
  }

  @Sendable private static func importing(_ call: WebCall) async throws -> Response {
    let body = try await call.json(File.self)
    return try await LabelRoutes.withLabel(call) { app, label in
      let read = try ExampleFile.read(body.text, into: label, app.catalogue, at: app.now())
      let problems = read.problems.sorted { $0.key < $1.key }
        .map { ("\($0.key)", JSONText.text($0.value)) }
      return try withNow(
        label, app,
        [
          ("changed", .count(read.changed)), ("unknown", .count(read.unknown)),
          ("problems", .object(problems)),
        ])
    }
  }

  /// Members, and the label as it is now.
  private static func withNow(
    _ label: LabelRecord, _ app: WebApp, _ members: [(String, JSONText)]
  ) throws -> JSONText {
    guard let now = try app.catalogue.labels.label(label.id) else { throw LabelError.gone }
    return .object(members + [("label", LabelJSON.label(now))])
  }
}
