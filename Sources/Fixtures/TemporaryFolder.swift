internal import Foundation

/// A folder for one test, removed with everything in it when the test is done.
package final class TemporaryFolder {
  /// The folder, absolute and without links.
  package let path: String

  /// Makes the folder.
  package init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("meridian-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    // Tests take permissions away; without them nothing can be removed.
    let names = FileManager.default.enumerator(atPath: path)?.allObjects ?? []
    for case let name as String in names {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: "\(path)/\(name)")
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making the folders on its way.
  ///
  /// - Returns: the file's path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The bytes of a file; empty where there is none.
  package func read(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: path(name)).map { [UInt8]($0) } ?? []
  }
}
