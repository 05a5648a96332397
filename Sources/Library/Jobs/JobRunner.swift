public import Catalog
internal import Foundation
public import PhotoCore
internal import Synchronization

/// Runs what is asked for in the web app, one job after the other, each as an ``ImportRun``, a
/// ``ReanalysisRun`` or the training of a label.
///
/// A pause is a run that is stopped cleanly and later started again: each stage finds its work in the
/// catalogue, so nothing is kept in memory meanwhile. A job that was running when the process ended in
/// any way is in the catalogue as running, and ``recover()`` goes on with it.
///
/// ## Concurrency model
/// `state` guards the list of waiting jobs and the one that runs. A thread is started when there is
/// something to do, works the list off and ends, so that an idle server has none. `asking` is held
/// while a job is added to catalogue and list, so that two who ask at once get the same one; nobody
/// is told anything under either.
public final class JobRunner: Sendable {
  /// What jobs need to know about the installation; asked before each run.
  public typealias SettingsSource = @Sendable () throws -> ImportRun.Settings
  /// The same for a network that looks at photos again.
  public typealias ReanalysisSettingsSource =
    @Sendable (ReanalysisTarget) throws -> ImportRun.Settings

  private struct Running {
    var job: Job
    let stop: StopSign
    /// What the job becomes when the run has stopped; nil for what the run's end says.
    var wish: JobState?
    var meter = RateMeter()
  }

  private struct State {
    var waiting: [Job] = []
    var running: Running?
    var isThreadAlive = false
    var isClosing = false
  }

  let library: LibraryFolder
  let catalogue: CatalogDatabase
  private let uploads: UploadStore
  let settings: SettingsSource
  let reanalysisSettings: ReanalysisSettingsSource
  private let onChange: @Sendable (Job) -> Void
  private let state = Mutex(State())
  private let asking = Mutex(())
  private let now: @Sendable () -> Int64

  /// - Parameters:
  ///   - uploads: what jobs of this kind import, and settle when they are done.
  ///   - settings: how to import; an error fails the job with its sentence.
  ///   - reanalysisSettings: how to let a network look again; an error fails the job with its sentence.
  ///   - now: milliseconds since 1970 UTC.
  ///   - onChange: called on the job's thread or the caller's, often while a job runs.
  public init(
    library: LibraryFolder, catalogue: CatalogDatabase, uploads: UploadStore,
    now: @escaping @Sendable () -> Int64,
    settings: @escaping SettingsSource,
    reanalysisSettings: @escaping ReanalysisSettingsSource,
    onChange: @escaping @Sendable (Job) -> Void
  ) {
    self.library = library
    self.catalogue = catalogue
    self.uploads = uploads
    self.settings = settings
    self.reanalysisSettings = reanalysisSettings
    self.now = now
    self.onChange = onChange
  }

  /// Asks for a network to look at photos again. The same that still waits serves both.
  public func start(_ target: ReanalysisTarget) throws -> Job {
    try start(.analyseAgain, reanalysis: target)
  }

  /// Asks for a job. One of the same kind and folders that still waits serves both.
  public func start(_ kind: JobKind, folders: [FilePath] = []) throws -> Job {
    try start(kind, folders: folders, reanalysis: nil)
  }

  /// Asks for a label to be taught. The same that still waits serves both.
  public func start(_ target: LabelTrainingTarget) throws -> Job {
    try start(.trainLabel, training: target)
  }

  private func start(
    _ kind: JobKind, folders: [FilePath] = [], reanalysis: ReanalysisTarget? = nil,
    training: LabelTrainingTarget? = nil
  ) throws -> Job {
    let data =
      try reanalysis.map { try JSONEncoder().encode($0) }
      ?? training.map { try JSONEncoder().encode($0) }
    let parameters = data.map { String(decoding: $0, as: UTF8.self) }
    let (job, isFirst) = try asking.withLock { _ -> (Job, Bool?) in
      let same = state.withLock { state in
        state.waiting.first {
          $0.kind == kind && $0.folders == folders && $0.reanalysis == reanalysis
            && $0.training == training
        }
      }
      if let same { return (same, nil) }
      let job = Job(
        try catalogue.addJob(kind: kind, folders: folders, parameters: parameters, at: now()))
      return (job, line(up: job))
    }
    if let isFirst { announce(job, startingThread: isFirst) }
    return job
  }

  /// Goes on with the jobs that were waiting or running when the last process ended.
  public func recover() throws {
    for record in try catalogue.jobs(limit: 1000).reversed()
    where record.state == .waiting || record.state == .running {
      var job = Job(record)
      // It waits again, perhaps behind another one, and can be given up meanwhile.
      job.state = .waiting
      try store(job)
      announce(job, startingThread: line(up: job))
    }
  }

  /// All jobs, newest first.
  public func jobs(limit: Int) throws -> [Job] {
    let running = state.withLock { $0.running?.job }
    return try catalogue.jobs(limit: limit).map { record in
      if let running, running.id == record.id { running } else { Job(record) }
    }
  }

  /// A job; nil where there is none of this number.
  public func job(_ id: Int64) throws -> Job? {
    if let running = state.withLock({ $0.running?.job }), running.id == id { return running }
    return try catalogue.job(id).map { Job($0) }
  }

  /// Stops a job in such a way that it can go on. One that has ended stays as it is.
  ///
  /// - Returns: the job; nil where there is none of this number.
  public func pause(_ id: Int64) throws -> Job? { try end(id, as: .paused) }

  /// Ends a job early; what it did stays done.
  ///
  /// - Returns: the job; nil where there is none of this number.
  public func cancel(_ id: Int64) throws -> Job? { try end(id, as: .cancelled) }

  /// Lets a paused job go on. Another stays as it is.
  ///
  /// - Returns: the job; nil where there is none of this number.
  public func resume(_ id: Int64) throws -> Job? {
    guard var job = try job(id) else { return nil }
    guard job.state == .paused else { return job }
    job.state = .waiting
    try store(job)
    announce(job, startingThread: line(up: job))
    return job
  }

  /// Stops the running job and waits for the photos in hand; it goes on when the library is next
  /// served.
  public func close() {
    state.withLock { state in
      state.isClosing = true
      state.waiting = []
      // A pause or an end that was asked for just before stays what it is.
      if state.running?.wish == nil { state.running?.wish = .running }
      state.running?.stop.raise()
    }
    while state.withLock({ $0.isThreadAlive }) { Thread.sleep(forTimeInterval: 0.02) }
  }

  private func end(_ id: Int64, as wish: JobState) throws -> Job? {
    let running = state.withLock { state -> Job? in
      if let place = state.waiting.firstIndex(where: { $0.id == id }) {
        state.waiting.remove(at: place)
      }
      guard state.running?.job.id == id else { return nil }
      state.running?.wish = wish
      state.running?.stop.raise()
      return state.running?.job
    }
    if let running { return running }
    guard var job = try job(id) else { return nil }
    let canEnd = job.state == .waiting || (job.state == .paused && wish == .cancelled)
    guard canEnd else { return job }
    job.state = wish
    if wish == .cancelled { job.finishedMilliseconds = now() }
    try store(job)
    onChange(job)
    return job
  }

  /// - Returns: whether nobody works the list off yet.
  private func line(up job: Job) -> Bool {
    state.withLock { state in
      guard !state.isClosing, !state.waiting.contains(where: { $0.id == job.id }) else {
        return false
      }
      state.waiting.append(job)
      defer { state.isThreadAlive = true }
      return !state.isThreadAlive
    }
  }

  private func announce(_ job: Job, startingThread: Bool) {
    onChange(job)
    guard startingThread else { return }
    let thread = Thread { [self] in work() }
    thread.name = "jobs"
    thread.stackSize = 4 << 20
    thread.start()
  }

  private func work() {
    while true {
      let stop = StopSign()
      let next = state.withLock { state -> Job? in
        guard !state.waiting.isEmpty else {
          state.isThreadAlive = false
          return nil
        }
        var job = state.waiting.removeFirst()
        job.state = .running
        state.running = Running(job: job, stop: stop)
        return job
      }
      guard let next else { return }
      perform(next, stop)
    }
  }

  private func perform(_ job: Job, _ stop: StopSign) {
    var failure: String?
    var summary = state.withLock { $0.running?.job.summary } ?? job.summary
    var isInterrupted = true
    do {
      try store(job)
      onChange(job)
      isInterrupted = try carryOut(job, stop, &summary)
      if job.kind == .upload { try uploads.settle(catalogue) }
    } catch {
      failure = "\(error)"
    }
    let ended = state.withLock { state -> Job in
      var ended = state.running?.job ?? job
      ended.summary = summary
      ended.state = failure != nil ? .failed : state.running?.wish ?? .done
      if !isInterrupted, failure == nil { ended.state = .done }
      (ended.progress, ended.rate, ended.message) = (nil, nil, failure)
      ended.teaching = nil
      if ![.paused, .running].contains(ended.state) { ended.finishedMilliseconds = now() }
      state.running = nil
      return ended
    }
    // A catalogue that cannot be written was the failure, and is told to whoever listens.
    try? store(ended)
    onChange(ended)
  }

  /// - Parameter teaching: where the run is a label's training, how far that is.
  func note(_ progress: RunProgress, teaching: LabelProgress? = nil) {
    let job = state.withLock { state -> Job? in
      guard var running = state.running else { return nil }
      if let teaching { running.job.note(teaching) }
      running.job.progress = progress
      let isDue = running.meter.note(progress)
      running.job.rate = running.meter.rate
      state.running = running
      return isDue ? running.job : nil
    }
    if let job { onChange(job) }
  }

  private func store(_ job: Job) throws {
    try catalogue.update(
      job: job.id, state: job.state, summary: job.summaryJSON, message: job.message,
      finished: job.finishedMilliseconds)
  }
}
