internal import CLinux
internal import Foundation
internal import Recognition

/// The library's folder of models, and how they come and go at one stroke.
///
///     <id>/            a model, complete
///     .incoming-…/     one that is being made; a dead one is cleared away by the next change
///     .removed-…/      one that is being deleted
///     .downloads/      files that are coming
///     .lock            held while something changes
struct ModelFolder {
  let folder: String
  /// Keeps the lock; let go when the last copy goes.
  private let lock: FileLock

  /// Opens the folder for a change, making it where there is none, and clears away what a killed run
  /// left behind.
  ///
  /// - Throws: ``ModelInstallError/busy(folder:)``, ``ModelInstallError/unwritable(path:detail:)``.
  init(folder: String) throws(ModelInstallError) {
    self.folder = folder
    try Self.writing(folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    guard let lock = try FileLock(path: folder + "/.lock") else { throw .busy(folder: folder) }
    self.lock = lock
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(".incoming-") || name.hasPrefix(".removed-") {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// Lets `make` fill a hidden folder, then gives it its name; whatever fails, nothing is left.
  func add<Result>(
    replaces: Bool,
    _ make: (_ incoming: String) throws(ModelInstallError) -> (id: String, result: Result)
  ) throws(ModelInstallError) -> Result {
    let incoming = "\(folder)/.incoming-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: incoming) }
    try Self.writing(incoming) {
      try FileManager.default.createDirectory(atPath: incoming, withIntermediateDirectories: false)
    }
    let (id, result) = try make(incoming)
    let target = "\(folder)/\(id)"
    if rename(incoming, target) == 0 { return result }
    let code = errno
    guard code == EEXIST || code == ENOTEMPTY else {
      throw .unwritable(path: target, detail: String(cString: strerror(code)))
    }
    guard replaces else { throw .taken(id) }
    // What was there is in the hidden folder now, and goes with it.
    let failure = cs_exchange(incoming, target)
    guard failure == 0 else {
      throw .unwritable(path: target, detail: String(cString: strerror(failure)))
    }
    return result
  }

  /// Takes a model away.
  func remove(_ id: String) throws(ModelInstallError) {
    let hidden = "\(folder)/.removed-\(UUID().uuidString)"
    guard rename("\(folder)/\(id)", hidden) == 0 else {
      throw .unwritable(path: "\(folder)/\(id)", detail: String(cString: strerror(errno)))
    }
    try Self.writing(hidden) { try FileManager.default.removeItem(atPath: hidden) }
  }

  static func writing(
    _ path: String, _ action: () throws -> Void
  ) throws(ModelInstallError) {
    do {
      try action()
    } catch {
      let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
      if isFull { throw .diskFull(path: path, needed: nil) }
      throw .unwritable(path: path, detail: error.localizedDescription)
    }
  }
}

/// A file's lock, held until it goes; a killed process lets go.
private final class FileLock {
  private let file: CInt

  /// nil where another process holds it.
  init?(path: String) throws(ModelInstallError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw .unwritable(path: path, detail: String(cString: strerror(errno)))
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
  }

  deinit { close(file) }
}
