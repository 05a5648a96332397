internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import PhotoCore

/// Storage, backups and health.
enum AdministrationRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/storage", .administering,
      RouteDocument("Disk space in use", answer: StorageReport.shape), handler: storage),
    Route(
      .get, "/api/v1/backups", .administering,
      RouteDocument("Backups of the catalogue", answer: .member("backups", .list(backup))),
      handler: backups),
    Route(
      .post, "/api/v1/backups", .administering,
      RouteDocument("Back the catalogue up now", answer: backup), handler: makeBackup),
    Route(
      .get, "/api/v1/backups/{name}", .administering,
      RouteDocument("Download a backup", file: "application/vnd.sqlite3"),
      asyncHandler: download),
    Route(
      .delete, "/api/v1/backups/{name}", .administering,
      RouteDocument("Delete a backup"), handler: removeBackup),
    Route(
      .get, "/api/v1/health", .administering,
      RouteDocument(
        "Check the installation and the library; takes seconds",
        answer: HealthReport.shape), handler: health),
  ]

  private static let backup = Shape<BackupStore.BackupFile>.object([
    .field("name", .string) { $0.name }, .field("bytes", .integer) { $0.bytes },
    .field("made_ms", .integer) { $0.madeMilliseconds },
  ]).named("Backup")

  @Sendable private static func storage(_ call: WebCall) throws -> StorageReport {
    try StorageReport(call.app.library, call.app.catalogue)
  }

  @Sendable private static func backups(_ call: WebCall) -> [BackupStore.BackupFile] {
    BackupStore(library: call.app.library).all
  }

  @Sendable private static func makeBackup(_ call: WebCall) throws -> BackupStore.BackupFile {
    let app = call.app
    let store = BackupStore(library: app.library)
    return try store.make(app.catalogue, at: app.now())
  }

  private static func path(_ call: WebCall) throws -> FilePath {
    guard let path = BackupStore(library: call.app.library).path(try call.segment("name")) else {
      throw RequestProblem(.notFound, "Backup not found.")
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

  @Sendable private static func removeBackup(_ call: WebCall) throws {
    let path = try path(call)
    try FileManager.default.removeItem(atPath: path.description)
  }

  /// The checks load the networks, which this process is spared: the program itself is asked.
  @Sendable private static func health(_ call: WebCall) throws -> HealthReport {
    try HealthReport(json: try call.app.healthChecks())
  }
}
