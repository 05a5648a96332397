internal import Synchronization

/// News for open pages: Server-Sent Events.
final class EventHub: Sendable {
  /// One event: its name, and one line of JSON.
  struct Event: Sendable {
    let name: String
    let data: String

    /// As it goes over the wire.
    var text: String { "event: \(name)\ndata: \(data)\n\n" }
  }

  /// Listeners at once; one more is refused.
  static let most = 500
  /// What waits for a slow listener; the oldest are dropped, since each event says all there is.
  private static let longestQueue = 64

  private struct State {
    var next = 0
    var listeners: [Int: AsyncStream<Event>.Continuation] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  /// The events from now on; nil where there are too many listeners.
  func listen() -> AsyncStream<Event>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Event.self, bufferingPolicy: .bufferingNewest(Self.longestQueue))
    let number = state.withLock { state -> Int? in
      guard state.listeners.count < Self.most, !state.isClosed else { return nil }
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }

  /// Whether anybody listens.
  var isHeard: Bool { state.withLock { !$0.listeners.isEmpty } }

  func publish(_ event: Event) {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.yield(event) }
  }

  /// Ends all streams.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }
}
