internal import Crypto
internal import Foundation
internal import PhotoCore

/// Fetches one file into a folder of unfinished ones, going on with what an earlier call left.
///
///     <key>.part      what has come; the key is the SHA-256 that is wanted, else that of the address
///     <key>.version   the server's word for the version that it is of (ETag)
struct Download {
  let address: DownloadAddress
  /// The file's SHA-256, in small letters; nil to accept any file.
  let sha256: String?
  /// The file's length; nil where nobody said.
  let byteCount: Int64?
  let limits: DownloadLimits
  /// The folder of unfinished files.
  let folder: String

  private var key: String {
    sha256 ?? hexadecimal(SHA256.hash(data: Data(address.text.utf8)))
  }
  private var part: String { "\(folder)/\(key).part" }
  private var versionFile: String { "\(folder)/\(key).version" }
  private var headFile: String { "\(folder)/\(key).head" }
  private var limit: Int64 { byteCount ?? limits.byteLimit }

  /// - Returns: the file, and its SHA-256. Whoever takes it calls ``discard()``.
  /// - Throws: ``ModelInstallError``; what has come is kept, unless it can be of no use.
  func run(
    isStopped: () -> Bool, _ progress: ProgressReport
  ) throws(ModelInstallError) -> (path: String, sha256: String) {
    try ModelFolder.writing(folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    clearAbandoned()
    var retries = 0
    var mayRestart = true
    while true {
      let start = prepare()
      switch try fetch(from: start, isStopped, progress) {
      case .complete:
        if let found = try check(isFinal: start == 0 || !mayRestart, progress) {
          return (part, found)
        }
        mayRestart = false
        discard()
      case .restart where mayRestart:
        mayRestart = false
        discard()
      case .restart:
        throw .download(.failed(address.shown, detail: "the file changes while it is downloaded"))
      case .broken(let error):
        retries += 1
        guard retries <= limits.retryCount else { throw giveUp(error) }
        Thread.sleep(forTimeInterval: limits.retryPause)
      case .failed(let error): throw giveUp(error)
      }
    }
  }

  /// Takes away what nobody went on with for a week.
  private func clearAbandoned() {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] where !name.hasPrefix(key)
    {
      let path = "\(folder)/\(name)"
      let changed = try? manager.attributesOfItem(atPath: path)[.modificationDate] as? Date
      if let changed, changed < Date(timeIntervalSinceNow: -7 * 24 * 3600) {
        try? manager.removeItem(atPath: path)
      }
    }
  }

  private func giveUp(_ error: DownloadError) -> ModelInstallError {
    if FileBytes.count(of: part) == 0 { discard() }
    return .download(error)
  }

  /// Takes away what has come.
  func discard() {
    for path in [part, versionFile] { try? FileManager.default.removeItem(atPath: path) }
  }

  /// How many bytes there are to go on from.
  private func prepare() -> Int64 {
    // Without a hash only the server's word tells whether both parts are of one file.
    let count = FileBytes.count(of: part) ?? 0
    guard count > 0, count <= limit, sha256 != nil || version != nil else {
      discard()
      return 0
    }
    return count
  }

  private var version: String? {
    FileManager.default.contents(atPath: versionFile).flatMap { String(data: $0, encoding: .utf8) }
  }

  private func fetch(
    from start: Int64, _ isStopped: () -> Bool, _ progress: ProgressReport
  ) throws(ModelInstallError) -> CurlRun.End {
    if start == byteCount { return .complete }
    try checkSpace(start)
    let output = try DownloadFile(path: part, isNew: false)
    let run = CurlRun(
      address: address, offset: start, version: version, limits: limits, headFile: headFile)
    defer { try? FileManager.default.removeItem(atPath: headFile) }
    var total = byteCount
    let (code, words) = try run.run { piece throws(ModelInstallError) in
      guard !isStopped() else { throw .stopped }
      guard !piece.isEmpty else { return }
      if output.byteCount == start { total = try note(ResponseHead(path: headFile), from: start) }
      guard output.byteCount + Int64(piece.count) <= limit else { throw overlong(output, piece) }
      try output.write(piece)
      progress(ModelProgress(.download, done: output.byteCount, total: total))
    }
    return run.end(code: code, words: words, received: output.byteCount)
  }

  /// Remembers the version that comes.
  ///
  /// - Returns: the whole file's length; nil where the server does not say.
  private func note(_ head: ResponseHead, from start: Int64) throws(ModelInstallError) -> Int64? {
    if start == 0, let version = head.version {
      try ModelFolder.writing(versionFile) {
        try Data(version.utf8).write(to: URL(fileURLWithPath: versionFile))
      }
    }
    return byteCount ?? head.length.map { $0 + start }
  }

  private func overlong(_ output: DownloadFile, _ piece: UnsafeRawBufferPointer)
    -> ModelInstallError
  {
    let found = output.byteCount + Int64(piece.count)
    discard()
    guard let byteCount else { return .download(.tooLong(address.shown, limit: limit)) }
    return .download(.wrongLength(address.shown, expected: byteCount, found: found))
  }

  /// - Returns: the file's SHA-256; nil where another try from the beginning may find the right file.
  private func check(
    isFinal: Bool, _ progress: ProgressReport
  ) throws(ModelInstallError) -> String? {
    let length = FileBytes.count(of: part)
    let found = try FileBytes.sha256(of: part) {
      progress(ModelProgress(.check, done: $0, total: length))
    }
    guard let sha256, found != sha256 else { return found }
    guard isFinal else { return nil }
    discard()
    if let byteCount, let count = length, count != byteCount {
      throw .download(.wrongLength(address.shown, expected: byteCount, found: count))
    }
    throw .download(.wrongHash(address.shown, expected: sha256, found: found))
  }

  private func checkSpace(_ start: Int64) throws(ModelInstallError) {
    guard let byteCount else { return }
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    let free = (facts?[.systemFreeSize] as? NSNumber)?.int64Value ?? .max
    // The file itself, and the network that is made of it.
    let needed = 2 * byteCount - start
    guard free >= needed else { throw .diskFull(path: folder, needed: needed) }
  }
}
