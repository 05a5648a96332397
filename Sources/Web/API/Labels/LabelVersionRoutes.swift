internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Labels
internal import Learning
internal import Library
internal import PhotoCore

/// Training labels, what was measured, and which version answers.
enum LabelVersionRoutes {
  static let all: [Route] = [
    Route(
      .post, "/api/v1/labels/{id}/train", .editing,
      RouteDocument(
        "Train a label on its examples, as a job; default: both learners",
        body: Training.self, answer: Job.shape),
      handler: train),
    Route(
      .get, "/api/v1/labels/{id}/versions", .viewing,
      RouteDocument(
        "The versions, newest training first; the previously active one, and how many photos the "
          + "active one has not analysed yet",
        answer: Versions.shape), handler: list),
    Route(
      .get, "/api/v1/labels/{id}/versions/{number}", .viewing,
      RouteDocument(
        "The cross-validation results of a training, for both learners",
        [
          .init(
            "threshold", .number,
            summary:
              "The threshold for counting right and wrong, 0 to 1; default: each learner's proposal."
          )
        ],
        answer: Measured.shape), handler: figures),
    Route(
      .post, "/api/v1/labels/{id}/versions/{number}/use", .editing,
      RouteDocument(
        "Make a version active; a job applies it to the photos that it has not analysed",
        body: Use.self, answer: LabelRecord.shape), handler: use),
    Route(
      .post, "/api/v1/labels/{id}/versions/undo", .editing,
      RouteDocument(
        "Make the previous version active again", answer: LabelRecord.shape), handler: undo),
  ]

  private struct Training: Decodable {
    let learner: Sent<LabelLearner>?
    let seed: UInt64?
  }
  private struct Use: Decodable { let learner: Sent<LabelLearner>? }

  @Sendable private static func train(_ call: WebCall, _ wanted: Training) throws -> Job {
    let learner = try learner(wanted.learner)
    // Seeds are kept as whole numbers of 64 bits with a sign.
    guard wanted.seed ?? 1 <= UInt64(Int64.max) else {
      throw RequestProblem(
        .unprocessableContent, "seed must be a whole number from 0 to \(Int64.max).")
    }
    let app = call.app
    let label = try LabelRoutes.label(call)
    let target = LabelTrainingTarget(label: label.id, learner: learner, seed: wanted.seed ?? 1)
    return try app.jobs.start(target)
  }

  private struct Versions {
    let versions: [ShownVersion]
    /// The one that answered before; nil for none.
    let before: ShownVersion?
    /// Photos at which the one in use has not looked yet.
    let pending: Int

    static let shape = Shape<Versions>.object([
      .field("versions", .list(ShownVersion.shape)) { $0.versions },
      .field("before", .optional(ShownVersion.shape)) { $0.before },
      .field("pending", .integer) { $0.pending },
    ])
  }

  @Sendable private static func list(_ call: WebCall) throws -> Versions {
    let app = call.app
    let label = try LabelRoutes.label(call)
    let versions = try app.catalogue.labelVersions.all(of: label.id)
    let before = try app.catalogue.labelVersions.previous(of: label.id)
    let pending = try app.catalogue.labelResults.pendingCount(of: label)
    return Versions(
      versions: versions.map { ShownVersion($0, of: label) },
      before: before.map { ShownVersion($0, of: label) }, pending: pending)
  }

  /// What was measured of a training.
  private struct Measured {
    let number: Int64
    let figures: [LabelFigures]

    private var comparison: LearnerComparison? { figures.compactMap(\.metrics.comparison).first }

    static let shape = Shape<Measured>.object([
      .field("number", .integer) { $0.number },
      .field("proposed", .optional(.word)) { $0.comparison?.proposed },
      .field("reason", .optional(.string)) { $0.comparison?.reason },
      .field("learners", .list(LabelFigures.shape)) { $0.figures },
    ])
  }

  @Sendable private static func figures(_ call: WebCall) throws -> Measured {
    let number = try call.id("number")
    let threshold = try call.text("threshold").map { _ in
      try call.number("threshold", in: 0...1)
    }
    let app = call.app
    let label = try LabelRoutes.label(call)
    let all = try app.catalogue.labelVersions.all(of: label.id)
    let versions = all.filter { Int64($0.number) == number }
    guard !versions.isEmpty else { throw LabelError.noVersion(Int(clamping: number), nil) }
    return Measured(
      number: number,
      figures: try versions.compactMap { try LabelFigures($0, threshold: threshold, app) })
  }

  @Sendable private static func use(_ call: WebCall, _ wanted: Use) throws -> LabelRecord {
    let number = try call.id("number")
    let learner = try learner(wanted.learner)
    return try LabelRoutes.change(call) { app, label in
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

  @Sendable private static func undo(_ call: WebCall) throws -> LabelRecord {
    try LabelRoutes.change(call) { app, label in
      guard try app.catalogue.labelVersions.undoUse(of: label.id) != nil else {
        throw RequestProblem(.conflict, "No version was active before this one.")
      }
      try look(label.id, app)
    }
  }

  private static func learner(_ sent: Sent<LabelLearner>?) throws -> LabelLearner? {
    guard let sent else { return nil }
    guard let learner = sent.word else {
      throw RequestProblem(.unprocessableContent, "learner must be cnn3 or transfer.")
    }
    return learner
  }
}
