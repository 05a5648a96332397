internal import Crypto
internal import Glibc
internal import PhotoCore

/// A file, read once from its first byte to its last, hashed on the way.
struct ReadFile {
  let bytes: [UInt8]
  let sha256: ContentHash
}

/// Why a file could not be read.
enum ReadFailure: Error, Hashable {
  case gone
  case notRegular
  case empty
  case tooLarge(Int64)
  case unreadable(String)
  case changed
}

extension ReadFailure: CustomStringConvertible {
  /// The fact in a few words.
  var description: String {
    switch self {
    case .gone: "it is no longer there"
    case .notRegular: "it is not a file"
    case .empty: "it is empty"
    case .tooLarge(let size): "it is too large (\(size) bytes)"
    case .unreadable(let words): words
    case .changed: "it changed while it was read"
    }
  }
}

/// Reads files without ever changing them: opened read-only, never following a device or a FIFO
/// into a wait.
struct FileReading {
  /// 512 MiB: above the RAW files of the largest sensors and above most scans; two workers then hold
  /// a gibibyte at the worst.
  static let largest: Int64 = 512 << 20

  private let descriptor: CInt
  private let status: stat

  /// Opens a regular file.
  init(_ path: FilePath) throws(ReadFailure) {
    let file = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .gone : .unreadable(String(cString: strerror(errno)))
    }
    var found = stat()
    guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .notRegular
    }
    descriptor = file
    status = found
    posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  /// Size in bytes when it was opened.
  var size: Int64 { Int64(status.st_size) }

  func finish() {
    close(descriptor)
  }

  /// The first bytes, for a look at what the file is.
  func prefix(_ length: Int) throws(ReadFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, length, 0) }
    guard count >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    return Array(bytes[..<count])
  }

  /// All bytes and their hash.
  func whole() throws(ReadFailure) -> ReadFile {
    guard size <= Self.largest else { throw .tooLarge(size) }
    guard size > 0 else { throw .empty }
    var failure: ReadFailure?
    let length = Int(size)
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      while filled < length {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let count = read(descriptor, rest.baseAddress, min(rest.count, 8 << 20))
        if count < 0 && errno == EINTR { continue }
        if count < 0 { failure = .unreadable(String(cString: strerror(errno))) }
        guard count > 0 else { return }
        filled += count
      }
    }
    if let failure { throw failure }
    guard bytes.count == length, isUnchanged else { throw .changed }
    guard let hash = ContentHash(bytes: Array(SHA256.hash(data: bytes))) else { throw .changed }
    return ReadFile(bytes: bytes, sha256: hash)
  }

  /// Whether size and modification time are still those at opening.
  private var isUnchanged: Bool {
    var now = stat()
    return fstat(descriptor, &now) == 0 && now.st_size == status.st_size
      && now.st_mtim.tv_sec == status.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == status.st_mtim.tv_nsec
  }
}
