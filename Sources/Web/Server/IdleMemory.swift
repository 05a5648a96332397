internal import CLinux
internal import Synchronization

/// Gives memory back when nobody has asked for anything for a while.
final class IdleMemory: Sendable {
  private struct State {
    var lastRequest: Int64
    var isReleased = false
  }

  /// How long nothing must happen, in milliseconds.
  private static let patience: Int64 = 5000

  private let state: Mutex<State>

  /// - Parameter now: milliseconds since 1970 UTC.
  init(now: Int64) { state = Mutex(State(lastRequest: now)) }

  /// A request has come.
  func noteRequest(at now: Int64) { state.withLock { $0 = State(lastRequest: now) } }

  /// To be called now and then.
  func tick(at now: Int64) {
    let isDue = state.withLock { state -> Bool in
      guard !state.isReleased, now - state.lastRequest >= Self.patience else { return false }
      state.isReleased = true
      return true
    }
    if isDue { cs_release_idle_memory() }
  }
}
