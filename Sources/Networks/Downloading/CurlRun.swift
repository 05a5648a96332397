internal import Foundation

/// One run of the program `curl`: its arguments, and how it ended.
///
/// The bytes come through a pipe, so that they end with this process, and no byte is written that was
/// not counted. The address goes through a pipe, too, where no list of processes shows it.
struct CurlRun {
  let address: DownloadAddress
  /// Bytes that are there already.
  let offset: Int64
  /// What the server called the version that they are of; nil where only a hash will tell.
  let version: String?
  let limits: DownloadLimits
  /// Where curl puts the answer's head.
  let headFile: String

  /// How a run ended.
  enum End: Hashable {
    case complete
    /// The server has another file by now, or gives none in pieces: begin again.
    case restart
    /// It may go better at another time.
    case broken(DownloadError)
    case failed(DownloadError)
  }

  /// Gives every piece that comes to `take`.
  ///
  /// - Throws: what `take` throws, after ending curl.
  func run(
    _ take: (UnsafeRawBufferPointer) throws(ModelInstallError) -> Void
  ) throws(ModelInstallError) -> (code: Int32, words: String) {
    guard let program = Self.path(of: limits.program) else { throw .download(.noCurl) }
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    // The user's .curlrc could send the bytes elsewhere.
    process.arguments = ["--disable", "--config", "-"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(configuration.utf8))
      try input.fileHandleForWriting.close()
    } catch {
      throw .download(.failed(address.shown, detail: error.localizedDescription))
    }
    do throws(ModelInstallError) {
      try Self.forEachPiece(from: output.fileHandleForReading.fileDescriptor, take)
    } catch {
      // At once: curl has nothing to put in order, and threads may pass blocked signals on to it.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      throw error
    }
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: words, as: UTF8.self))
  }

  /// `take` gets an empty piece now and then while nothing comes, so that it can stop.
  private static func forEachPiece(
    from file: CInt, _ take: (UnsafeRawBufferPointer) throws(ModelInstallError) -> Void
  ) throws(ModelInstallError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      var wanted = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 200) > 0 else {
        try take(UnsafeRawBufferPointer(rebasing: buffer[..<0]))
        continue
      }
      let count = read(file, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The file of a program, by the folders of PATH; nil where there is none.
  static func path(of program: String) -> String? {
    guard !program.contains("/") else {
      return FileManager.default.isExecutableFile(atPath: program) ? program : nil
    }
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private var configuration: String {
    let protocols = address.isPlain ? "=http,https" : "=https"
    var lines = [
      "url = \"\(address.text)\"", "silent", "show-error", "fail", "location", "globoff",
      "max-redirs = \(limits.redirectLimit)", "proto = \"\(protocols)\"",
      "proto-redir = \"\(protocols)\"", "connect-timeout = \(limits.stallSeconds)",
      "speed-limit = 1", "speed-time = \(limits.stallSeconds)",
      "dump-header = \"\(Self.quoted(headFile))\"",
    ]
    if offset > 0 { lines.append("continue-at = \(offset)") }
    if offset > 0, let version { lines.append("header = \"If-Range: \(Self.quoted(version))\"") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
