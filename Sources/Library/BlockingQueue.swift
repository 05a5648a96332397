internal import Foundation

/// Hands values from threads to threads; a taker waits until there is something.
///
/// ## Concurrency model
/// `items` and `closed` are touched only between `condition.lock()` and `unlock()`. That is the
/// proof for `@unchecked Sendable`: the compiler cannot see through NSCondition.
package final class BlockingQueue<Element: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var items: [Element] = []
  private var closed = false

  package init() {}

  /// Adds a value and wakes one taker.
  package func put(_ element: Element) {
    condition.lock()
    items.append(element)
    condition.signal()
    condition.unlock()
  }

  /// Lets takers go once the queue is empty.
  package func close() {
    condition.lock()
    closed = true
    condition.broadcast()
    condition.unlock()
  }

  /// The oldest value, waiting for one; nil when the queue is closed and empty.
  package func take() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while items.isEmpty && !closed { condition.wait() }
    return items.isEmpty ? nil : items.removeFirst()
  }

  /// The oldest value, waiting at most `seconds`; nil when there was none.
  package func take(within seconds: Double) -> Element? {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while items.isEmpty && !closed {
      guard condition.wait(until: deadline) else { break }
    }
    return items.isEmpty ? nil : items.removeFirst()
  }
}
