internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Library
internal import NIOCore
internal import PhotoCore
internal import ServiceLifecycle

/// Runs that take long, and the news of them.
enum JobRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/jobs", .viewing,
      RouteDocument(
        "Recent jobs, newest first", answer: .member("jobs", .list(Job.shape))),
      handler: list),
    Route(
      .post, "/api/v1/jobs", .administering,
      RouteDocument(
        "Add server folders, copy them into the library, scan all folders again, or run a "
          + "model on the photos that lack its results",
        body: NewJob.self, answer: Job.shape), handler: start),
    steering("pause", "Pause a job") { try $0.pause($1) },
    steering("resume", "Resume a paused job") { try $0.resume($1) },
    steering("cancel", "Cancel a job; finished work is kept") { try $0.cancel($1) },
    Route(
      .get, "/api/v1/events", .viewing,
      RouteDocument(
        "Updates as Server-Sent Events: hello, job, models, catalogue",
        file: "text/event-stream"),
      asyncHandler: listen),
    Route(
      .get, "/api/v1/sources", .viewing,
      RouteDocument("The added folders", answer: .member("sources", .list(.string))),
      handler: sources),
    Route(
      .get, "/api/v1/folders", .administering,
      RouteDocument(
        "The subfolders of a server folder, to choose one",
        [.init("path", .string, summary: "An absolute path; default: the server's home folder.")],
        answer: FolderListing.shape), handler: folders),
  ]

  private static func steering(
    _ word: String, _ summary: String,
    _ act: @escaping @Sendable (JobRunner, Int64) throws -> Job?
  ) -> Route {
    Route(
      .post, "/api/v1/jobs/{id}/\(word)", .editing,
      RouteDocument(summary, answer: Job.shape),
      handler: { call in
        guard let job = try act(call.app.jobs, try call.id()) else {
          throw RequestProblem(.notFound, "Job not found.")
        }
        return job
      })
  }

  @Sendable private static func list(_ call: WebCall) throws -> [Job] {
    try call.app.jobs.jobs(limit: 100)
  }

  private struct NewJob: Decodable {
    /// What clients may start; uploads, trainings and second tries have routes of their own.
    enum Kind: String, CaseIterable {
      case add
      case importing = "import"
      case refresh
      case analyseAgain = "analyse_again"
    }

    let kind: Sent<Kind>
    let folders: [String]?
    let model: String?
    let thorough: Bool?
    let q: String?
  }

  @Sendable private static func start(_ call: WebCall, _ wanted: NewJob) throws -> Job {
    let app = call.app
    let folders = (wanted.folders ?? []).filter { !$0.isEmpty }.map { FilePath($0) }
    switch wanted.kind.word {
    case .refresh: return try app.jobs.start(.refresh)
    case .add: return try app.jobs.start(.add, folders: try checked(folders, app.library))
    case .importing:
      return try app.jobs.start(.importing, folders: try checked(folders, app.library))
    case .analyseAgain:
      return try ReanalysisJob.start(
        model: wanted.model, isThorough: wanted.thorough ?? false, query: wanted.q, app)
    case nil:
      throw RequestProblem(
        .unprocessableContent, "kind must be add, import, refresh or analyse_again.")
    }
  }

  private static func checked(
    _ folders: [FilePath], _ library: LibraryFolder
  ) throws -> [FilePath] {
    guard !folders.isEmpty else {
      throw RequestProblem(.unprocessableContent, "Give at least one server folder.")
    }
    for folder in folders { try check(folder, library) }
    return folders
  }

  /// Says at once what the job would fail with.
  private static func check(_ folder: FilePath, _ library: LibraryFolder) throws {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: folder.description, isDirectory: &isFolder)
    guard folder.bytes.first == 0x2F, exists, isFolder.boolValue else {
      throw RequestProblem(
        .unprocessableContent,
        "\(folder) is not a folder on the server. Give the full path, as in /home/ana/Pictures.")
    }
    guard !folder.isInside(library.path) else { throw LibraryError.insideLibrary(folder) }
  }

  @Sendable private static func sources(_ call: WebCall) throws -> [String] {
    let catalogue = call.app.catalogue
    return try catalogue.sources.all().map(\.description)
  }

  @Sendable private static func folders(_ call: WebCall) throws -> FolderListing {
    let path = call.text("path").flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    guard path.hasPrefix("/"), let listing = FolderListing(FilePath(path)) else {
      throw RequestProblem(
        .notFound, "\(path) cannot be read. Check the path and its permissions.")
    }
    return listing
  }

  /// A comment this often keeps the connection open through proxies, and finds out who is gone.
  private static let heartbeat = Duration.seconds(15)

  @Sendable private static func listen(_ call: WebCall) async throws -> Response {
    let app = call.app
    guard let events = app.events.listen() else {
      throw RequestProblem(.serviceUnavailable, "Too many pages are open. Close some.")
    }
    let version = try await call.run { try app.catalogue.version() }
    let hello = EventHub.Event(
      name: "hello", data: Shape<Int64>.member("version", .integer).text(version))
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
