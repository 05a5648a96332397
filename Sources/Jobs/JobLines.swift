internal import Catalog
internal import PhotoCore

/// The lines in which jobs wait: one for trainings, one for all else.
///
/// Imports and looks at photos want all processors, so that two at once would gain nothing. A training
/// takes little and is waited for by somebody who is marking; behind an import of a hundred thousand
/// photos it would be a day late.
struct JobLines: Sendable {
  private let trainings = JobLine()
  private let others = JobLine()

  /// The line of a kind of job.
  subscript(kind: JobKind) -> JobLine { kind == .trainLabel ? trainings : others }

  /// The jobs that run, as they stand: at most one of each line.
  var running: [Job] { [others, trainings].compactMap(\.running) }

  /// Waits until no thread works at either.
  func waitUntilIdle() {
    others.waitUntilIdle()
    trainings.waitUntilIdle()
  }

  /// See ``JobLine/stop(_:as:)``.
  func stop(_ id: Int64, as wish: JobState) -> Job? {
    others.stop(id, as: wish) ?? trainings.stop(id, as: wish)
  }

  /// See ``JobLine/close()``.
  func close() {
    others.close()
    trainings.close()
  }
}
