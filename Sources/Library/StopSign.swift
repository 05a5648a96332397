internal import Synchronization

/// A wish to stop, raised from anywhere (a signal, a button) and looked at between two files.
public final class StopSign: Sendable {
  private let raised = Atomic(false)

  /// Not raised.
  public init() {}

  /// Asks the run to stop at the next good moment.
  public func raise() { raised.store(true, ordering: .relaxed) }

  /// Whether somebody asked.
  public var isRaised: Bool { raised.load(ordering: .relaxed) }
}
