internal import Catalog
internal import PhotoCore

/// The lines in which jobs wait: one for trainings, one for all else.
///
/// Imports and analyses want all processors, so that two at once would gain nothing. A training
/// takes little and is waited for by somebody who is marking; behind an import of a hundred thousand
/// photos it would be a day late.
struct JobQueues: Sendable {
  private let trainings = JobQueue()
  private let others = JobQueue()

  /// The line of a kind of job.
  subscript(kind: JobKind) -> JobQueue { kind == .trainLabel ? trainings : others }

  /// The jobs that run, as they stand: at most one of each line.
  var running: [Job] { [others, trainings].compactMap(\.running) }

  /// Waits until no thread works at either.
  func waitUntilIdle() {
    others.waitUntilIdle()
    trainings.waitUntilIdle()
  }

  /// See ``JobQueue/stop(_:as:)``.
  func stop(_ id: Int64, as requested: JobState) -> Job? {
    others.stop(id, as: requested) ?? trainings.stop(id, as: requested)
  }

  /// See ``JobQueue/close()``.
  func close() {
    others.close()
    trainings.close()
  }
}
