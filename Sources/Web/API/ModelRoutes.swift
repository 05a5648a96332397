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
        "All networks: those installed, and those that only left results",
        answer: NetworkList.shape),
      handler: list),
    Route(
      .get, "/api/v1/models/installable", .administering,
      RouteDocument(
        "Networks that can be installed by their id, and families for those from an address",
        answer: InstallableModels.shape),
      handler: installable),
    Route(
      .get, "/api/v1/models/installs", .administering,
      RouteDocument(
        "What is being installed or verified, and what was since the server started",
        answer: .member("installs", .list(NetworkErrandStatus.shape))), handler: installs),
    Route(
      .post, "/api/v1/models/install", .administering,
      RouteDocument(
        "Install a network by its id, from an address with its SHA-256, or from files on the server; "
          + "one at a time",
        body: NetworkRequest.self, answer: NetworkErrandStatus.shape), handler: install),
    Route(
      .post, "/api/v1/models/installs/{id}/cancel", .administering,
      RouteDocument(
        "Stop installing; what came is kept", answer: NetworkErrandStatus.shape),
      handler: cancel),
    Route(
      .post, "/api/v1/models/installs/{id}/repeat", .administering,
      RouteDocument(
        "Try again; a download goes on where it stopped", answer: NetworkErrandStatus.shape),
      handler: again),
    Route(
      .post, "/api/v1/models/{model}/verify", .administering,
      RouteDocument(
        "Check a network's files, load it and let it look at a picture",
        answer: NetworkErrandStatus.shape),
      handler: verify),
    Route(
      .post, "/api/v1/models/{model}/use", .administering,
      RouteDocument(
        "Let a network speak: its results count in searches where it has looked, and imports use it",
        answer: NetworkList.Entry.shape), handler: use),
    Route(
      .delete, "/api/v1/models/{model}", .administering,
      RouteDocument("Remove a network from the library; its results stay"),
      handler: remove),
  ]

  @Sendable private static func list(_ call: WebCall) throws -> NetworkList {
    try NetworkList(call.app)
  }

  @Sendable private static func installable(_ call: WebCall) -> InstallableModels {
    let networks = call.app.networks
    let installed = Set(networks.installed().map(\.id))
    return InstallableModels(
      networks: networks.installable.map { ($0, installed.contains($0.id)) },
      presets: networks.presets)
  }

  // MARK: Errands

  @Sendable private static func installs(_ call: WebCall) -> [NetworkErrandStatus] {
    call.app.errands.all
  }

  @Sendable private static func install(
    _ call: WebCall, _ wanted: NetworkRequest
  ) throws -> NetworkErrandStatus {
    try start(try wanted.errand(call.app.networks), call.app)
  }

  private static func start(_ errand: NetworkErrand, _ app: WebApp) throws -> NetworkErrandStatus {
    guard let status = app.errands.start(errand) else {
      throw Problem(
        .conflict, "A network is being installed or verified: wait for that, or cancel it.")
    }
    return status
  }

  @Sendable private static func cancel(_ call: WebCall) throws -> NetworkErrandStatus {
    guard let status = call.app.errands.cancel(try call.id()) else { throw noErrand }
    return status
  }

  @Sendable private static func again(_ call: WebCall) throws -> NetworkErrandStatus {
    guard let status = call.app.errands.errand(try call.id()) else { throw noErrand }
    return try start(status.errand, call.app)
  }

  private static let noErrand = Problem(
    .notFound, "That is not remembered any more: install the network anew.")

  @Sendable private static func verify(_ call: WebCall) throws -> NetworkErrandStatus {
    let (app, id) = (call.app, try call.segment("model"))
    try requireInstalled(id, app)
    return try start(.verify(id: id), app)
  }

  // MARK: Choosing and removing

  @Sendable private static func use(_ call: WebCall) throws -> NetworkList.Entry {
    let (app, id) = (call.app, try call.segment("model"))
    let network = try requireInstalled(id, app)
    guard let task = network.facts?.task, network.problem == nil else {
      throw Problem(.conflict, network.problem ?? "The record of “\(id)” cannot be used.")
    }
    try app.catalogue.setSpeakingModel(id, for: task)
    app.queries.forgetWords()
    try app.noteChange()
    guard let entry = try NetworkList(app)[id] else { throw noNetwork }
    return entry
  }

  @Sendable private static func remove(_ call: WebCall) throws {
    let (app, id) = (call.app, try call.segment("model"))
    let network = try requireInstalled(id, app)
    let speaking = try NetworkList.speaking(app, app.networks.installed())
    guard !speaking.contains(id) else {
      throw Problem(.conflict, "“\(id)” speaks in searches: let another network speak first.")
    }
    guard network.isRemovable else {
      throw Problem(.conflict, "“\(id)” came with the programme, and can only go with it.")
    }
    do {
      try app.networks.remove(id, speaking)
    } catch {
      throw Problem(.conflict, "\(error)")
    }
    app.errands.forget(id)
  }

  private static let noNetwork = Problem(.notFound, "There is no network of this id.")

  @discardableResult
  private static func requireInstalled(_ id: String, _ app: WebApp) throws -> InstalledNetwork {
    guard ModelID.isValid(id),
      let network = app.networks.installed().first(where: { $0.id == id })
    else { throw noNetwork }
    return network
  }
}
