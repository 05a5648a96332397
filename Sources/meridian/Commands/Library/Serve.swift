import ArgumentParser
import Foundation
import Library
import Logging
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the web app: find, look at, mark and import photos in a browser.",
    discussion: """
      Example:  meridian serve --port 8080

      Only this machine can reach it, unless --host says otherwise. On the first visit it asks for the \
      one-time code that is printed here, and makes the administrator. Ctrl-C ends it; a running import \
      goes on with the next start. For access from elsewhere see docs/operations.md.
      """)

  @Option(help: "The address to listen at; 0.0.0.0 for all of this machine's.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 for any that is free.")
  var port = 8080

  @Option(help: "Seconds that one photo may take in an import.")
  var timeout: Double = 60

  @Option(help: "How many workers an import has. Default: one for each processor.")
  var workers: Int?

  @Option(help: "What is logged: debug, info, notice, warning or error.")
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
    guard timeout > 0 else { throw ValidationError("--timeout takes a number above 0.") }
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
      (configuration.host, configuration.port) = (host, port)
      configuration.site = ProcessInfo.processInfo.environment["MERIDIAN_SITE"]
      try await WebServer(configuration, logger: logger).run { Self.announce($0) }
    } catch {
      Terminal.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private var installation: WebInstallation {
    let (options, running) = (options, importOptions)
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
    (running.json, running.noWait) = (false, false)
    (running.workers, running.timeout) = (workers, timeout)
    return running
  }

  /// Written at once, also into a pipe: whoever started this waits for the address.
  private static func announce(_ address: WebServer.Address) {
    var lines = ["Meridian is at \(address.url)"]
    if let code = address.oneTimeCode {
      lines.append("First visit: open \(address.url)/welcome and make the administrator.")
      lines.append("One-time code: \(code)")
    }
    lines.append("Ctrl-C ends it.")
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}
