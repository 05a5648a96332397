internal import Foundation
internal import Library

/// A run that begins once no other process imports into the library, and that can be
/// stopped while it waits for that: the kernel's own wait for a lock goes on until the lock is free.
struct LockedRun {
  /// Waits; whether to is what these settings say.
  let settings: ImportRun.Settings
  let stop: StopSign

  private static let secondsBetweenTries = 0.5

  /// - Parameter run: starts the run with settings that do not wait for the lock.
  /// - Returns: nil where it was stopped before it began.
  /// - Throws: what `run` throws.
  func run<Summary>(_ run: (ImportRun.Settings) throws -> Summary) throws -> Summary? {
    var impatient = settings
    impatient.waitsForLock = false
    while true {
      do {
        return try run(impatient)
      } catch LibraryError.busy where settings.waitsForLock {
        if stop.isRaised { return nil }
        Thread.sleep(forTimeInterval: Self.secondsBetweenTries)
      }
    }
  }
}
