internal import Dispatch
internal import Synchronization

/// Does something with every item on several threads, each with what it makes for itself, such as a
/// network of its own.
enum ParallelItems {
  private struct State<Result> {
    var next = 0
    var results: [Result?]
    var failure: (any Error)?
  }

  /// The results in the order of the items. Ends soon after the first failure.
  ///
  /// - Parameters:
  ///   - threads: how many; at least one is used.
  ///   - progress: called with how many are done, on any of the threads, one call at a time.
  ///   - make: what a thread needs, and what it does with it.
  /// - Throws: the first failure.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in },
    make: @Sendable () throws -> (Item) throws -> Result
  ) throws -> [Result] {
    let state = Mutex(State<Result>(results: Array(repeating: nil, count: items.count)))
    let done = Mutex(0)
    let count = max(1, min(threads, items.count))
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      do {
        let work = try make()
        while let index = take(state, items.count) {
          let result = try work(items[index])
          state.withLock { $0.results[index] = result }
          done.withLock {
            $0 += 1
            progress($0)
          }
        }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    return try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.results.compactMap(\.self)
    }
  }

  private static func take<Result>(
    _ state: borrowing Mutex<State<Result>>, _ count: Int
  ) -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }
}
