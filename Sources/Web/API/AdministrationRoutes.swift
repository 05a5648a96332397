internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// Storage, backups and health.
enum AdministrationRoutes {
  private static let backup = Schema.object([
    ("name", .string), ("bytes", .integer), ("made_ms", .integer),
  ])

  static let all: [Route] = [
    Route(
      .get, "/api/v1/storage", .administering,
      RouteDocument("Disk space in use", answer: .map(.any)), handler: storage),
    Route(
      .get, "/api/v1/backups", .administering,
      RouteDocument("Backups of the catalogue", answer: .object([("backups", .list(backup))])),
      handler: backups),
    Route(
      .post, "/api/v1/backups", .administering,
      RouteDocument("Back the catalogue up now", answer: backup), handler: makeBackup),
    Route(
      .get, "/api/v1/backups/{name}", .administering,
      RouteDocument("Download a backup", answer: .file("application/vnd.sqlite3")),
      handler: download),
    Route(
      .delete, "/api/v1/backups/{name}", .administering,
      RouteDocument("Delete a backup", status: 204), handler: removeBackup),
    Route(
      .get, "/api/v1/health", .administering,
      RouteDocument(
        "Check the installation and the library; takes seconds",
        answer: .object([("checks", .list(.any)), ("ok", .boolean)])), handler: health),
  ]

  @Sendable private static func storage(_ call: WebCall) async throws -> Response {
    let app = call.app
    return try await call.answer { try StorageReport(app.library, app.catalogue).json }
  }

  @Sendable private static func backups(_ call: WebCall) async throws -> Response {
    let store = BackupStore(library: call.app.library)
    return try await call.answer { .object([("backups", .array(store.all.map(json)))]) }
  }

  private static func json(_ backup: BackupStore.Backup) -> JSONText {
    .object([
      ("name", .text(backup.name)), ("bytes", .integer(backup.bytes)),
      ("made_ms", .integer(backup.madeMilliseconds)),
    ])
  }

  @Sendable private static func makeBackup(_ call: WebCall) async throws -> Response {
    let app = call.app
    let store = BackupStore(library: app.library)
    return try await call.answer { json(try store.make(app.catalogue, at: app.now())) }
  }

  private static func path(_ call: WebCall) throws -> FilePath {
    guard let path = BackupStore(library: call.app.library).path(try call.segment("name")) else {
      throw Problem(.notFound, "Backup not found.")
    }
    return path
  }

  @Sendable private static func download(_ call: WebCall) async throws -> Response {
    let path = try path(call)
    return try await FileAnswer(
      path: path, type: "application/vnd.sqlite3", name: path.name.description, isDownload: true,
      cache: "no-store"
    ).response(call)
  }

  @Sendable private static func removeBackup(_ call: WebCall) async throws -> Response {
    let path = try path(call)
    try await call.run { try FileManager.default.removeItem(atPath: path.description) }
    return .done
  }

  /// The checks load the networks, which this process is spared: the program itself is asked.
  @Sendable private static func health(_ call: WebCall) async throws -> Response {
    let app = call.app
    return try await call.run { .json(try app.healthChecks()) }
  }
}
