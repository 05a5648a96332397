internal import Synchronization

/// A wish to stop, raised from anywhere (a signal, a button) and looked at between two files.
package final class StopSign: Sendable {
  private let raised = Atomic(false)

  package init() {}

  /// Asks the run to stop at the next good moment.
  package func raise() { raised.store(true, ordering: .relaxed) }

  /// Whether somebody asked.
  package var isRaised: Bool { raised.load(ordering: .relaxed) }
}
