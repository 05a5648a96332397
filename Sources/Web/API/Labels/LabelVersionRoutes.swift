internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Labels
internal import Learning
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// Training labels, what was measured, and which version answers.
enum LabelVersionRoutes {
  private static let learner = Schema.oneOf(LabelLearner.allCases.map(\.rawValue))

  static let all: [Route] = [
    Route(
      .post, "/api/v1/labels/{id}/train", .editing,
      RouteDocument(
        "Train a label on its examples, as a job; default: both learners",
        body: .partial([("learner", learner), ("seed", .integer)]), answer: .named("Job")),
      handler: train),
    Route(
      .get, "/api/v1/labels/{id}/versions", .viewing,
      RouteDocument(
        "The versions, newest training first; the previously active one, and how many photos the "
          + "active one has not analysed yet",
        answer: .object([
          ("versions", .list(.named("LabelVersion"))),
          ("before", .optional(.named("LabelVersion"))), ("pending", .integer),
        ])), handler: list),
    Route(
      .get, "/api/v1/labels/{id}/versions/{number}", .viewing,
      RouteDocument(
        "The cross-validation results of a training, for both learners",
        [
          .init(
            "threshold", .number,
            "The threshold for counting right and wrong, 0 to 1; default: each learner's proposal.")
        ],
        answer: .object([
          ("number", .integer), ("proposed", .optional(learner)), ("reason", .optional(.string)),
          ("learners", .list(.any)),
        ])), handler: figures),
    Route(
      .post, "/api/v1/labels/{id}/versions/{number}/use", .editing,
      RouteDocument(
        "Make a version active; a job applies it to the photos that it has not analysed",
        body: .partial([("learner", learner)]),
        answer: .named("Label")), handler: use),
    Route(
      .post, "/api/v1/labels/{id}/versions/undo", .editing,
      RouteDocument(
        "Make the previous version active again", answer: .named("Label")), handler: undo),
  ]

  private struct Training: Decodable {
    let learner: String?
    let seed: UInt64?
  }
  private struct Use: Decodable { let learner: String? }

  @Sendable private static func train(_ call: WebCall) async throws -> Response {
    let wanted = try await call.json(Training.self)
    let learner = try learner(wanted.learner)
    // Seeds are kept as whole numbers of 64 bits with a sign.
    guard wanted.seed ?? 1 <= UInt64(Int64.max) else {
      throw Problem(.unprocessableContent, "seed must be a whole number from 0 to \(Int64.max).")
    }
    return try await LabelRoutes.withLabel(call) { app, label in
      let target = LabelTrainingTarget(label: label.id, learner: learner, seed: wanted.seed ?? 1)
      return JobRoutes.json(try app.jobs.start(target))
    }
  }

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    try await LabelRoutes.withLabel(call) { app, label in
      let versions = try app.catalogue.labelVersions.all(of: label.id)
      let before = try app.catalogue.labelVersions.previous(of: label.id)
      return .object([
        ("versions", .array(versions.map { LabelJSON.version($0, inUse: label.version?.id) })),
        ("before", before.map { LabelJSON.version($0, inUse: label.version?.id) } ?? .null),
        ("pending", .count(try app.catalogue.labelResults.pendingCount(of: label))),
      ])
    }
  }

  @Sendable private static func figures(_ call: WebCall) async throws -> Response {
    let number = try call.id("number")
    let threshold = try call.text("threshold").map { _ in
      try call.number("threshold", in: 0...1)
    }
    return try await LabelRoutes.withLabel(call) { app, label in
      let versions = try app.catalogue.labelVersions.all(of: label.id)
        .filter { Int64($0.number) == number }
      guard !versions.isEmpty else { throw LabelError.noVersion(Int(clamping: number), nil) }
      let figures = try versions.compactMap {
        try LabelFigures($0, threshold: threshold, app)
      }
      let comparison = figures.compactMap(\.metrics.comparison).first
      return .object([
        ("number", .integer(number)),
        ("proposed", .text(orNull: comparison?.proposed.rawValue)),
        ("reason", .text(orNull: comparison?.reason)),
        ("learners", .array(figures.map(\.json))),
      ])
    }
  }

  @Sendable private static func use(_ call: WebCall) async throws -> Response {
    let number = try call.id("number")
    let learner = try learner(try await call.json(Use.self).learner)
    return try await LabelRoutes.change(call) { app, label in
      _ = try app.catalogue.labelVersions.use(
        Int(clamping: number), of: learner, for: label.id, at: app.now())
      try look(label.id, app)
    }
  }

  /// Another version has its own opinion of each photo: a job asks it.
  private static func look(_ id: Int64, _ app: WebApp) throws {
    guard let label = try app.catalogue.labels.label(id),
      try app.catalogue.labelResults.pendingCount(of: label) > 0
    else { return }
    _ = try app.jobs.start(LabelTrainingTarget(lookingFor: id))
  }

  @Sendable private static func undo(_ call: WebCall) async throws -> Response {
    try await LabelRoutes.change(call) { app, label in
      guard try app.catalogue.labelVersions.undoUse(of: label.id) != nil else {
        throw Problem(.conflict, "No version was active before this one.")
      }
      try look(label.id, app)
    }
  }

  private static func learner(_ text: String?) throws -> LabelLearner? {
    guard let text else { return nil }
    guard let learner = LabelLearner(rawValue: text) else {
      throw Problem(.unprocessableContent, "learner must be cnn3 or transfer.")
    }
    return learner
  }
}
