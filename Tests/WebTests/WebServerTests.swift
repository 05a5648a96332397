import Analysis
import Fixtures
import Library
import Logging
import PhotoCore
import Testing

@testable import Web

/// How a server begins and ends.
@Suite(.timeLimit(.minutes(20)))
struct WebServerTests {
  private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func server(host: String = "127.0.0.1") throws -> WebServer {
    let settings = ImportRun.Settings(
      launch: WorkerLaunch(executable: FilePath("/nonexistent"), arguments: [], log: nil),
      workerCount: 1, models: [])
    var configuration = WebConfiguration(
      library: LibraryFolder(path: folder.path("library")),
      installation: WebInstallation(
        models: { [] }, webModels: .none, importSettings: { settings },
        reanalysisSettings: { _ in settings }, healthChecks: { "{}" }, webFiles: nil),
      version: "test")
    configuration.host = host
    configuration.port = 0
    return try WebServer(configuration, logger: Self.logger)
  }

  /// No page is told anything more, and the threads for requests are gone.
  private func expectClosed(_ server: WebServer) async {
    #expect(server.app.events.listen() == nil)
    await #expect(throws: (any Error).self) { try await server.app.blocking.run {} }
  }

  @Test func `a host that is not there is told of, and the app is closed`() async throws {
    // Longer than a name may be, so that no name server is asked.
    let host = String(repeating: "a", count: 300)
    let server = try server(host: host)
    let error = await #expect(throws: WebError.self) { try await server.run { _ in } }
    guard case .cannotListen(host, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    await expectClosed(server)
  }

  @Test func `a port that is taken is told of, and the app is closed`() async throws {
    let (starts, started) = AsyncStream.makeStream(of: WebServer.Address.self)
    let first = try server()
    let serving = Task { try await first.run { started.yield($0) } }
    var addresses = starts.makeAsyncIterator()
    let address = await addresses.next()
    let port = try #require(address?.url.split(separator: ":").last.flatMap { Int($0) })
    let other = try TemporaryFolder()
    var configuration = first.configuration
    configuration.library = LibraryFolder(path: other.path("library"))
    configuration.port = port
    let second = try WebServer(configuration, logger: Self.logger)
    let error = await #expect(throws: WebError.self) { try await second.run { _ in } }
    #expect(error.map { "\($0)".contains(":\(port) (") } == true)
    await expectClosed(second)
    serving.cancel()
    try await serving.value
  }

  @Test func `a server whose task is cancelled ends without an error, and the app is closed`()
    async throws
  {
    let (starts, started) = AsyncStream.makeStream(of: WebServer.Address.self)
    let server = try server()
    let serving = Task { try await server.run { started.yield($0) } }
    var addresses = starts.makeAsyncIterator()
    let address = await addresses.next()
    #expect(address != nil)
    #expect(server.app.events.listen() != nil)
    serving.cancel()
    try await serving.value
    await expectClosed(server)
  }
}
