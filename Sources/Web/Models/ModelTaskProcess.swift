internal import CLinux
internal import Dispatch
internal import Foundation
internal import Glibc
internal import PhotoCore
internal import Synchronization

/// A process that writes one JSON object a line, while it runs.
final class ModelTaskProcess: Sendable {
  private struct State {
    var pid: pid_t?
    var isStopped = false
  }

  /// Longer lines are no progress of ours, and are left out.
  private static let longestLine = 64 << 10
  /// How long it may take to end after SIGTERM.
  private static let patience = 10.0

  private let state = Mutex(State())

  /// Runs a command to its end, on a thread that may wait.
  ///
  /// - Parameter line: called for each object.
  /// - Returns: its exit code.
  /// - Throws: what keeps the program from being started.
  func run(_ command: WebModels.Command, line: ([String: Any]) -> Void) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command.executable.description)
    process.arguments = command.arguments
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    guard !state.withLock({ $0.isStopped }) else { return 128 + SIGTERM }
    try process.run()
    let isLate = state.withLock { state in
      state.pid = process.processIdentifier
      return state.isStopped
    }
    if isLate { process.terminate() }
    read(output.fileHandleForReading, line)
    process.waitUntilExit()
    // From here on the number may be another process's.
    state.withLock { $0.pid = nil }
    return process.terminationStatus
  }

  /// Whether it was asked to end.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Asks it to end, and ends it when it does not.
  func stop() {
    let pid = state.withLock { state in
      state.isStopped = true
      return state.pid
    }
    guard let pid else { return }
    kill(pid, SIGTERM)
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [self] in
      state.withLock { state in
        if state.pid == pid { _ = kill(pid, SIGKILL) }
      }
    }
  }

  private func read(_ handle: FileHandle, _ line: ([String: Any]) -> Void) {
    var waiting = Data()
    while true {
      let part = handle.availableData
      guard !part.isEmpty else { return }
      waiting.append(part)
      while let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
        let text = waiting[waiting.startIndex..<end]
        waiting = Data(waiting[(end + 1)...])
        let object = try? JSONSerialization.jsonObject(with: text)
        if let object = object as? [String: Any] { line(object) }
      }
      if waiting.count > Self.longestLine { waiting.removeAll() }
    }
  }
}
