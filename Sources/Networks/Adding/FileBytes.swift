internal import Crypto
internal import Foundation
internal import PhotoCore

/// Reads files in pieces, so that their size costs no memory.
enum FileBytes {
  private static let pieceLength = 1 << 20

  /// The length of a file in bytes; nil where there is none.
  static func count(of path: String) -> Int64? {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int64(facts.st_size) : nil
  }

  /// The SHA-256 of a file, 64 hexadecimal digits.
  static func sha256(
    of path: String, progress: (Int64) -> Void = { _ in }
  ) throws(ModelInstallError) -> String {
    var hasher = SHA256()
    try forEachPiece(of: path, progress: progress) { piece throws(ModelInstallError) in
      hasher.update(bufferPointer: piece)
    }
    return hexadecimal(hasher.finalize())
  }

  /// Copies a file and gives the SHA-256 of what was copied.
  static func copy(
    _ path: String, to target: String, progress: (Int64) -> Void = { _ in }
  ) throws(ModelInstallError) -> String {
    let output = try DownloadFile(path: target)
    var hasher = SHA256()
    try forEachPiece(of: path, progress: progress) { piece throws(ModelInstallError) in
      hasher.update(bufferPointer: piece)
      try output.write(piece)
    }
    try output.finish()
    return hexadecimal(hasher.finalize())
  }

  private static func forEachPiece(
    of path: String, progress: (Int64) -> Void,
    _ body: (UnsafeRawBufferPointer) throws(ModelInstallError) -> Void
  ) throws(ModelInstallError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path) }
    defer { close(file) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceLength, alignment: 16)
    defer { buffer.deallocate() }
    var done: Int64 = 0
    while true {
      let count = read(file, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      guard count > 0 else { return }
      done += Int64(count)
      // It was shorter when it was looked at: somebody writes to it, or it has no end.
      guard done <= ModelFile.byteLimit else {
        throw .tooLarge(path: path, byteCount: done, limit: ModelFile.byteLimit)
      }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      progress(done)
    }
  }

  private static func unreadable(_ path: String) -> ModelInstallError {
    .unreadable(path: path, detail: String(cString: strerror(errno)))
  }
}
