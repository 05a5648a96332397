internal import Foundation

/// An ``ImportRun`` that begins once no other process imports into the library, and that can be
/// stopped while it waits for that: the kernel's own wait for a lock goes on until the lock is free.
struct PatientRun {
  let library: LibraryFolder
  let settings: ImportRun.Settings
  let stop: StopSign

  private static let secondsBetweenTries = 0.5

  /// - Throws: what ``ImportRun/run(_:onWait:onLookup:progress:)`` throws.
  func run(
    _ target: ImportRun.Target, progress: (RunProgress) -> Void
  ) throws -> RunSummary {
    var impatient = settings
    impatient.waitsForLock = false
    let run = ImportRun(library: library, settings: impatient, stop: stop)
    while true {
      do {
        return try run.run(target, progress: progress)
      } catch LibraryError.busy where settings.waitsForLock {
        if stop.isRaised { return Self.nothing }
        Thread.sleep(forTimeInterval: Self.secondsBetweenTries)
      }
    }
  }

  /// What a run did that was stopped before it began.
  private static var nothing: RunSummary {
    var summary = RunSummary()
    summary.interrupted = true
    return summary
  }
}
