package import Analysis
package import Catalog
internal import Foundation
internal import Glibc
package import PhotoCore

/// One run from folders to catalogue: scan, analyse, copy. Where all stages meet.
///
/// Can be repeated at any time and does only what is new. Each stage finds its work in the
/// catalogue, so a run that ended in any way is simply continued by the next one.
package struct ImportRun {
  /// What to look at.
  package enum Target: Hashable, Sendable {
    /// Index these folders where they are.
    case add([FilePath])
    /// Copy what is in these folders into the library.
    case copy([FilePath])
    /// Look again at all folders that were added, and at the library's own copies.
    case refresh
    /// Copy what was uploaded into the library; see ``UploadStore``.
    case uploads
    /// Scan nothing; analyse what is pending.
    case pendingOnly

    /// Whether what is found is copied into the library.
    var copies: Bool {
      switch self {
      case .copy, .uploads: true
      default: false
      }
    }
  }

  /// How to run.
  package struct Settings: Sendable {
    /// How to start a worker.
    package var launch: WorkerLaunch
    /// What a worker may use up.
    package var limits: WorkerLimits
    /// How many workers; one for each core keeps all of them busy.
    package var workerCount: Int
    /// The networks whose results will come, and their classes.
    package var models: [RegisteredModel]
    /// Whether to wait while another process imports into the same library.
    package var waitsForLock: Bool
    /// Who is told when an import has stored its photos, in this order.
    package var listeners: [any ImportListener]

    package init(
      launch: WorkerLaunch, limits: WorkerLimits = WorkerLimits(), workerCount: Int,
      models: [RegisteredModel], waitsForLock: Bool = true, listeners: [any ImportListener] = []
    ) {
      self.launch = launch
      self.limits = limits
      self.workerCount = workerCount
      self.models = models
      self.waitsForLock = waitsForLock
      self.listeners = listeners
    }
  }

  private let library: LibraryFolder
  private let settings: Settings
  private let stop: StopSign

  /// - Parameter stop: raised by whoever wants the run to end early.
  package init(library: LibraryFolder, settings: Settings, stop: StopSign) {
    self.library = library
    self.settings = settings
    self.stop = stop
  }

  /// Runs to the end, or until stopped. Blocks; call it on a thread that may.
  ///
  /// - Parameters:
  ///   - onWait: called once when another process holds the library, with its process id.
  ///   - onLookup: called once when another gazetteer is installed than last time, with the number of
  ///     photos whose places are then looked up again.
  ///   - progress: called often, on the calling thread.
  /// - Throws: ``LibraryError``, `CatalogError`, `WorkerFailure`: in each case all that was stored
  ///   stays, nothing is half stored, and the next run goes on.
  package func run(
    _ target: Target, onWait: (Int32?) -> Void = { _ in },
    onLookup: (Int) -> Void = { _ in },
    progress: (RunProgress) -> Void = { _ in }
  ) throws -> RunSummary {
    let start = Date()
    var summary = RunSummary()
    let catalogue = try library.openOrMakeCatalogue()
    let lock = try LibraryLock(library.lock, wait: settings.waitsForLock, onWait: onWait)
    defer { withExtendedLifetime(lock) {} }
    truncate(library.workerLog.description, 0)
    try catalogue.models.register(settings.models)
    try catalogue.photos.deriveAgainIfNeeded(onStart: onLookup)
    try scan(target, into: catalogue, summary: &summary, progress: progress)
    let analysis = AnalysisStage(
      catalogue: catalogue, launch: settings.launch, limits: settings.limits,
      workerCount: settings.workerCount, stop: stop)
    try analysis.run(summary: &summary, progress: progress)
    if target.copies {
      try CopyStage(catalogue: catalogue, library: library, stop: stop)
        .run(summary: &summary, progress: progress)
    }
    try catalogue.photos.settleOrder()
    try tellListeners(catalogue: catalogue, summary: &summary, progress: progress)
    summary.interrupted = stop.isRaised
    summary.seconds = Date().timeIntervalSince(start)
    return summary
  }

  /// Tells whoever listens, unless the run was stopped.
  private func tellListeners(
    catalogue: CatalogDatabase, summary: inout RunSummary, progress: (RunProgress) -> Void
  ) throws {
    guard !stop.isRaised else { return }
    let end = ImportEnd(library: library, catalogue: catalogue, settings: settings, stop: stop)
    for listener in settings.listeners {
      summary.followUp.add(try listener.importEnded(end, progress: progress))
    }
  }

  private func scan(
    _ target: Target, into catalogue: CatalogDatabase, summary: inout RunSummary,
    progress: (RunProgress) -> Void
  ) throws {
    let now = WallClock.now().milliseconds
    let home = try Self.realPath(library.path)
    let stage = ScanStage(catalogue: catalogue, library: home, stop: stop, now: now)
    for (root, role) in try roots(of: target, catalogue) {
      // A drive that is not connected today: what was on it stays as it is.
      if target == .refresh, FolderIdentity(of: root) == nil {
        summary.unreadableFolders[root] = String(cString: strerror(errno))
        continue
      }
      if role == .inPlace { try catalogue.sources.add(root, at: now) }
      try stage.run(root, role: role, summary: &summary, progress: progress)
    }
  }

  /// The folders to scan; all are checked before anything is written.
  private func roots(
    of target: Target, _ catalogue: CatalogDatabase
  ) throws -> [(FilePath, FileRole)] {
    switch target {
    case .add(let folders):
      return try folders.map { (try root($0), .inPlace) }
    case .copy(let folders):
      return try folders.map { (try root($0), .importSource) }
    case .refresh:
      let sources = try catalogue.sources.all().map { ($0, FileRole.inPlace) }
      let copies = try? Self.realPath(library.originals)
      guard !sources.isEmpty || copies != nil else { throw LibraryError.noSources }
      return sources + (copies.map { [($0, .libraryCopy)] } ?? [])
    case .uploads:
      let stored = library.storedUploads
      guard FolderIdentity(of: stored) != nil else { return [] }
      return [(try Self.realPath(stored), .importSource)]
    case .pendingOnly:
      return []
    }
  }

  private func root(_ folder: FilePath) throws -> FilePath {
    let real = try Self.realPath(folder)
    guard FolderIdentity(of: real) != nil else {
      throw LibraryError.noFolder(folder, detail: "it is not a folder")
    }
    guard !real.isInside(try Self.realPath(library.path)) else {
      throw LibraryError.insideLibrary(folder)
    }
    return real
  }

  /// The path without links and dots, so that one folder has one name.
  private static func realPath(_ path: FilePath) throws -> FilePath {
    guard let resolved = path.withCString({ realpath($0, nil) }) else {
      throw LibraryError.noFolder(path, detail: String(cString: strerror(errno)))
    }
    defer { free(resolved) }
    return FilePath(
      bytes: UnsafeBufferPointer(start: resolved, count: strlen(resolved))
        .map { UInt8(bitPattern: $0) })
  }
}
