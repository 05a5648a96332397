internal import Analysis
internal import Catalog
internal import Foundation
internal import PhotoCore

/// Feeds pending files to the workers and stores what they find.
///
/// ## Concurrency model
/// The calling thread reads what is pending, keeps a few files for each worker in `jobs`, and
/// stores findings in batches: it alone writes. One thread for each worker takes from `jobs`,
/// blocks while its worker works, and puts into `results`. No more than `inFlight` files are
/// between the two queues, whatever the size of the library.
struct AnalysisStage {
  let catalogue: CatalogDatabase
  let launch: WorkerLaunch
  let limits: WorkerLimits
  let workerCount: Int
  let stop: StopSign

  /// Findings that are lost, and found again, when the power fails: also the size of a transaction.
  private static let batchSize = 64
  /// The longest that a finding waits to be stored.
  private static let batchSeconds = 0.5

  private enum Result: Sendable {
    case analysed(AnalysedFile)
    case failed(WorkerFailure)
  }

  /// Analyses all that is pending, or until `stop` is raised.
  ///
  /// - Throws: `WorkerFailure` when workers cannot start or write, `CatalogError`. What was stored
  ///   before stays, the rest stays pending.
  func run(summary: inout RunSummary, progress: (RunProgress) -> Void) throws {
    let total = try catalogue.pendingCount()
    guard total > 0 else { return }
    let jobs = BlockingQueue<PendingFile>()
    let results = BlockingQueue<Result>()
    for _ in 0..<min(workerCount, total) { startWorkerThread(jobs, results) }
    defer { jobs.close() }
    var feed = PendingFeed(catalogue: catalogue)
    var store = FindingBatch(catalogue: catalogue)
    var state = RunProgress(stage: .analysing, done: 0, total: total)
    var inFlight = 0
    var failure: (any Error)?
    progress(state)
    while true {
      while inFlight < workerCount * 4, failure == nil, !stop.isRaised, let next = try feed.next() {
        jobs.put(next)
        inFlight += 1
      }
      guard inFlight > 0 else { break }
      if let result = results.take(within: Self.batchSeconds) {
        inFlight -= 1
        state.done += 1
        switch result {
        case .analysed(let analysed): store.add(analysed)
        case .failed(let error): failure = failure ?? error
        }
        progress(state)
      }
      if store.count >= Self.batchSize || store.age >= Self.batchSeconds {
        try store.flush(into: &summary)
      }
    }
    try store.flush(into: &summary)
    if let failure { throw failure }
  }

  private func startWorkerThread(
    _ jobs: BlockingQueue<PendingFile>, _ results: BlockingQueue<Result>
  ) {
    let (catalogue, launch, limits, stop) = (catalogue, launch, limits, stop)
    let thread = Thread {
      let supervisor = WorkerSupervisor(launch: launch, limits: limits)
      var failed: WorkerFailure?
      while let file = jobs.take() {
        if let failed {
          results.put(.failed(failed))
        } else if stop.isRaised {
          // Fed before the stop sign was seen: stays pending.
          results.put(.analysed(AnalysedFile(file: file, finding: .untouched(file.path))))
        } else {
          let result = Self.analyse(file, supervisor, catalogue)
          if case .failed(let error) = result { failed = error }
          results.put(result)
        }
      }
    }
    thread.name = "worker"
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Hashes first where a photo of just this size is known, since it is probably the same one.
  private static func analyse(
    _ file: PendingFile, _ supervisor: WorkerSupervisor, _ catalogue: CatalogDatabase
  ) -> Result {
    do throws(WorkerFailure) {
      if (try? catalogue.hasPhoto(ofSize: file.stamp.bytes)) == true {
        let finding = try supervisor.finding(for: .identify(file.path), path: file.path)
        guard case .identified = finding.outcome, let hash = finding.sha256 else {
          return .analysed(AnalysedFile(file: file, finding: finding))
        }
        if (try? catalogue.hasPhoto(hash)) == true {
          return .analysed(AnalysedFile(file: file, finding: finding))
        }
      }
      let finding = try supervisor.finding(for: .analyse(file.path), path: file.path)
      return .analysed(AnalysedFile(file: file, finding: finding))
    } catch {
      return .failed(error)
    }
  }
}

extension Finding {
  /// Nothing was found out: the file stays pending.
  static func untouched(_ path: FilePath) -> Finding {
    Finding(path: path, bytes: nil, sha256: nil, outcome: .identified)
  }
}

/// Pending files in the order of the scan, a page at a time.
private struct PendingFeed {
  let catalogue: CatalogDatabase
  private var page: ArraySlice<PendingFile> = []
  private var last: Int64 = 0
  private var exhausted = false

  init(catalogue: CatalogDatabase) {
    self.catalogue = catalogue
  }

  mutating func next() throws -> PendingFile? {
    if page.isEmpty && !exhausted {
      page = try catalogue.pendingFiles(after: last, limit: 1000)[...]
      exhausted = page.isEmpty
      last = page.last?.id ?? last
    }
    return page.popFirst()
  }
}

/// Findings that wait to be stored together.
private struct FindingBatch {
  let catalogue: CatalogDatabase
  private var waiting: [AnalysedFile] = []
  private var since = Date.distantFuture

  init(catalogue: CatalogDatabase) {
    self.catalogue = catalogue
  }

  var count: Int { waiting.count }

  /// Seconds that the oldest finding has waited; below zero when there is none.
  var age: Double { Date().timeIntervalSince(since) }

  mutating func add(_ analysed: AnalysedFile) {
    if waiting.isEmpty { since = Date() }
    waiting.append(analysed)
  }

  mutating func flush(into summary: inout RunSummary) throws {
    guard !waiting.isEmpty else { return }
    let outcomes = try catalogue.store(waiting, at: WallClock.now().milliseconds)
    outcomes.forEach { summary.count($0) }
    waiting.removeAll(keepingCapacity: true)
    since = .distantFuture
  }
}
