internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import Library
internal import PhotoCore
internal import Query

/// Personal labels: what there is, making, naming and forgetting them, and where they count.
enum LabelRoutes {
  static let all: [Route] =
    [
      Route(
        .get, "/api/v1/labels", .viewing,
        RouteDocument(
          "The labels by name, and the classes whose boxes a label can be about",
          answer: Listed.shape),
        handler: list),
      Route(
        .post, "/api/v1/labels", .editing,
        RouteDocument(
          "Create a label without examples; class is the class of its boxes, null for whole photos",
          body: NewLabel.self, answer: LabelRecord.shape), handler: make),
      Route(
        .get, "/api/v1/labels/{id}", .viewing,
        RouteDocument("A label", answer: LabelRecord.shape),
        handler: show),
      Route(
        .put, "/api/v1/labels/{id}/name", .editing,
        RouteDocument(
          "Rename a label", body: NewName.self, answer: LabelRecord.shape),
        handler: rename),
      Route(
        .put, "/api/v1/labels/{id}/threshold", .editing,
        RouteDocument(
          "Set the threshold of a label; null for the one that its version proposes",
          body: NewThreshold.self, answer: LabelRecord.shape),
        handler: threshold),
      Route(
        .delete, "/api/v1/labels/{id}", .editing,
        RouteDocument(
          "Delete a label with its examples, versions and results; this cannot be undone"),
        handler: delete),
    ] + LabelExampleRoutes.all + LabelPhotoRoutes.all + LabelVersionRoutes.all

  private struct NewLabel: Decodable {
    let name: String
    let `class`: String?
  }
  private struct NewName: Decodable { let name: String }
  private struct NewThreshold: Decodable { let threshold: Double? }

  private struct Listed {
    let labels: [LabelRecord]
    /// Those whose boxes a label can be about.
    let classes: [String]

    static let shape = Shape<Listed>.object([
      .field("labels", .list(LabelRecord.shape)) { $0.labels },
      .field("classes", .list(.string)) { $0.classes },
    ])
  }

  @Sendable private static func list(_ call: WebCall) throws -> Listed {
    let catalogue = call.app.catalogue
    return Listed(
      labels: try catalogue.labels.all(),
      classes: try catalogue.models.boxClasses())
  }

  @Sendable private static func make(_ call: WebCall, _ wanted: NewLabel) throws -> LabelRecord {
    let app = call.app
    let name = try LabelName(wanted.name)
    if let className = wanted.class, try !app.catalogue.models.boxClasses().contains(className) {
      throw RequestProblem(
        .unprocessableContent,
        "No model finds boxes of “\(className)”. Choose a class from the list.")
    }
    let label = try app.catalogue.labels.make(
      name, subject: LabelSubject(className: wanted.class), at: app.now())
    try app.noteChange()
    return label
  }

  @Sendable private static func show(_ call: WebCall) throws -> LabelRecord { try label(call) }

  @Sendable private static func rename(_ call: WebCall, _ wanted: NewName) throws -> LabelRecord {
    try change(call) { app, label in
      try app.catalogue.labels.rename(label.id, to: try LabelName(wanted.name))
    }
  }

  @Sendable private static func threshold(
    _ call: WebCall, _ wanted: NewThreshold
  ) throws -> LabelRecord {
    guard wanted.threshold.map((0...1).contains) ?? true else {
      throw RequestProblem(.unprocessableContent, "A threshold must be a probability from 0 to 1.")
    }
    return try change(call) { app, label in
      try app.catalogue.labels.setThreshold(wanted.threshold, of: label.id)
    }
  }

  @Sendable private static func delete(_ call: WebCall) throws {
    let app = call.app
    let id = try call.id()
    guard try app.library.deleteLabel(id, from: app.catalogue) else { throw LabelError.gone }
    try app.noteChange()
  }

  // MARK: For all routes of a label

  /// The label of the address.
  ///
  /// - Throws: `LabelError.gone` where there is none.
  static func label(_ call: WebCall) throws -> LabelRecord {
    try label(try call.id(), call.app)
  }

  /// A label as it is now.
  ///
  /// - Throws: `LabelError.gone` where there is none.
  static func label(_ id: Int64, _ app: WebApp) throws -> LabelRecord {
    guard let label = try app.catalogue.labels.label(id) else { throw LabelError.gone }
    return label
  }

  /// Changes a label and answers with it as it is now.
  static func change(
    _ call: WebCall, _ change: (WebApp, LabelRecord) throws -> Void
  ) throws -> LabelRecord {
    let app = call.app
    let label = try label(call)
    try change(app, label)
    try app.noteChange()
    return try Self.label(label.id, app)
  }
}
