internal import Glibc
internal import Imaging
internal import PhotoCore

/// Something of ours could not be written: no fault of the photo, so the run must stop.
package struct StorageFailure: Error, Hashable, Sendable {
  /// One sentence for the user.
  package let description: String
}

/// Makes a photo's two thumbnails.
struct ThumbnailWriter {
  let folder: FilePath

  /// Good enough to look at, half the bytes of quality 90.
  private static let quality = 80
  /// What a grid of photos shows on a dense display.
  private static let smallSide = 400

  /// Writes both; the large one is the working picture itself, so that nothing is resized for it.
  ///
  /// Each appears under its name only when it is whole, so a name never stands for half a picture.
  func write(_ scales: PhotoScales, hash: ContentHash) throws {
    let large = try scales.large.jpegData(quality: Self.quality)
    let small = try scales.medium.shrunk(toLongestSide: Self.smallSide)
      .jpegData(quality: Self.quality)
    try AtomicFile.write(large, to: folder.appending(ThumbnailName.large(of: hash)))
    try AtomicFile.write(small, to: folder.appending(ThumbnailName.small(of: hash)))
  }
}

/// Writes whole files or none.
enum AtomicFile {
  /// Writes under a temporary name beside `path`, then renames. Makes the folder if need be.
  static func write(_ bytes: [UInt8], to path: FilePath) throws(StorageFailure) {
    let temporary = FilePath(bytes: path.bytes + Array(".\(getpid()).incoming".utf8))
    var file = create(temporary)
    if file < 0 && errno == ENOENT {
      path.parent.withCString { _ = mkdir($0, 0o755) }
      file = create(temporary)
    }
    guard file >= 0 else { throw failure(path) }
    let written = writeAll(bytes, to: file)
    guard close(file) == 0, written,
      temporary.withCString({ old in path.withCString { rename(old, $0) } }) == 0
    else {
      let error = failure(path)
      temporary.withCString { _ = unlink($0) }
      throw error
    }
  }

  private static func create(_ path: FilePath) -> CInt {
    path.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
  }

  private static func writeAll(_ bytes: [UInt8], to file: CInt) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func failure(_ path: FilePath) -> StorageFailure {
    StorageFailure(description: "\(path) cannot be written: \(lastSystemError()).")
  }
}
