internal import CLinux
internal import Glibc
internal import PhotoCore

/// A child process with a pipe to its standard input and one from its standard output.
///
/// Owns the process id and both descriptors: `deinit` closes the pipes, ends the process and
/// reaps it. Used by one thread at a time.
final class ChildProcess {
  let pid: pid_t
  private var input: CInt
  private let output: CInt
  private var buffered: [UInt8] = []
  private var exitStatus: CInt?

  /// The longest line that is believed: a photo with a hundred boxes is far below it.
  private static let longestLine = 16 << 20

  init(launch: WorkerLaunch) throws(WorkerFailure) {
    let down = try Self.pipe()
    let up = try Self.pipe()
    defer {
      close(down.read)
      close(up.write)
    }
    do {
      pid = try Self.spawn(launch, input: down.read, output: up.write)
    } catch {
      close(down.write)
      close(up.read)
      throw error
    }
    input = down.write
    output = up.read
  }

  deinit {
    closeInput()
    close(output)
    end()
  }

  /// Ends the process at once and waits until it is gone.
  func end() {
    guard exitStatus == nil else { return }
    kill(pid, SIGKILL)
    reap()
  }

  /// Tells the process that nothing more will come, so that it ends by itself.
  func closeInput() {
    guard input >= 0 else { return }
    close(input)
    input = -1
  }

  /// How the process ended; waits for the end if need be.
  func endDescription() -> String {
    reap()
    let status = exitStatus ?? 0
    let signal = status & 0x7F
    return signal == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(signal)"
  }

  private func reap() {
    guard exitStatus == nil else { return }
    var status: CInt = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    exitStatus = status
  }

  /// Writes all of `line` and a newline.
  ///
  /// - Returns: whether the process took it; false when it is gone.
  func send(_ line: [UInt8]) -> Bool {
    let bytes = line + [0x0A]
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  enum Line {
    case text([UInt8])
    case ended
    case timedOut
  }

  /// The next line without its newline, waiting until `deadline` (seconds of ``now()``).
  func nextLine(deadline: Double) -> Line {
    while true {
      if let end = buffered.firstIndex(of: 0x0A) {
        let line = Array(buffered[..<end])
        buffered.removeSubrange(...end)
        return .text(line)
      }
      switch fill(deadline: deadline) {
      case .more: continue
      case .ended: return .ended
      case .timedOut: return .timedOut
      }
    }
  }

  private enum ReadOutcome {
    case more, ended, timedOut
  }

  private func fill(deadline: Double) -> ReadOutcome {
    let left = deadline - Self.now()
    guard left > 0 else { return .timedOut }
    var wanted = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    let ready = poll(&wanted, 1, CInt(min(left * 1000 + 1, 1_000_000)))
    guard ready != 0 else { return .timedOut }
    guard ready > 0 else { return errno == EINTR ? .more : .ended }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = chunk.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { return .more }
    guard count > 0, buffered.count < Self.longestLine else { return .ended }
    buffered += chunk[..<count]
    return .more
  }

  /// Seconds of a clock that never jumps and stands still while the machine sleeps.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Resident memory of the process in bytes; 0 when it is gone.
  func residentBytes() -> Int64 {
    let file = open("/proc/\(pid)/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = text.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return 0 }
    let fields = String(decoding: text[..<count], as: UTF8.self).split(separator: " ")
    guard fields.count > 1, let pages = Int64(fields[1]) else { return 0 }
    return pages * Int64(sysconf(CInt(_SC_PAGESIZE)))
  }

  private static func pipe() throws(WorkerFailure) -> (read: CInt, write: CInt) {
    var ends: [CInt] = [-1, -1]
    // Close-on-exec: another worker started meanwhile must not keep this one's pipe open.
    guard cs_pipe(&ends) == 0 else {
      throw .cannotStart("The system cannot open another pipe: \(lastSystemError()).")
    }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ launch: WorkerLaunch, input: CInt, output: CInt
  ) throws(WorkerFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    let log = launch.log ?? FilePath("/dev/null")
    log.withCString { path in
      _ = posix_spawn_file_actions_addopen(
        &actions, 2, path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: Ctrl-C in the terminal is ours to answer, not the worker's.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var pid: pid_t = 0
    let failure = launch.executable.withCString { path in
      withStringArray([String(cString: path)] + launch.arguments) { arguments in
        withStringArray(environment()) { environment in
          posix_spawn(&pid, path, &actions, &attributes, arguments, environment)
        }
      }
    }
    guard failure == 0 else {
      throw .cannotStart(
        "The analysis worker \(launch.executable) cannot be started: "
          + "\(String(cString: strerror(failure))). Run `meridian doctor`.")
    }
    return pid
  }

  private static func environment() -> [String] {
    var lines: [String] = []
    var entry = environ
    while let text = entry.pointee {
      let line = String(cString: text)
      let name = String(line.prefix { $0 != "=" })
      if WorkerLaunch.environment[name] == nil { lines.append(line) }
      entry += 1
    }
    return lines + WorkerLaunch.environment.map { "\($0.key)=\($0.value)" }
  }
}

/// The system's words for the last failure.
func lastSystemError() -> String {
  String(cString: strerror(errno))
}

private func withStringArray<R>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
) -> R {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
