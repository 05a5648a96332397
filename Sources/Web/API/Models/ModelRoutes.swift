internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import PhotoCore

/// Networks: which there are, installing, checking, choosing and removing them.
enum ModelRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/models", .viewing,
      RouteDocument(
        "All models: those installed, and those that only have results",
        answer: ModelList.shape),
      handler: list),
    Route(
      .get, "/api/v1/models/installable", .administering,
      RouteDocument(
        "Models that can be installed by id, and presets for models from an address",
        answer: InstallableModelsAnswer.shape),
      handler: installable),
    Route(
      .get, "/api/v1/models/installs", .administering,
      RouteDocument(
        "Installations and verifications, running and since the server started",
        answer: .member("installs", .list(ModelTaskStatus.shape))), handler: installs),
    Route(
      .post, "/api/v1/models/install", .administering,
      RouteDocument(
        "Install a model by id, from an address with its SHA-256, or from files on the server; "
          + "one at a time",
        body: ModelRequest.self, answer: ModelTaskStatus.shape), handler: install),
    Route(
      .post, "/api/v1/models/installs/{id}/cancel", .administering,
      RouteDocument(
        "Stop installing; the data received is kept", answer: ModelTaskStatus.shape),
      handler: cancel),
    Route(
      .post, "/api/v1/models/installs/{id}/repeat", .administering,
      RouteDocument(
        "Try again; a download continues where it stopped", answer: ModelTaskStatus.shape),
      handler: again),
    Route(
      .post, "/api/v1/models/{model}/verify", .administering,
      RouteDocument(
        "Check a model's files, load it and run it once",
        answer: ModelTaskStatus.shape),
      handler: verify),
    Route(
      .post, "/api/v1/models/{model}/use", .administering,
      RouteDocument(
        "Make a model active: its results count in searches, and imports use it",
        answer: ModelList.Entry.shape), handler: use),
    Route(
      .delete, "/api/v1/models/{model}", .administering,
      RouteDocument("Remove a model from the library; its results stay"),
      handler: remove),
  ]

  @Sendable private static func list(_ call: WebCall) throws -> ModelList {
    try ModelList(call.app)
  }

  @Sendable private static func installable(_ call: WebCall) -> InstallableModelsAnswer {
    let networks = call.app.webModels
    let installed = Set(networks.installed().map(\.id))
    return InstallableModelsAnswer(
      networks: networks.installable.map { ($0, installed.contains($0.id)) },
      presets: networks.presets)
  }

  // MARK: Tasks

  @Sendable private static func installs(_ call: WebCall) -> [ModelTaskStatus] {
    call.app.modelTasks.all
  }

  @Sendable private static func install(
    _ call: WebCall, _ wanted: ModelRequest
  ) throws -> ModelTaskStatus {
    try start(try wanted.task(call.app.webModels), call.app)
  }

  private static func start(_ task: ModelTask, _ app: WebApp) throws -> ModelTaskStatus {
    guard let status = app.modelTasks.start(task) else {
      throw RequestProblem(
        .conflict, "A model is being installed or verified. Wait until it is done, or cancel it.")
    }
    return status
  }

  @Sendable private static func cancel(_ call: WebCall) throws -> ModelTaskStatus {
    guard let status = call.app.modelTasks.cancel(try call.id()) else { throw noTask }
    return status
  }

  @Sendable private static func again(_ call: WebCall) throws -> ModelTaskStatus {
    guard let status = call.app.modelTasks.task(try call.id()) else { throw noTask }
    return try start(status.task, call.app)
  }

  private static let noTask = RequestProblem(
    .notFound, "This installation is no longer known. Install the model again.")

  @Sendable private static func verify(_ call: WebCall) throws -> ModelTaskStatus {
    let app = call.app
    let id = try call.segment("model")
    try requireInstalled(id, app)
    return try start(.verify(id: id), app)
  }

  // MARK: Choosing and removing

  @Sendable private static func use(_ call: WebCall) throws -> ModelList.Entry {
    let app = call.app
    let id = try call.segment("model")
    let network = try requireInstalled(id, app)
    guard let task = network.facts?.task, network.problem == nil else {
      throw RequestProblem(.conflict, network.problem ?? "The record of “\(id)” cannot be used.")
    }
    try app.catalogue.models.setActive(id, for: task)
    app.queries.forgetWords()
    try app.noteChange()
    guard let entry = try ModelList(app)[id] else { throw noModel }
    return entry
  }

  @Sendable private static func remove(_ call: WebCall) throws {
    let app = call.app
    let id = try call.segment("model")
    let network = try requireInstalled(id, app)
    let active = try ModelList.active(app, app.webModels.installed())
    guard !active.contains(id) else {
      throw RequestProblem(
        .conflict, "“\(id)” is the active model. Make another model active first.")
    }
    guard network.isRemovable else {
      throw RequestProblem(.conflict, "“\(id)” is part of Meridian and cannot be removed.")
    }
    do {
      try app.webModels.remove(id, active)
    } catch {
      throw RequestProblem(.conflict, "\(error)")
    }
    app.modelTasks.forget(id)
  }

  private static let noModel = RequestProblem(.notFound, "Model not found.")

  @discardableResult
  private static func requireInstalled(_ id: String, _ app: WebApp) throws -> WebModel {
    guard ModelID.isValid(id),
      let network = app.webModels.installed().first(where: { $0.id == id })
    else { throw noModel }
    return network
  }
}
