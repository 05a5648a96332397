package import Catalog
internal import Crypto
internal import Foundation
internal import Glibc
package import PhotoCore
internal import Synchronization

/// Files on their way from a browser into the library.
///
///     uploads/partial/<sha256>         what has come so far
///     uploads/stored/<sha256>/<name>   whole, checked, and waiting for the import
///
/// An upload is known by the SHA-256 that its sender announces: the bytes that came are where they
/// were after a lost connection, a restart or a kill, and only what is whole and has this hash is
/// ever imported. Nothing is decoded here; that is left to the worker.
package final class UploadStore: Sendable {
  /// As many files are remembered that were no photos: their senders ask within minutes.
  private static let mostRemembered = 10_000

  private let library: LibraryFolder
  private let noPhotos = Mutex<Set<ContentHash>>([])

  /// - Parameter library: need not have any uploads yet.
  package init(library: LibraryFolder) {
    self.library = library
  }

  private var partial: FilePath { library.uploads.appending("partial") }
  private func partial(_ hash: ContentHash) -> FilePath { partial.appending(hash.hex) }
  private func stored(_ hash: ContentHash) -> FilePath {
    storedFolder.appending(hash.hex)
  }

  /// Without links, as the catalogue knows it. The links may lead elsewhere tomorrow.
  private var storedFolder: FilePath {
    let folder = library.storedUploads
    guard let resolved = folder.withCString({ realpath($0, nil) }) else { return folder }
    defer { free(resolved) }
    let bytes = UnsafeBufferPointer(start: resolved, count: strlen(resolved))
    return FilePath(bytes: bytes.map { UInt8(bitPattern: $0) })
  }

  /// How many bytes of an upload have come; 0 for none.
  package func received(_ hash: ContentHash) -> Int64 {
    var status = stat()
    guard partial(hash).withCString({ stat($0, &status) }) == 0 else { return 0 }
    return Int64(status.st_size)
  }

  /// The file of an upload that came whole; nil where there is none.
  package func file(_ hash: ContentHash) -> FilePath? { files(in: stored(hash)).first }

  private func files(in folder: FilePath) -> [FilePath] {
    (DirectoryListing(of: folder)?.files ?? []).map { folder.appending($0.name) }
  }

  /// How many uploads are under way or wait to be imported.
  package func count() -> Int {
    let partials = DirectoryListing(of: partial)?.files.count ?? 0
    return partials + (DirectoryListing(of: library.storedUploads)?.folders.count ?? 0)
  }

  /// Makes the folders, and opens an upload for the bytes from `offset` on.
  ///
  /// - Throws: ``UploadError/offset(received:)`` where another number has come,
  ///   ``LibraryError/notWritable(path:detail:)``.
  package func open(_ hash: ContentHash, at offset: Int64) throws -> UploadWriter {
    for folder in [library.uploads, partial, library.storedUploads] {
      guard folder.withCString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
        throw notWritable(folder)
      }
    }
    let file = partial(hash).withCString {
      Glibc.open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard file >= 0 else { throw notWritable(partial(hash)) }
    // One sender at a time: another would write in between.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw UploadError.busy
    }
    var status = stat()
    guard fstat(file, &status) == 0, Int64(status.st_size) == offset else {
      close(file)
      throw UploadError.offset(received: Int64(status.st_size))
    }
    return UploadWriter(file: file, path: partial(hash))
  }

  /// Checks an upload whose last byte has come, and puts it where the import finds it.
  ///
  /// - Parameter name: what the sender calls the file; one that came before keeps its first name.
  /// - Throws: ``UploadError/otherBytes``, having removed what came;
  ///   ``LibraryError/notWritable(path:detail:)``.
  package func finish(_ hash: ContentHash, name: String) throws {
    guard try Self.hash(of: partial(hash)) == hash else {
      // Only what came now: under this hash there may be a file that is what it should be.
      removePartial(hash)
      throw UploadError.otherBytes
    }
    let folder = stored(hash)
    guard folder.withCString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
      throw notWritable(folder)
    }
    let place = file(hash) ?? folder.appending(UploadName.safe(name))
    let moved = partial(hash).withCString { old in place.withCString { rename(old, $0) } }
    guard moved == 0 else { throw notWritable(place) }
  }

  /// Forgets an upload that is not imported yet.
  package func remove(_ hash: ContentHash) {
    removePartial(hash)
    for file in files(in: stored(hash)) { removeStored(file) }
  }

  /// Forgets what has come of an upload so far; one that came whole stays.
  package func removePartial(_ hash: ContentHash) {
    partial(hash).withCString { _ = unlink($0) }
  }

  /// Forgets uploads that nobody has gone on with.
  ///
  /// - Parameter seconds: since 1970 UTC; what last grew before goes.
  package func removeAbandoned(before seconds: Int64) {
    for entry in DirectoryListing(of: partial)?.files ?? [] {
      guard case .regular(let stamp) = entry.kind,
        stamp.modifiedNanoseconds / 1_000_000_000 < seconds
      else { continue }
      partial.appending(entry.name).withCString { _ = unlink($0) }
    }
  }

  private func removeStored(_ file: FilePath) {
    file.withCString { _ = unlink($0) }
    file.parent.withCString { _ = rmdir($0) }
  }

  /// After an import: removes the uploads that the library has copies of, and those that are no
  /// photos. Set-aside ones stay, since there may be no other copy.
  package func settle(_ catalogue: CatalogDatabase) throws {
    for (hash, file) in stored {
      let isNoPhoto = try catalogue.files.file(at: file)?.state == .unsupported
      guard try catalogue.files.forget(at: file) else { continue }
      removeStored(file)
      guard isNoPhoto else { continue }
      noPhotos.withLock { hashes in
        if hashes.count >= Self.mostRemembered { hashes.removeAll() }
        hashes.insert(hash)
      }
    }
  }

  /// Whether a file came, was no photo, and was removed.
  package func wasNoPhoto(_ hash: ContentHash) -> Bool { noPhotos.withLock { $0.contains(hash) } }

  /// Whether something came whole that no import has looked at.
  package func hasNews(_ catalogue: CatalogDatabase) throws -> Bool {
    for (_, file) in stored {
      // Missing: the import saw that an earlier one was taken away, and not yet that it came again.
      let news: [FileState?] = [nil, .pending, .missing]
      if news.contains(try catalogue.files.file(at: file)?.state) { return true }
    }
    return false
  }

  /// What came whole.
  private var stored: [(hash: ContentHash, file: FilePath)] {
    let folder = storedFolder
    return (DirectoryListing(of: folder)?.folders ?? []).flatMap { name, _ in
      ContentHash(hex: name.description).map { hash in
        files(in: folder.appending(name)).map { (hash, $0) }
      } ?? []
    }
  }

  private static func hash(of path: FilePath) throws -> ContentHash? {
    let file = path.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var hasher = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      hasher.update(data: chunk[..<count])
    }
    return ContentHash(bytes: Array(hasher.finalize()))
  }

  private func notWritable(_ path: FilePath) -> LibraryError {
    .notWritable(path: path.description, detail: String(cString: strerror(errno)))
  }
}

/// Appends to one upload. Closes the file when it goes.
package final class UploadWriter: Sendable {
  private let file: CInt
  private let path: FilePath

  init(file: CInt, path: FilePath) {
    self.file = file
    self.path = path
  }

  deinit { close(file) }

  /// Appends bytes. Blocks.
  ///
  /// - Throws: ``LibraryError/notWritable(path:detail:)``; what came before stays.
  package func append(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(file, part.baseAddress, part.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw LibraryError.notWritable(
          path: path.description, detail: String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// Why an upload was not taken.
package enum UploadError: Error, Hashable, Sendable {
  /// The bytes that were sent do not follow those that came before.
  case offset(received: Int64)
  /// Another connection is sending the same file.
  case busy
  /// What came is not what was announced; it was removed.
  case otherBytes
}

extension UploadError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .offset(let received): "\(received) bytes were received so far. Continue from there."
    case .busy: "This file is already being sent. Wait, then ask how much was received."
    case .otherBytes: "The received file does not match its SHA-256. Send it again."
    }
  }
}
