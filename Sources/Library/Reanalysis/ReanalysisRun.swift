internal import Analysis
internal import Catalog
internal import Foundation
internal import Glibc
internal import PhotoCore
internal import Query

/// Lets one network look at photos that are in the library already.
///
/// Can be repeated at any time and does only what is lacking: which network has looked at which photo is
/// in the catalogue, so a run that ended in any way is continued by the next one.
package struct ReanalysisRun {
  private let library: LibraryFolder
  private let settings: ImportRun.Settings
  private let stop: StopSign

  /// - Parameters:
  ///   - settings: how to run; the worker has the network of the target alone, which is the one in
  ///     `models`.
  ///   - stop: raised by whoever wants the run to end early.
  package init(library: LibraryFolder, settings: ImportRun.Settings, stop: StopSign) {
    self.library = library
    self.settings = settings
    self.stop = stop
  }

  /// Runs to the end, or until stopped. Blocks; call it on a thread that may.
  ///
  /// - Parameters:
  ///   - asked: when it was asked for, in milliseconds since 1970 UTC: looks after that are not repeated,
  ///     so that a run with all photos can be continued, too.
  ///   - onWait: called once when another process holds the library, with its process id.
  ///   - progress: called often, on the calling thread.
  /// - Throws: ``LibraryError``, `QueryError`, `VocabularyError`, `CatalogError`, `WorkerFailure`: in each
  ///   case all that was stored stays, and the next run goes on.
  package func run(
    _ target: ReanalysisTarget, asked: Int64, onWait: (Int32?) -> Void = { _ in },
    progress: (RunProgress) -> Void = { _ in }
  ) throws -> ReanalysisSummary {
    let start = Date()
    var summary = ReanalysisSummary()
    if target.isThorough, settings.models.contains(where: { $0.labels.task != .detection }) {
      throw LibraryError.hasNoTiles(model: target.model)
    }
    let catalogue = try library.openCatalogue()
    let lock = try LibraryLock(library.lock, wait: settings.waitsForLock, onWait: onWait)
    defer { withExtendedLifetime(lock) {} }
    truncate(library.workerLog.description, 0)
    let request = RecognitionRequest(
      model: target.model, isThorough: target.isThorough,
      olderThan: target.includesAnalysed ? asked : nil)
    let ids = try catalogue.recognition.photos(
      lacking: request, among: try candidates(target, catalogue))
    if !ids.isEmpty { try catalogue.models.register(settings.models) }
    let stage = RecognitionStage(
      catalogue: catalogue, launch: settings.launch, limits: settings.limits,
      workerCount: settings.workerCount, stop: stop)
    try stage.run(ids, summary: &summary, progress: progress)
    summary.interrupted = stop.isRaised
    summary.seconds = Date().timeIntervalSince(start)
    return summary
  }

  /// The photos that the target's query finds; nil for all.
  private func candidates(
    _ target: ReanalysisTarget, _ catalogue: CatalogDatabase
  ) throws -> [Int64]? {
    guard let text = target.query, !text.allSatisfy(\.isWhitespace) else { return nil }
    let (lexicon, thresholds) = try library.lexicon(catalogue) { settings.models }
    let parsed = try QueryParser.parseKeepingOffsets(text)
    return try catalogue.search.hits(lexicon.resolve(parsed, thresholds: thresholds)).ids
  }
}
