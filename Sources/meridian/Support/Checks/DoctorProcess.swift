import Foundation
import Library
import PhotoCore

/// `meridian doctor` in a process of its own: it loads the networks, which a server is spared.
enum DoctorProcess {
  /// The checks as a JSON object; that they cannot be made is a check that fails.
  static func json(library: LibraryFolder) -> String {
    do {
      return try output(of: library)
    } catch {
      return HealthCheck.json([HealthCheck("program") { throw error }])
    }
  }

  private static func output(of library: LibraryFolder) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Installation.executable.description)
    process.arguments = ["doctor", "--json", "--library", library.path.description]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
