internal import Foundation
internal import Glibc

/// A file that appears under its name only when it is whole.
///
/// Written beside its place under a temporary name, which `deinit` removes unless ``finish()`` gave
/// the file its own.
package final class OutputFile {
  private let path: String
  private let temporary: String
  private var file: UnsafeMutablePointer<FILE>?

  /// - Parameter overwrite: whether a file of this name may be replaced.
  /// - Throws: ``PublishingError/exists(_:)``, ``PublishingError/notWritable(_:detail:)``.
  package init(_ path: String, overwrite: Bool) throws(PublishingError) {
    self.path = path
    temporary = "\(path).\(getpid()).incomplete"
    guard overwrite || !FileManager.default.fileExists(atPath: path) else { throw .exists(path) }
    guard let opened = fopen(temporary, "wbe") else {
      throw .notWritable(path, detail: String(cString: strerror(errno)))
    }
    file = opened
  }

  deinit {
    if let file {
      fclose(file)
      unlink(temporary)
    }
  }

  /// Appends the text as UTF-8.
  ///
  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  package func write(_ text: String) throws(PublishingError) {
    var text = text
    let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    guard written else { throw failure() }
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``PublishingError/notWritable(_:detail:)``.
  package func finish() throws(PublishingError) {
    guard let open = file else { return }
    file = nil
    guard fclose(open) == 0, rename(temporary, path) == 0 else {
      let error = failure()
      unlink(temporary)
      throw error
    }
  }

  private func failure() -> PublishingError {
    .notWritable(path, detail: String(cString: strerror(errno)))
  }
}
