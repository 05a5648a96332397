internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import Library
internal import OrderedJSON
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
          answer: .object([("labels", .list(.named("Label"))), ("classes", .list(.string))])),
        handler: list),
      Route(
        .post, "/api/v1/labels", .editing,
        RouteDocument(
          "Create a label without examples; class is the class of its boxes, null for whole photos",
          body: .partial([("name", .string), ("class", .optional(.string))]),
          answer: .named("Label")), handler: make),
      Route(
        .get, "/api/v1/labels/{id}", .viewing,
        RouteDocument("A label", answer: .named("Label")), handler: show),
      Route(
        .put, "/api/v1/labels/{id}/name", .editing,
        RouteDocument(
          "Rename a label", body: .object([("name", .string)]), answer: .named("Label")),
        handler: rename),
      Route(
        .put, "/api/v1/labels/{id}/threshold", .editing,
        RouteDocument(
          "Set the threshold of a label; null for the one that its version proposes",
          body: .object([("threshold", .optional(.number))]), answer: .named("Label")),
        handler: threshold),
      Route(
        .delete, "/api/v1/labels/{id}", .editing,
        RouteDocument(
          "Delete a label with its examples, versions and results; this cannot be undone",
          status: 204), handler: delete),
    ] + LabelExampleRoutes.all + LabelPhotoRoutes.all + LabelVersionRoutes.all

  private struct NewLabel: Decodable {
    let name: String
    let `class`: String?
  }
  private struct NewName: Decodable { let name: String }
  private struct NewThreshold: Decodable { let threshold: Double? }

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    let catalogue = call.app.catalogue
    return try await call.answer {
      .object([
        ("labels", .array(try catalogue.labels.all().map { LabelJSON.label($0) })),
        ("classes", .texts(try catalogue.models.boxClasses())),
      ])
    }
  }

  @Sendable private static func make(_ call: WebCall) async throws -> Response {
    let (app, wanted) = (call.app, try await call.json(NewLabel.self))
    return try await call.answer {
      let name = try LabelName(wanted.name)
      if let className = wanted.class, try !app.catalogue.models.boxClasses().contains(className) {
        throw Problem(
          .unprocessableContent,
          "No model finds boxes of “\(className)”. Choose a class from the list.")
      }
      let label = try app.catalogue.labels.make(
        name, subject: LabelSubject(className: wanted.class), at: app.now())
      try app.noteChange()
      return LabelJSON.label(label)
    }
  }

  @Sendable private static func show(_ call: WebCall) async throws -> Response {
    try await withLabel(call) { _, label in LabelJSON.label(label) }
  }

  @Sendable private static func rename(_ call: WebCall) async throws -> Response {
    let wanted = try await call.json(NewName.self)
    return try await change(call) { app, label in
      try app.catalogue.labels.rename(label.id, to: try LabelName(wanted.name))
    }
  }

  @Sendable private static func threshold(_ call: WebCall) async throws -> Response {
    let wanted = try await call.json(NewThreshold.self).threshold
    guard wanted.map((0...1).contains) ?? true else {
      throw Problem(.unprocessableContent, "A threshold must be a probability from 0 to 1.")
    }
    return try await change(call) { app, label in
      try app.catalogue.labels.setThreshold(wanted, of: label.id)
    }
  }

  @Sendable private static func delete(_ call: WebCall) async throws -> Response {
    let (app, id) = (call.app, try call.id())
    try await call.run {
      guard try app.library.deleteLabel(id, from: app.catalogue) else { throw LabelError.gone }
      try app.noteChange()
    }
    return .done
  }

  // MARK: For all routes of a label

  /// Answers with what is made of the label of the address.
  ///
  /// - Throws: `LabelError.gone` where there is none.
  static func withLabel(
    _ call: WebCall, _ body: @escaping @Sendable (WebApp, LabelRecord) throws -> JSONText
  ) async throws -> Response {
    let (app, id) = (call.app, try call.id())
    return try await call.answer {
      guard let label = try app.catalogue.labels.label(id) else { throw LabelError.gone }
      return try body(app, label)
    }
  }

  /// Changes a label and answers with it as it is now.
  static func change(
    _ call: WebCall, _ change: @escaping @Sendable (WebApp, LabelRecord) throws -> Void
  ) async throws -> Response {
    try await withLabel(call) { app, label in
      try change(app, label)
      try app.noteChange()
      guard let changed = try app.catalogue.labels.label(label.id) else { throw LabelError.gone }
      return LabelJSON.label(changed)
    }
  }
}
