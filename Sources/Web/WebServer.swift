package import Catalog
internal import HummingbirdCore
internal import Foundation
internal import Hummingbird
package import Library
package import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import Synchronization

/// What a server needs to know about the installation: the program supplies it, since the web app
/// itself knows no networks.
package struct WebInstallation: Sendable {
  /// The networks whose classes queries may name while there are no results yet.
  package var models: @Sendable () throws -> [RegisteredModel]
  /// What is known of networks, and what can be done with them.
  package var webModels: WebModels
  /// How to run an import.
  package var importSettings: @Sendable () throws -> ImportRun.Settings
  /// How to let a network look at photos again.
  package var reanalysisSettings: @Sendable (ReanalysisTarget) throws -> ImportRun.Settings
  /// The checks of `meridian doctor` as a JSON object: `ok`, and `checks` with `name`, `ok`, `detail`.
  package var healthChecks: @Sendable () throws -> String
  /// The folder with the map and the scripts of others that `make` installs; nil where it is missing.
  package var webFiles: String?

  package init(
    models: @escaping @Sendable () throws -> [RegisteredModel], webModels: WebModels,
    importSettings: @escaping @Sendable () throws -> ImportRun.Settings,
    reanalysisSettings: @escaping @Sendable (ReanalysisTarget) throws -> ImportRun.Settings,
    healthChecks: @escaping @Sendable () throws -> String, webFiles: String?
  ) {
    self.models = models
    self.webModels = webModels
    self.importSettings = importSettings
    self.reanalysisSettings = reanalysisSettings
    self.healthChecks = healthChecks
    self.webFiles = webFiles
  }
}

/// Where and how to serve a library.
package struct WebConfiguration: Sendable {
  /// The library; made where there is none.
  package var library: LibraryFolder
  /// The address to listen at: `127.0.0.1` for this machine only.
  package var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  package var port = 8080
  /// What came with the program.
  package var installation: WebInstallation
  /// The program's version.
  package var version: String
  /// A folder with the web app's own files, instead of the one beside the program: for those who
  /// work on them.
  package var site: String?
  /// Milliseconds since 1970 UTC.
  package var now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }
  /// How long a connection may say nothing: slow senders hold one no longer. Tests take less.
  package var idleSeconds = 60
  /// The cost of password hashes; tests take less.
  var passwords = Passwords()

  package init(library: LibraryFolder, installation: WebInstallation, version: String) {
    self.library = library
    self.installation = installation
    self.version = version
  }

  /// Hashes passwords at almost no cost, for tests.
  package mutating func hashCheaply() { passwords = Passwords(passes: 1, memory: 8192 * 8) }
}

/// What keeps a server from starting.
package enum WebError: Error, Hashable, Sendable {
  /// The web app's own files are not beside the program.
  case noSite(String)
  /// The address cannot be listened at.
  case cannotListen(host: String, port: Int, detail: String)
}

extension WebError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .noSite(let path):
      "The web app's files are missing in \(path). Build Meridian again with `make build`."
    case .cannotListen(let host, let port, let detail):
      "Cannot listen on \(host):\(port) (\(detail)). Choose another --port, or stop the program that uses it."
    }
  }
}

/// The web app: pages, the API and pictures of one library.
package struct WebServer: Sendable {
  /// Where a server is, once it listens.
  package struct Address: Sendable {
    /// For a browser: `http://127.0.0.1:8080`.
    package let url: String
    /// The code that makes the first administrator; nil where there is an account.
    package let oneTimeCode: String?
  }

  /// Connections at once: more than browsers of a household open, fewer than descriptors allow.
  private static let mostConnections = 512

  let configuration: WebConfiguration
  let app: WebApp
  private let logger: Logger

  /// Opens the library.
  ///
  /// - Throws: ``WebError/noSite(_:)``, `CatalogError`, `LibraryError`.
  package init(_ configuration: WebConfiguration, logger: Logger) throws {
    self.configuration = configuration
    self.logger = logger
    app = try WebApp(configuration, logger: logger)
  }

  /// Serves until SIGINT or SIGTERM, or until the task is cancelled; then ends cleanly. Whatever ends
  /// it, the app is closed when this returns: a server runs once.
  ///
  /// All that goes on while it serves is a service of the application, which starts them in order and
  /// ends them in reverse: connections first, then the clock, then jobs and the rest of the app.
  ///
  /// - Parameter onStart: called once the server listens.
  /// - Throws: ``WebError/cannotListen(host:port:detail:)``, and the usual errors of the catalogue when
  ///   what the last process left cannot be gone on with.
  package func run(onStart: @escaping @Sendable (Address) -> Void) async throws {
    app.start()
    var server = application(onStart)
    server.addServices(AppService(app: app), TickService(app: app, logger: logger))
    server.beforeServerStarts { [app] in
      try await app.blocking.run { try app.begin() }
    }
    do {
      try await server.runService()
    } catch is CancellationError {
      return
    } catch let error as IOError {
      throw cannotListen(String(cString: strerror(error.errnoCode)))
    } catch is SocketAddressError.UnknownHost {
      throw cannotListen("host not found")
    }
  }

  private func application(
    _ onStart: @escaping @Sendable (Address) -> Void
  ) -> Application<RouterResponder<WebContext>> {
    let app = app
    let host = configuration.host
    return Application(
      responder: RequestPipeline(app: app).router(RouteTable.all).buildResponder(),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          idleTimeout: .seconds(Int64(configuration.idleSeconds)),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 32 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: configuration.port), serverName: "Meridian",
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        onStart(
          Address(url: Self.url(host, port), oneTimeCode: app.oneTimeCode))
      }, logger: logger)
  }

  private func cannotListen(_ detail: String) -> WebError {
    .cannotListen(host: configuration.host, port: configuration.port, detail: detail)
  }

  private static func url(_ host: String, _ port: Int) -> String {
    let name = host == "0.0.0.0" || host == "::" ? "localhost" : host
    return "http://" + (name.contains(":") ? "[\(name)]" : name) + ":\(port)"
  }
}
