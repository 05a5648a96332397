internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Library
internal import NIOCore
internal import OrderedJSON
internal import PhotoCore
internal import ServiceLifecycle

/// Runs that take long, and the news of them.
enum JobRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/jobs", .viewing,
      RouteDocument(
        "Recent jobs, newest first", answer: .object([("jobs", .list(.named("Job")))])),
      handler: list),
    Route(
      .post, "/api/v1/jobs", .administering,
      RouteDocument(
        "Add server folders, copy them into the library, scan all folders again, or run a "
          + "model on the photos that lack its results",
        body: .partial([
          ("kind", .oneOf(["add", "import", "refresh", "analyse_again"])),
          ("folders", .list(.string)), ("model", .string), ("thorough", .boolean), ("q", .string),
        ]), answer: .named("Job")), handler: start),
    steering("pause", "Pause a job") { try $0.pause($1) },
    steering("resume", "Resume a paused job") { try $0.resume($1) },
    steering("cancel", "Cancel a job; finished work is kept") { try $0.cancel($1) },
    Route(
      .get, "/api/v1/events", .viewing,
      RouteDocument(
        "Updates as Server-Sent Events: hello, job, models, catalogue",
        answer: .file("text/event-stream")),
      handler: listen),
    Route(
      .get, "/api/v1/sources", .viewing,
      RouteDocument("The added folders", answer: .object([("sources", .list(.string))])),
      handler: sources),
    Route(
      .get, "/api/v1/folders", .administering,
      RouteDocument(
        "The subfolders of a server folder, to choose one",
        [.init("path", .string, "An absolute path; default: the server's home folder.")],
        answer: .object([
          ("path", .string), ("parent", .optional(.string)), ("folders", .list(.any)),
          ("photos_here", .integer),
        ])), handler: folders),
  ]

  private static func steering(
    _ word: String, _ summary: String,
    _ act: @escaping @Sendable (JobRunner, Int64) throws -> Job?
  ) -> Route {
    Route(
      .post, "/api/v1/jobs/{id}/\(word)", .editing,
      RouteDocument(summary, answer: .named("Job"))
    ) { call in
      let (jobs, id) = (call.app.jobs, try call.id())
      return try await call.answer {
        guard let job = try act(jobs, id) else { throw Problem(.notFound, "Job not found.") }
        return json(job)
      }
    }
  }

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    let jobs = call.app.jobs
    return try await call.answer {
      .object([("jobs", .array(try jobs.jobs(limit: 100).map(json)))])
    }
  }

  private struct NewJob: Decodable {
    let kind: String
    let folders: [String]?
    let model: String?
    let thorough: Bool?
    let q: String?
  }

  @Sendable private static func start(_ call: WebCall) async throws -> Response {
    let wanted = try await call.json(NewJob.self)
    let app = call.app
    return try await call.answer {
      let folders = (wanted.folders ?? []).filter { !$0.isEmpty }.map { FilePath($0) }
      switch wanted.kind {
      case "refresh": return json(try app.jobs.start(.refresh))
      case "add", "import":
        guard !folders.isEmpty else {
          throw Problem(.unprocessableContent, "Give at least one server folder.")
        }
        for folder in folders { try check(folder, app.library) }
        return json(try app.jobs.start(wanted.kind == "add" ? .add : .importing, folders: folders))
      case "analyse_again":
        let job = try ReanalysisJob.start(
          model: wanted.model, isThorough: wanted.thorough ?? false, query: wanted.q, app)
        return json(job)
      default:
        throw Problem(
          .unprocessableContent, "kind must be add, import, refresh or analyse_again.")
      }
    }
  }

  /// Says at once what the job would fail with.
  private static func check(_ folder: FilePath, _ library: LibraryFolder) throws {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: folder.description, isDirectory: &isFolder)
    guard folder.bytes.first == 0x2F, exists, isFolder.boolValue else {
      throw Problem(
        .unprocessableContent,
        "\(folder) is not a folder on the server. Give the full path, as in /home/ana/Pictures.")
    }
    guard !folder.isInside(library.path) else { throw LibraryError.insideLibrary(folder) }
  }

  @Sendable private static func sources(_ call: WebCall) async throws -> Response {
    let catalogue = call.app.catalogue
    return try await call.answer {
      .object([("sources", .texts(try catalogue.sources.all().map(\.description)))])
    }
  }

  @Sendable private static func folders(_ call: WebCall) async throws -> Response {
    let path = call.text("path").flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return try await call.answer {
      guard path.hasPrefix("/"), let listing = FolderListing(FilePath(path)) else {
        throw Problem(
          .notFound, "\(path) cannot be read. Check the path and its permissions.")
      }
      return listing.json
    }
  }

  /// A comment this often keeps the connection open through proxies, and finds out who is gone.
  private static let heartbeat = Duration.seconds(15)

  @Sendable private static func listen(_ call: WebCall) async throws -> Response {
    let app = call.app
    guard let events = app.events.listen() else {
      throw Problem(.serviceUnavailable, "Too many pages are open. Close some.")
    }
    let version = try await call.run { try app.catalogue.version() }
    let hello = EventHub.Event(
      name: "hello", data: JSONText.object([("version", .integer(version))]).line)
    let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        try await writer.write(ByteBuffer(string: hello.text))
        // An open stream must not keep the server from ending.
        for await text in Self.texts(of: events).cancelOnGracefulShutdown() {
          try await writer.write(ByteBuffer(string: text))
        }
        try await writer.finish(nil)
      })
  }

  /// The events, with heartbeats between them; ends when the hub closes.
  private static func texts(of events: AsyncStream<EventHub.Event>) -> AsyncStream<String> {
    AsyncStream(bufferingPolicy: .bufferingNewest(64)) { continuation in
      let beats = Task {
        while !Task.isCancelled {
          try? await Task.sleep(for: heartbeat)
          continuation.yield(": still here\n\n")
        }
      }
      let news = Task {
        for await event in events { continuation.yield(event.text) }
        continuation.finish()
      }
      continuation.onTermination = { _ in
        beats.cancel()
        news.cancel()
      }
    }
  }
}
