internal import Dispatch
internal import Labels
internal import Library
internal import PhotoCore
internal import Synchronization

/// The jobs that wait and the one that runs, as a ``JobRunner`` keeps them between its threads.
///
/// Everything is done under one lock, and nobody is notified under it.
final class JobQueue: Sendable {
  private struct Running {
    var job: Job
    let stop: StopSign
    /// What the job becomes when the run has stopped; nil for what the run's end says.
    var requested: JobState?
    var meter = RateMeter()
  }

  private struct State {
    var waiting: [Job] = []
    var running: Running?
    var isThreadAlive = false
    var isClosing = false
  }

  private let state = Mutex(State())
  /// Entered while a thread works on the queue: from ``append(_:)`` that asks for one until ``next(_:)``
  /// sends it away.
  private let thread = DispatchGroup()

  /// The job that runs, as it stands; nil while none does.
  var running: Job? { state.withLock { $0.running?.job } }

  /// Waits until no thread works on the queue.
  func waitUntilIdle() { thread.wait() }

  /// The first waiting job of a kind.
  func waiting(where isWanted: (Job) -> Bool) -> Job? {
    state.withLock { $0.waiting.first(where: isWanted) }
  }

  /// Lets a job wait for its turn, unless it does already.
  ///
  /// - Returns: whether the caller has to start a thread that works on the queue.
  func append(_ job: Job) -> Bool {
    state.withLock { state in
      guard !state.isClosing, !state.waiting.contains(where: { $0.id == job.id }) else {
        return false
      }
      state.waiting.append(job)
      guard !state.isThreadAlive else { return false }
      state.isThreadAlive = true
      thread.enter()
      return true
    }
  }

  /// The next job, which counts as running from now on; nil where none waits: the thread has to end.
  func next(_ stop: StopSign) -> Job? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isThreadAlive = false
        thread.leave()
        return nil
      }
      var job = state.waiting.removeFirst()
      job.state = .running
      state.running = Running(job: job, stop: stop)
      return job
    }
  }

  /// Takes a waiting job out of the queue, or has the running one stop.
  ///
  /// - Parameter requested: the state of the running one when it has stopped.
  /// - Returns: the running one; nil where it is another that is meant.
  func stop(_ id: Int64, as requested: JobState) -> Job? {
    state.withLock { state in
      if let place = state.waiting.firstIndex(where: { $0.id == id }) {
        state.waiting.remove(at: place)
      }
      guard state.running?.job.id == id else { return nil }
      state.running?.requested = requested
      state.running?.stop.raise()
      return state.running?.job
    }
  }

  /// Takes down how far the running job is.
  ///
  /// - Parameter teaching: where it is a label's training, how far that is.
  /// - Returns: the job where it is time to tell of it.
  func note(_ progress: RunProgress, teaching: LabelProgress?) -> Job? {
    state.withLock { state in
      guard var running = state.running else { return nil }
      if let teaching { running.job.note(teaching) }
      running.job.progress = progress
      let isDue = running.meter.note(progress)
      running.job.rate = running.meter.rate
      state.running = running
      return isDue ? running.job : nil
    }
  }

  /// Ends the running job.
  ///
  /// - Parameter change: gets the job, and the requested state for which it was stopped, if any.
  /// - Returns: the job as `change` left it.
  func end(_ job: Job, _ change: (inout Job, JobState?) -> Void) -> Job {
    state.withLock { state in
      var ended = state.running?.job ?? job
      change(&ended, state.running?.requested)
      state.running = nil
      return ended
    }
  }

  /// Forgets the waiting jobs, takes no more, and has the running one stop and stay running in the
  /// catalogue, so that the next process goes on with it.
  func close() {
    state.withLock { state in
      state.isClosing = true
      state.waiting = []
      // A pause or an end that was asked for just before stays what it is.
      if state.running?.requested == nil { state.running?.requested = .running }
      state.running?.stop.raise()
    }
  }
}
