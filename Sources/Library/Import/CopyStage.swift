internal import Catalog
internal import Crypto
internal import Foundation
internal import Glibc
internal import PhotoCore

/// Copies imported photos into the library, byte for byte.
///
/// A copy is written under a temporary name, checked against the photo's hash, flushed to the disk
/// and only then given its name and its row: whatever happens in between, a name never stands for
/// half a photo. The source is only read.
struct CopyStage {
  let catalogue: CatalogDatabase
  let library: LibraryFolder
  let stop: StopSign

  /// Copies all photos that have no copy yet, or until `stop` is raised.
  ///
  /// - Throws: `CatalogError`, ``LibraryError/notWritable(path:detail:)`` (a full disk among it).
  func run(summary: inout RunSummary, progress: (RunProgress) -> Void) throws {
    var last: Int64 = 0
    while !stop.isRaised {
      let page = try catalogue.files.toCopy(after: last, limit: 200)
      guard let end = page.last else { return }
      for photo in page where !stop.isRaised {
        try copy(photo, &summary)
        progress(RunProgress(stage: .copying, done: summary.copied, total: nil))
      }
      last = end.fileID
    }
  }

  private func copy(_ photo: PhotoToCopy, _ summary: inout RunSummary) throws {
    let folder = library.originals.appending(Self.folderName(for: photo.taken))
    let temporary = folder.appending(".\(photo.sha256.hex).incoming")
    do {
      try FileManager.default.createDirectory(
        atPath: folder.description, withIntermediateDirectories: true)
      guard try Self.copy(photo.source, to: temporary) == photo.sha256 else {
        unlink(temporary.description)
        // No longer what was analysed: the next run looks again.
        try catalogue.files.reexamine(photo.photoID)
        return
      }
    } catch let error as POSIXError where error.code == .ENOENT || error.code == .EACCES {
      unlink(temporary.description)
      return
    } catch let error as POSIXError {
      unlink(temporary.description)
      throw LibraryError.notWritable(
        path: folder.description, detail: String(cString: strerror(error.code.rawValue)))
    }
    let place = try Self.name(temporary, like: photo.source.name, in: folder)
    try catalogue.files.addCopy(of: photo.photoID, at: place.path, stamp: place.stamp)
    summary.copied += 1
  }

  /// `2014/06`, or `undated`.
  private static func folderName(for taken: CaptureTime?) -> String {
    guard let parts = taken?.wall.components else { return "undated" }
    let month = parts.month < 10 ? "0\(parts.month)" : "\(parts.month)"
    return "\(parts.year)/\(month)"
  }

  /// Copies all bytes and flushes them to the disk.
  ///
  /// - Returns: the SHA-256 of what was copied.
  /// - Throws: `POSIXError`.
  private static func copy(_ source: FilePath, to destination: FilePath) throws -> ContentHash? {
    let input = source.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard input >= 0 else { throw currentError() }
    defer { close(input) }
    let output = destination.withCString {
      open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard output >= 0 else { throw currentError() }
    defer { close(output) }
    var hasher = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw currentError() }
      guard count > 0 else { break }
      hasher.update(data: chunk[..<count])
      try writeAll(chunk[..<count], to: output)
    }
    guard fsync(output) == 0 else { throw currentError() }
    return ContentHash(bytes: Array(hasher.finalize()))
  }

  private static func writeAll(_ bytes: ArraySlice<UInt8>, to file: CInt) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw currentError() }
      rest = rest.dropFirst(count)
    }
  }

  private static func currentError() -> POSIXError {
    POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }

  /// Gives the finished copy its name, or the first free one like it: `DSCN0001-2.jpg`.
  ///
  /// `link` fails where `rename` would replace, so that no other photo is ever written over.
  private static func name(
    _ temporary: FilePath, like name: FilePath, in folder: FilePath
  ) throws -> (path: FilePath, stamp: FileStamp) {
    for number in 1...10_000 {
      let path = folder.appending(numbered(name, number))
      let linked = temporary.withCString { old in path.withCString { link(old, $0) } }
      if linked == 0 {
        unlink(temporary.description)
        var status = stat()
        guard path.withCString({ stat($0, &status) }) == 0 else { throw currentError() }
        return (path, FileStamp(status))
      }
      guard errno == EEXIST else {
        throw LibraryError.notWritable(
          path: folder.description, detail: String(cString: strerror(errno)))
      }
    }
    throw LibraryError.notWritable(
      path: folder.description, detail: "ten thousand files have the name \(name)")
  }

  private static func numbered(_ name: FilePath, _ number: Int) -> FilePath {
    guard number > 1 else { return name }
    let bytes = name.bytes
    let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    let cut = dot == 0 ? bytes.endIndex : dot
    return FilePath(bytes: bytes[..<cut] + Array("-\(number)".utf8) + bytes[cut...])
  }
}
