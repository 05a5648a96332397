internal import Analysis
internal import Catalog
internal import Foundation
internal import PhotoCore

/// Feeds pending files to the workers and stores what they find; see ``WorkerPool``.
struct AnalysisStage {
  let catalogue: CatalogDatabase
  let launch: WorkerLaunch
  let limits: WorkerLimits
  let workerCount: Int
  let stop: StopSign

  /// Analyses all that is pending, or until `stop` is raised.
  ///
  /// - Throws: `WorkerFailure` when workers cannot start or write, `CatalogError`. What was stored
  ///   before stays, the rest stays pending.
  func run(summary: inout RunSummary, progress: (RunProgress) -> Void) throws {
    let total = try catalogue.files.pendingCount()
    guard total > 0 else { return }
    let pool = WorkerPool<PendingFile, AnalysedFile>(
      launch: launch, limits: limits, count: min(workerCount, total), stop: stop
    ) { [catalogue] file, supervisor throws(WorkerFailure) in
      AnalysedFile(file: file, finding: try Self.analyse(file, by: supervisor, for: catalogue))
    }
    var feed = PendingFeed(catalogue: catalogue)
    var batch = TimedBatch<AnalysedFile>()
    var state = RunProgress(stage: .analysing, done: 0, total: total)
    progress(state)
    let failure = try pool.run(next: { try feed.next() }) { analysed in
      state.done += 1
      if let analysed { batch.add(analysed) }
      progress(state)
    } tick: {
      if batch.isDue { try store(batch.takeAll(), &summary) }
    }
    try store(batch.takeAll(), &summary)
    if let failure { throw failure }
  }

  private func store(_ batch: [AnalysedFile], _ summary: inout RunSummary) throws {
    guard !batch.isEmpty else { return }
    let outcomes = try catalogue.findings.store(batch, at: WallClock.now().milliseconds)
    outcomes.forEach { summary.count($0) }
  }

  /// Hashes first where a photo of just this size is known, since it is probably the same one.
  private static func analyse(
    _ file: PendingFile, by supervisor: WorkerSupervisor, for catalogue: CatalogDatabase
  ) throws(WorkerFailure) -> Finding {
    if (try? catalogue.photos.containsOne(ofSize: file.stamp.bytes)) == true {
      let finding = try supervisor.finding(for: .identify(file.path), path: file.path)
      guard case .identified = finding.outcome, let hash = finding.sha256 else { return finding }
      if (try? catalogue.photos.contains(hash)) == true { return finding }
    }
    return try supervisor.finding(for: .analyse(file.path), path: file.path)
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
      page = try catalogue.files.pending(after: last, limit: 1000)[...]
      exhausted = page.isEmpty
      last = page.last?.id ?? last
    }
    return page.popFirst()
  }
}
