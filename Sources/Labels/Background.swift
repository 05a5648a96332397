internal import Foundation
internal import Glibc
internal import PhotoCore

/// Work that has time: it leaves the processors to whoever needs them.
package enum Background {
  /// One processor less than there are, and at least one.
  package static var processors: Int {
    max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
  }

  /// Runs work on a thread of its own at low priority, and waits for it. On Linux the priority is a
  /// thread's own, and goes over to the threads and processes that it starts.
  ///
  /// - Returns: what the work returns.
  /// - Throws: ``Niceness/Malformed``, and what the work throws.
  package static func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) throws -> Value {
    let niceness = try Niceness.configured()
    let task = BlockingTask("background", stackBytes: 8 << 20) {
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness.value)
      return try work()
    }
    return try task.value()
  }
}
