internal import Glibc
internal import PhotoCore

/// The right to import into a library: one process has it at a time.
///
/// An advisory lock on a file that holds the owner's process id. The kernel releases it when the
/// process ends in any way, so a killed run leaves nothing to clean up.
final class LibraryLock {
  private let descriptor: CInt

  /// - Parameters:
  ///   - wait: whether to wait for the present owner.
  ///   - onWait: called once, before waiting, with the owner's process id where it can be read.
  /// - Throws: ``LibraryError/busy(pid:)`` when not waiting, ``LibraryError/notWritable(path:detail:)``.
  init(_ path: FilePath, wait: Bool, onWait: (Int32?) -> Void) throws(LibraryError) {
    let file = path.withCString { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    guard file >= 0 else {
      throw .notWritable(path: path.description, detail: String(cString: strerror(errno)))
    }
    if flock(file, LOCK_EX | LOCK_NB) != 0 {
      let owner = Self.owner(file)
      guard wait else {
        close(file)
        throw .busy(pid: owner)
      }
      onWait(owner)
      while flock(file, LOCK_EX) != 0 && errno == EINTR {}
    }
    descriptor = file
    let text = Array("\(getpid())\n".utf8)
    ftruncate(file, 0)
    _ = text.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    close(descriptor)
  }

  private static func owner(_ file: CInt) -> Int32? {
    var text = [UInt8](repeating: 0, count: 32)
    let count = text.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    return Int32(String(decoding: text[..<count], as: UTF8.self).filter(\.isNumber))
  }
}
