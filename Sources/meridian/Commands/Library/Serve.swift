import ArgumentParser
import Foundation
import Library
import Logging
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the web app: find, view, mark and import photos in a browser.",
    discussion: """
      Example:  meridian serve --port 8080

      Only this machine can reach it unless you set --host. On the first visit, enter the one-time code \
      printed here to create the administrator account. Stop with Ctrl-C; a running import continues \
      at the next start. For access from other machines, see docs/operations.md.
      """)

  @Option(help: "The address to listen on; 0.0.0.0 for all addresses of this machine.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 for any free port.")
  var port = 8080

  @Option(help: "The time limit per photo in an import, in seconds.")
  var timeout: Double = 60

  @Option(help: "The number of workers of an import. Default: one per processor.")
  var workers: Int?

  @Option(help: "The log level: debug, info, notice, warning or error.")
  var logLevel = "notice"

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535.") }
    guard Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError("--log-level takes debug, info, notice, warning or error.")
    }
    if let workers, !(1...64).contains(workers) {
      throw ValidationError("--workers takes 1 to 64.")
    }
    guard timeout > 0 else { throw ValidationError("--timeout takes a number greater than 0.") }
  }

  func run() async throws {
    do {
      LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
      var logger = Logger(label: "meridian")
      logger.logLevel = Logger.Level(rawValue: logLevel) ?? .notice
      _ = try options.folder.openOrMakeCatalogue()
      _ = try options.openCatalogue()
      var configuration = WebConfiguration(
        library: options.folder, installation: installation, version: Version.text)
      configuration.host = host
      configuration.port = port
      configuration.site = ProcessInfo.processInfo.environment["MERIDIAN_SITE"]
      try await WebServer(configuration, logger: logger).run { Self.announce($0) }
    } catch {
      Terminal.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private var installation: WebInstallation {
    let options = options
    let running = importOptions
    return WebInstallation(
      models: { try Installation.catalogModels(options.models) },
      webModels: ServedModels(options: options).webModels,
      importSettings: { try running.settings(options) },
      reanalysisSettings: { try running.settings(options, for: $0) },
      healthChecks: { DoctorProcess.json(library: options.folder) }, webFiles: Installation.webFiles
    )
  }

  private var importOptions: RunOptions {
    var running = RunOptions()
    running.json = false
    running.noWait = false
    running.workers = workers
    running.timeout = timeout
    return running
  }

  /// Written at once, also into a pipe: whoever started this waits for the address.
  private static func announce(_ address: WebServer.Address) {
    var lines = ["Meridian is at \(address.url)"]
    if let code = address.oneTimeCode {
      lines.append("First visit: open \(address.url)/welcome to create the administrator account.")
      lines.append("One-time code: \(code)")
    }
    lines.append("Press Ctrl-C to stop.")
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}
