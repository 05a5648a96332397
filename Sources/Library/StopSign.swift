internal import Synchronization

/// A request to stop, set from anywhere (a signal, a button) and checked between two files.
package final class StopSign: Sendable {
  private let raised = Atomic(false)

  package init() {}

  /// Asks the run to stop at the next good moment.
  package func raise() { raised.store(true, ordering: .relaxed) }

  /// Whether somebody asked.
  package var isRaised: Bool { raised.load(ordering: .relaxed) }
}
