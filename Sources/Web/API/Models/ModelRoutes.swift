internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON
internal import PhotoCore

/// Networks: which there are, installing, checking, choosing and removing them.
enum ModelRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/models", .viewing,
      RouteDocument(
        "All models: those installed, and those that only have results",
        answer: .object([("models", .list(.named("Model"))), ("photos", .integer)])),
      handler: list),
    Route(
      .get, "/api/v1/models/installable", .administering,
      RouteDocument(
        "Models that can be installed by id, and presets for models from an address",
        answer: .object([("installable", .list(.any)), ("presets", .list(.any))])),
      handler: installable),
    Route(
      .get, "/api/v1/models/installs", .administering,
      RouteDocument(
        "Installations and verifications, running and since the server started",
        answer: .object([("installs", .list(.named("Install")))])), handler: installs),
    Route(
      .post, "/api/v1/models/install", .administering,
      RouteDocument(
        "Install a model by id, from an address with its SHA-256, or from files on the server; "
          + "one at a time",
        body: .partial([
          ("id", .string), ("address", .string), ("sha256", .string), ("preset", .string),
          ("name", .string), ("licence", .string), ("files", .list(.string)), ("labels", .string),
          ("size", .string),
        ]), answer: .named("Install")), handler: install),
    Route(
      .post, "/api/v1/models/installs/{id}/cancel", .administering,
      RouteDocument("Stop installing; the data received is kept", answer: .named("Install")),
      handler: cancel),
    Route(
      .post, "/api/v1/models/installs/{id}/repeat", .administering,
      RouteDocument(
        "Try again; a download continues where it stopped", answer: .named("Install")),
      handler: again),
    Route(
      .post, "/api/v1/models/{model}/verify", .administering,
      RouteDocument(
        "Check a model's files, load it and run it once", answer: .named("Install")),
      handler: verify),
    Route(
      .post, "/api/v1/models/{model}/use", .administering,
      RouteDocument(
        "Make a model active: its results count in searches, and imports use it",
        answer: .named("Model")), handler: use),
    Route(
      .delete, "/api/v1/models/{model}", .administering,
      RouteDocument("Remove a model from the library; its results stay", status: 204),
      handler: remove),
  ]

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    let app = call.app
    return try await call.answer {
      let list = try ModelList(app)
      return .object([
        ("models", .array(list.entries.map(\.json))), ("photos", .count(list.photos)),
      ])
    }
  }

  @Sendable private static func installable(_ call: WebCall) async throws -> Response {
    let networks = call.app.webModels
    return try await call.answer {
      let installed = Set(networks.installed().map(\.id))
      let presets = networks.presets.map { preset in
        JSONText.object([
          ("id", .text(preset.id)), ("summary", .text(preset.summary)),
          ("needs_two_files", .bool(preset.needsTwoFiles)),
        ])
      }
      return .object([
        (
          "installable",
          .array(networks.installable.map { json($0, isInstalled: installed.contains($0.id)) })
        ), ("presets", .array(presets)),
      ])
    }
  }

  private static func json(_ network: WebInstallableModel, isInstalled: Bool) -> JSONText {
    .object([
      ("id", .text(network.id)), ("name", .text(network.name)),
      ("task", .text(network.task.rawValue)), ("bytes", .integer(network.bytes)),
      ("licence", .text(network.licence)), ("address", .text(network.address)),
      ("published", .json(network.publishedJSON)), ("note", .text(network.note)),
      ("is_installed", .bool(isInstalled)),
    ])
  }

  // MARK: Tasks

  @Sendable private static func installs(_ call: WebCall) async throws -> Response {
    let modelTasks = call.app.modelTasks
    return try await call.answer { .object([("installs", .array(modelTasks.all.map(\.json)))]) }
  }

  @Sendable private static func install(_ call: WebCall) async throws -> Response {
    let app = call.app
    let task = try await call.json(ModelRequest.self).task(app.webModels)
    return try await call.answer { try start(task, app) }
  }

  private static func start(_ task: ModelTask, _ app: WebApp) throws -> JSONText {
    guard let status = app.modelTasks.start(task) else {
      throw Problem(
        .conflict, "A model is being installed or verified. Wait until it is done, or cancel it.")
    }
    return status.json
  }

  @Sendable private static func cancel(_ call: WebCall) async throws -> Response {
    let (modelTasks, id) = (call.app.modelTasks, try call.id())
    return try await call.answer {
      guard let status = modelTasks.cancel(id) else { throw noTask }
      return status.json
    }
  }

  @Sendable private static func again(_ call: WebCall) async throws -> Response {
    let (app, id) = (call.app, try call.id())
    return try await call.answer {
      guard let status = app.modelTasks.task(id) else { throw noTask }
      return try start(status.task, app)
    }
  }

  private static let noTask = Problem(
    .notFound, "This installation is no longer known. Install the model again.")

  @Sendable private static func verify(_ call: WebCall) async throws -> Response {
    let (app, id) = (call.app, try call.segment("model"))
    return try await call.answer {
      try requireInstalled(id, app)
      return try start(.verify(id: id), app)
    }
  }

  // MARK: Choosing and removing

  @Sendable private static func use(_ call: WebCall) async throws -> Response {
    let (app, id) = (call.app, try call.segment("model"))
    return try await call.answer {
      let network = try requireInstalled(id, app)
      guard let task = network.facts?.task, network.problem == nil else {
        throw Problem(.conflict, network.problem ?? "The record of “\(id)” cannot be used.")
      }
      try app.catalogue.models.setActive(id, for: task)
      app.queries.forgetWords()
      try app.noteChange()
      return try ModelList(app)[id]?.json ?? .null
    }
  }

  @Sendable private static func remove(_ call: WebCall) async throws -> Response {
    let (app, id) = (call.app, try call.segment("model"))
    try await call.run {
      let network = try requireInstalled(id, app)
      let speaking = try ModelList.speaking(app, app.webModels.installed())
      guard !speaking.contains(id) else {
        throw Problem(.conflict, "“\(id)” is the active model. Make another model active first.")
      }
      guard network.isRemovable else {
        throw Problem(.conflict, "“\(id)” is part of Meridian and cannot be removed.")
      }
      do {
        try app.webModels.remove(id, speaking)
      } catch {
        throw Problem(.conflict, "\(error)")
      }
      app.modelTasks.forget(id)
    }
    return .done
  }

  @discardableResult
  private static func requireInstalled(_ id: String, _ app: WebApp) throws -> WebModel {
    guard ModelID.isValid(id),
      let network = app.webModels.installed().first(where: { $0.id == id })
    else { throw Problem(.notFound, "Model not found.") }
    return network
  }
}
