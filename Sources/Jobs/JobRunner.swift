package import Catalog
internal import Foundation
package import Labels
package import Library
package import PhotoCore
internal import Synchronization

/// Runs what is asked for in the web app, each job as an ``ImportRun``, a ``ReanalysisRun`` or the
/// training of a label. Trainings go on one after the other beside all else, which is done one after
/// the other, too; see ``JobQueues``.
///
/// A pause is a run that is stopped cleanly and later started again: each stage finds its work in the
/// catalogue, so nothing is kept in memory meanwhile. A job that was running when the process ended in
/// any way is in the catalogue as running, and ``recover()`` goes on with it.
///
/// ## Concurrency model
/// A ``JobQueue`` holds the jobs that wait and the one that runs. A thread is started when there is
/// something to do, works its line off and ends, so that an idle server has none. `asking` is held
/// while a job is added to catalogue and line, so that two who ask at once get the same one; nobody is
/// notified under it.
package final class JobRunner: Sendable {
  /// What jobs need to know about the installation; asked before each run.
  package typealias SettingsSource = @Sendable () throws -> ImportRun.Settings
  /// The same for analysing photos again.
  package typealias ReanalysisSettingsSource =
    @Sendable (ReanalysisTarget) throws -> ImportRun.Settings

  let library: LibraryFolder
  let catalogue: CatalogDatabase
  private let uploads: UploadStore
  let settings: SettingsSource
  let reanalysisSettings: ReanalysisSettingsSource
  private let onChange: @Sendable (Job) -> Void
  private let lines = JobQueues()
  private let asking = Mutex(())
  private let now: @Sendable () -> Int64

  /// - Parameters:
  ///   - uploads: what jobs of this kind import, and settle when they are done.
  ///   - settings: how to import; an error fails the job with its sentence.
  ///   - reanalysisSettings: how to analyse photos again; an error fails the job with its sentence.
  ///   - now: milliseconds since 1970 UTC.
  ///   - onChange: called on the job's thread or the caller's, often while a job runs.
  package init(
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
  package func start(_ target: ReanalysisTarget) throws -> Job {
    try start(.analyseAgain, reanalysis: target)
  }

  /// Asks for a job. One of the same kind and folders that still waits serves both.
  package func start(_ kind: JobKind, folders: [FilePath] = []) throws -> Job {
    try start(kind, folders: folders, reanalysis: nil)
  }

  /// Asks for a label to be taught. The same that still waits serves both.
  package func start(_ target: LabelTrainingTarget) throws -> Job {
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
      let line = lines[kind]
      let same = line.waiting {
        $0.kind == kind && $0.folders == folders && $0.reanalysis == reanalysis
          && $0.training == training
      }
      if let same { return (same, nil) }
      let job = Job(
        try catalogue.jobs.add(kind: kind, folders: folders, parameters: parameters, at: now()))
      return (job, line.append(job))
    }
    if let isFirst { announce(job, startingThread: isFirst) }
    return job
  }

  /// Goes on with the jobs that were waiting or running when the last process ended.
  package func recover() throws {
    for record in try catalogue.jobs.latest(limit: 1000).reversed()
    where record.state == .waiting || record.state == .running {
      var job = Job(record)
      // It waits again, perhaps behind another one, and can be given up meanwhile.
      job.state = .waiting
      try store(job)
      announce(job, startingThread: lines[job.kind].append(job))
    }
  }

  /// All jobs, newest first.
  package func jobs(limit: Int) throws -> [Job] {
    let running = lines.running
    return try catalogue.jobs.latest(limit: limit).map { record in
      running.first { $0.id == record.id } ?? Job(record)
    }
  }

  /// A job; nil where there is none of this number.
  package func job(_ id: Int64) throws -> Job? {
    if let running = lines.running.first(where: { $0.id == id }) { return running }
    return try catalogue.jobs.job(id).map { Job($0) }
  }

  /// Stops a job in such a way that it can go on. One that has ended stays as it is.
  ///
  /// - Returns: the job; nil where there is none of this number.
  package func pause(_ id: Int64) throws -> Job? { try end(id, as: .paused) }

  /// Ends a job early; what it did stays done.
  ///
  /// - Returns: the job; nil where there is none of this number.
  package func cancel(_ id: Int64) throws -> Job? { try end(id, as: .cancelled) }

  /// Lets a paused job go on. Another stays as it is.
  ///
  /// - Returns: the job; nil where there is none of this number.
  package func resume(_ id: Int64) throws -> Job? {
    guard var job = try job(id) else { return nil }
    guard job.state == .paused else { return job }
    job.state = .waiting
    try store(job)
    announce(job, startingThread: lines[job.kind].append(job))
    return job
  }

  /// Stops the running jobs and waits for the photos in hand; they go on when the library is next
  /// served.
  package func close() {
    lines.close()
    lines.waitUntilIdle()
  }

  private func end(_ id: Int64, as requested: JobState) throws -> Job? {
    if let running = lines.stop(id, as: requested) { return running }
    guard var job = try job(id) else { return nil }
    let canEnd = job.state == .waiting || (job.state == .paused && requested == .cancelled)
    guard canEnd else { return job }
    job.state = requested
    if requested == .cancelled { job.finishedMilliseconds = now() }
    try store(job)
    onChange(job)
    return job
  }

  private func announce(_ job: Job, startingThread: Bool) {
    onChange(job)
    guard startingThread else { return }
    BlockingTask("jobs") { [self] in work(lines[job.kind]) }
  }

  private func work(_ line: JobQueue) {
    while true {
      let stop = StopSign()
      guard let next = line.next(stop) else { return }
      perform(next, in: line, stop)
    }
  }

  private func perform(_ job: Job, in line: JobQueue, _ stop: StopSign) {
    var failure: String?
    var summary = line.running?.summary ?? job.summary
    var isInterrupted = true
    do {
      try store(job)
      onChange(job)
      isInterrupted = try carryOut(job, stop: stop, summary: &summary)
      if job.kind == .upload { try uploads.settle(catalogue) }
    } catch {
      failure = "\(error)"
    }
    let ended = line.end(job) { ended, requested in
      ended.summary = summary
      ended.state = failure != nil ? .failed : isInterrupted ? requested ?? .done : .done
      ended.progress = nil
      ended.rate = nil
      ended.teaching = nil
      ended.message = failure
      if ![.paused, .running].contains(ended.state) { ended.finishedMilliseconds = now() }
    }
    // A catalogue that cannot be written was the failure, and is reported to whoever listens.
    try? store(ended)
    onChange(ended)
  }

  /// - Parameter teaching: where the run is a label's training, how far that is.
  func note(_ progress: RunProgress, of kind: JobKind, teaching: LabelProgress? = nil) {
    if let job = lines[kind].note(progress, teaching: teaching) { onChange(job) }
  }

  private func store(_ job: Job) throws {
    try catalogue.jobs.update(
      job.id, state: job.state, summary: job.summaryJSON, message: job.message,
      finished: job.finishedMilliseconds)
  }
}
