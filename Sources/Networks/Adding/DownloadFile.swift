internal import Foundation

/// A file that is being written. Owns the descriptor; used by one thread.
final class DownloadFile {
  private let path: String
  private let file: CInt
  /// Bytes in the file.
  private(set) var byteCount: Int64 = 0

  /// Opens a file for writing at its end, making it where there is none.
  ///
  /// - Parameter isNew: whether the bytes that are there are dropped.
  /// - Throws: ``ModelInstallError/diskFull(path:needed:)``,
  ///   ``ModelInstallError/unwritable(path:detail:)``.
  init(path: String, isNew: Bool = true) throws(ModelInstallError) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (isNew ? O_TRUNC : 0), 0o644)
    guard file >= 0 else { throw Self.error(path) }
    byteCount = max(0, Int64(lseek(file, 0, SEEK_END)))
  }

  deinit { close(file) }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ModelInstallError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(file, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.error(path) }
      byteCount += Int64(count)
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the bytes are on the disk.
  func finish() throws(ModelInstallError) {
    // Files that are no files, such as pipes, cannot be synchronised, and need not be.
    guard fsync(file) == 0 || errno == EINVAL else { throw Self.error(path) }
  }

  private static func error(_ path: String) -> ModelInstallError {
    let code = errno
    return code == ENOSPC || code == EDQUOT || code == EFBIG
      ? .diskFull(path: path, needed: nil)
      : .unwritable(path: path, detail: String(cString: strerror(code)))
  }
}
