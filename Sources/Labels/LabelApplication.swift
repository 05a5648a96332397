package import Analysis
package import Catalog
internal import Foundation
internal import Learning
package import Library
internal import PhotoCore
internal import Recognition

/// What using a label on photos came to.
package struct LabelUseSummary: Hashable, Sendable, Codable {
  /// Photos that were looked at.
  package var photos = 0
  /// Those of them that had to be decoded.
  package var decoded = 0
  /// Photos that could not be looked at; they are tried again the next time.
  package var leftOut = LabelLeftOut()
  /// Whether the stop sign was raised; the next time goes on from there.
  package var interrupted = false

  package init() {}
}

/// Lets the version in use of a label look at all photos that it has not seen.
///
/// Each photo's result is kept with the version that gave it, so a run that ended in any way is continued
/// by the next one. Embeddings of boxes are kept as well: another version decodes nothing again.
package struct LabelApplication: Sendable {
  private let library: LibraryFolder
  private let catalogue: CatalogDatabase
  private let launch: WorkerLaunch
  private let limits: WorkerLimits
  private let workerCount: Int
  private let stop: StopSign

  /// How many photos are read, looked at and stored together.
  private static let pageSize = 128

  /// - Parameters:
  ///   - workerCount: how many workers look at photos at once.
  ///   - stop: raised by whoever wants it to end early.
  package init(
    library: LibraryFolder, catalogue: CatalogDatabase, launch: WorkerLaunch,
    limits: WorkerLimits = WorkerLimits(), workerCount: Int, stop: StopSign
  ) {
    self.library = library
    self.catalogue = catalogue
    self.launch = launch
    self.limits = limits
    self.workerCount = workerCount
    self.stop = stop
  }

  /// Applies each label to the photos that it has not seen yet; untrained labels are left out.
  ///
  /// - Parameter progress: called often, with the photos of all labels together.
  /// - Throws: ``LabelRunError``, `WorkerFailure` and the usual errors of the catalogue; what was stored
  ///   before stays.
  package func run(
    _ labels: [LabelRecord], progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> LabelUseSummary {
    var summary = LabelUseSummary()
    let pending = try labels.map {
      (label: $0, count: try catalogue.labelResults.pendingCount(of: $0))
    }
    let total = pending.reduce(0) { $0 + $1.count }
    guard total > 0 else { return summary }
    let pool = ViewWorkers(launch: launch, limits: limits, workerCount: workerCount, stop: stop)
    var before = 0
    for (label, count) in pending where count > 0 {
      guard let version = label.version else { continue }
      let predictor = try LabelPredictor(label: label, version: version, library: library)
      let pass = LabelApplicationState(
        predictor: predictor, label: label, catalogue: catalogue, pool: pool,
        confidence: try library.leastConfidence(of: label.subject, catalogue), stop: stop)
      try pass.run(pageSize: Self.pageSize, &summary) { progress(min(total, before + $0), total) }
      before += count
      if stop.isRaised { break }
    }
    summary.interrupted = stop.isRaised
    return summary
  }
}

/// One label's way through the photos.
private struct LabelApplicationState {
  let predictor: LabelPredictor
  let label: LabelRecord
  let catalogue: CatalogDatabase
  let pool: ViewWorkers
  let confidence: Double
  let stop: StopSign

  func run(
    pageSize: Int, _ summary: inout LabelUseSummary, progress: (_ done: Int) -> Void
  ) throws {
    var (last, done): (Int64, Int) = (0, 0)
    while !stop.isRaised {
      let page = try catalogue.labelResults.pending(of: label, after: last, limit: pageSize)
      guard let end = page.last else { return }
      last = end
      let targets = try catalogue.labelResults.targets(
        of: label.subject, on: page, confidence: confidence)
      let results = try predictions(targets, &summary)
      // Another version is in use since: whoever put it there goes on.
      guard try catalogue.labelResults.store(results, of: label.id, version: predictor.version)
      else {
        return
      }
      summary.photos += results.count
      done += page.count
      progress(done)
    }
  }

  private func predictions(
    _ targets: [LabelCandidate], _ summary: inout LabelUseSummary
  ) throws -> [LabelResult] {
    let marks = targets.flatMap { $0.marks(label.subject) }
    var known = try predictor.known(marks, catalogue)
    var (orders, owners, unseen): ([ViewRequest], [LabelCandidate], Set<Int64>) = ([], [], [])
    for target in targets {
      let missing = target.marks(label.subject).filter { known[$0] == nil }
      guard !missing.isEmpty else { continue }
      guard let original = try catalogue.files.original(of: target.photo) else {
        unseen.insert(target.photo)
        continue
      }
      owners.append(target)
      orders.append(
        predictor.order(for: missing.map(\.box), of: original.path, sha256: target.sha256))
    }
    var vectors: [LabelMark: EmbeddingBytes] = [:]
    var seen = 0
    var analysed: Set<Int64> = []
    try pool.extractViews(at: orders) { number, result in
      seen += 1
      let target = owners[number]
      let order = orders[number]
      let name = order.source.description
      switch result {
      case .seen(let views, let model):
        try predictor.check(model)
        analysed.insert(target.photo)
        for (box, view) in zip(order.boxes, views) {
          let mark = LabelMark(photo: target.photo, box: box)
          vectors[mark] = view.embedding
          known[mark] = try predictor.probability(of: view)
        }
      case .gone: summary.leftOut.missing.append(name)
      case .changed: summary.leftOut.changed.append(name)
      case .failed:
        // Tried again it would fail again: there is nothing to see on it.
        summary.leftOut.unreadable.append(name)
        analysed.insert(target.photo)
      }
    }
    summary.decoded += seen
    let waiting = Set(owners.map(\.photo)).subtracting(analysed).union(unseen)
    try predictor.keep(vectors, catalogue)
    return targets.filter { !waiting.contains($0.photo) }.map { result(of: $0, known) }
  }

  private func result(of target: LabelCandidate, _ known: [LabelMark: Double]) -> LabelResult {
    let best = target.marks(label.subject)
      .compactMap { mark in known[mark].map { (mark: mark, probability: $0) } }
      .max { $0.probability < $1.probability }
    return LabelResult(
      photo: target.photo, probability: best?.probability, box: best?.mark.box,
      detector: target.detector)
  }
}
