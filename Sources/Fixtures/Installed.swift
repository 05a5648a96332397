internal import Dispatch
internal import Foundation
internal import Glibc

/// What `make` installed and built, as tests find it.
package enum Installed {
  /// The project's folder.
  package static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder of the default networks.
  package static let models = project + "/.deps/models"

  /// The file of the gazetteer.
  package static let gazetteer = project + "/.deps/gazetteer/gazetteer.bin"

  /// The program, built beside the tests.
  ///
  /// - Throws: ``FixtureError/cannotRead(_:)`` when it is not built; run `make test`.
  package static func program() throws -> String {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    for folder in [beside, project + "/.build/debug"] {
      let path = folder + "/meridian"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw FixtureError.cannotRead("the program meridian: run `make test`, which builds it")
  }
}

/// A program's run to its end.
package struct ProgramRun: Sendable {
  /// What it wrote to its standard output.
  package let output: String
  /// What it wrote to its standard error.
  package let errors: String
  /// Its exit code.
  package let code: Int32

  /// Longer than any run takes on a slow machine; one that hangs is killed then, and its test fails.
  private static let limit: TimeInterval = 600

  /// Runs the program with arguments, and some text on its standard input.
  ///
  /// - Parameter program: another one than the built ``Installed/program()``.
  package init(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    program: String? = nil
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try program ?? Installed.program())
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let folder = try TemporaryFolder()
    // Files instead of pipes: nothing to drain, so nothing to dead-lock on.
    let stdin = try folder.write(input, to: "stdin")
    let stdout = try folder.write([], to: "stdout")
    let stderr = try folder.write([], to: "stderr")
    process.standardInput = FileHandle(forReadingAtPath: stdin)
    process.standardOutput = FileHandle(forWritingAtPath: stdout)
    process.standardError = FileHandle(forWritingAtPath: stderr)
    try process.run()
    let hung = DispatchWorkItem { [pid = process.processIdentifier] in _ = kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.limit, execute: hung)
    process.waitUntilExit()
    hung.cancel()
    output = String(decoding: folder.read("stdout"), as: UTF8.self)
    errors = String(decoding: folder.read("stderr"), as: UTF8.self)
    code = process.terminationStatus
  }
}
