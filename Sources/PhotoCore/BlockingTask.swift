internal import Dispatch
internal import Foundation
internal import Synchronization

/// Work that blocks, on a thread of its own: a worker process that is waited for, an import, a
/// training, half of an index.
///
/// Swift's own threads are as many as processors and must never wait, so nothing that blocks may run
/// in a `Task`. Here is the only place that starts threads; for many short calls, such as those of
/// web requests, a pool is better.
///
///     BlockingTask("worker") { … }                          // goes on by itself
///     let side = BlockingTask("index") { try read() }       // … other work …
///     let read = try side.value()                           // waits, blocking this thread
///     let sum = try await BlockingTask.run("sum") { try add() }   // waits without blocking
///
/// ## Concurrency model
/// The thread starts at once, does the work and ends; it keeps what it needs alive, so the task may be
/// let go. Nothing cancels it: work that should end early asks a stop sign, or takes from a queue that
/// is closed. The result is written once, under a lock, before `end` is signalled.
package final class BlockingTask<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let end = DispatchSemaphore(value: 0)

  /// Starts the work.
  ///
  /// - Parameters:
  ///   - name: what a debugger and `top -H` call the thread; Linux keeps 15 bytes.
  ///   - stackBytes: the size of its stack.
  @discardableResult
  package init(
    _ name: String, stackBytes: Int = 4 << 20, _ work: @escaping @Sendable () throws -> Value
  ) {
    startThread(named: name, stackBytes: stackBytes) { [self] in
      let ended = Result { try work() }
      result.withLock { $0 = ended }
      end.signal()
    }
  }

  /// What the work came to, blocking the calling thread until then. To be called once: the value is
  /// handed over, and nothing of it is kept here.
  ///
  /// - Throws: what the work threw.
  package func value() throws -> Value {
    end.wait()
    guard let ended = result.withLock({ $0.take() }) else { throw CancellationError() }
    return try ended.get()
  }

  /// What work on a thread of its own comes to, waiting without blocking. Cancelling the caller's task
  /// ends neither the work nor the waiting.
  ///
  /// - Throws: what the work threw.
  package static func run(
    _ name: String, stackBytes: Int = 4 << 20, _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      startThread(named: name, stackBytes: stackBytes) {
        continuation.resume(with: Result { try work() })
      }
    }
  }
}

private func startThread(
  named name: String, stackBytes: Int, _ body: @escaping @Sendable () -> Void
) {
  let thread = Thread { body() }
  thread.name = name
  thread.stackSize = stackBytes
  thread.start()
}
