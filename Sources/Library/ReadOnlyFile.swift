package import Catalog
internal import Glibc
package import PhotoCore

/// A regular file that is open for reading: what was looked at is what is read, whatever happens to
/// its name. Closed when it goes.
package final class ReadOnlyFile: Sendable {
  /// Size and time of modification when it was opened.
  package let stamp: FileStamp
  private let descriptor: CInt
  private let removed: FilePath?

  /// - Parameters:
  ///   - path: never waited for, as a FIFO would want.
  ///   - removesWhenDone: whether the file goes when this does: for what was made for one reader.
  /// - Returns: nil where there is no regular file that can be read.
  package init?(_ path: FilePath, removesWhenDone: Bool = false) {
    let file = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return nil
    }
    descriptor = file
    removed = removesWhenDone ? path : nil
    stamp = FileStamp(status)
  }

  deinit {
    close(descriptor)
    if let removed { removed.withCString { _ = unlink($0) } }
  }

  /// Up to `count` bytes from `place` on; fewer at the end of the file, none behind it or where it
  /// cannot be read. Blocks.
  package func read(at place: Int64, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(place)))
    }
  }
}

/// How much room files take.
package enum FolderSize {
  /// Bytes of a file; 0 where there is none.
  package static func ofFile(_ path: String) -> Int64 {
    var status = stat()
    return lstat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Bytes of all regular files in and under a folder; 0 where there is none. Links are not followed.
  package static func bytes(in folder: FilePath) -> Int64 {
    var total: Int64 = 0
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard let stream = next.withCString({ opendir($0) }) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { FilePath(bytes: $0) }
        guard name.bytes != [0x2E], name.bytes != [0x2E, 0x2E] else { continue }
        let path = next.appending(name)
        var status = stat()
        guard path.withCString({ lstat($0, &status) }) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { waiting.append(path) }
        if status.st_mode & S_IFMT == S_IFREG { total += Int64(status.st_size) }
      }
    }
    return total
  }
}
