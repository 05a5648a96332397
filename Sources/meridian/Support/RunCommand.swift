import Analysis
import ArgumentParser
import Catalog
import Dispatch
import Foundation
import Labels
import Library
import PhotoCore

/// What `add`, `import` and `retry` share: a run with progress, Ctrl-C and a table of outcomes.
struct RunOptions: ParsableArguments {
  @Flag(name: .long, help: "Print progress and summary as JSON lines.")
  var json = false

  @Flag(name: .long, help: "Fail at once if another Meridian is importing into this library.")
  var noWait = false

  @Option(name: .long, help: "The number of workers. Default: one per processor.")
  var workers: Int?

  @Option(name: .long, help: "The time limit per photo, in seconds.")
  var timeout: Double = 60

  func validate() throws {
    if let workers, !(1...64).contains(workers) {
      throw ValidationError("--workers takes 1 to 64.")
    }
    guard timeout > 0 else { throw ValidationError("--timeout takes a number greater than 0.") }
  }

  /// - Parameter thoroughly: whether the detector also runs on tiles, whatever the library's setting.
  func run(
    _ target: ImportRun.Target, _ options: LibraryOptions, thoroughly: Bool = false
  ) throws {
    let library = options.folder
    let stop = StopSign()
    let signals = StopSignals(stop)
    defer { signals.cancel() }
    let settings = try settings(options, thoroughly: thoroughly)
    let line = ProgressLine(asJSON: json)
    defer { line.endLine() }
    let summary = try ImportRun(library: library, settings: settings, stop: stop).run(
      target,
      onWait: Self.noteWaiting, onLookup: LibraryOptions.noteLookup, progress: line.show)
    line.endLine()
    let counts = try library.openCatalogue().files.counts()
    print(
      json
        ? OutcomeTable.json(summary, counts)
        : OutcomeTable.text(summary, counts: counts, library: library))
    if summary.interrupted { throw ExitCode(130) }
  }

  /// Says why nothing happens.
  static func noteWaiting(_ pid: Int32?) {
    let who = pid.map { " (process \($0))" } ?? ""
    Terminal.note("Another Meridian\(who) is importing into this library; waiting for it…")
  }

  /// How to import: with the networks whose results count.
  ///
  /// - Parameter thoroughly: whether the detector also runs on tiles, whatever the library's setting.
  func settings(
    _ options: LibraryOptions, thoroughly: Bool = false
  ) throws -> ImportRun.Settings {
    try settings(options, WorkerModels.active(options, thoroughly: thoroughly))
  }

  /// How to let a network look at photos again.
  func settings(
    _ options: LibraryOptions, for target: ReanalysisTarget
  ) throws -> ImportRun.Settings {
    try settings(options, WorkerModels.only(target, options))
  }

  private func settings(
    _ options: LibraryOptions, _ models: WorkerModels
  ) throws -> ImportRun.Settings {
    let launch = WorkerLaunch(
      executable: Installation.executable,
      arguments: [
        "analyze", "--requests", "--library", options.folder.path.description, "--thumbnails",
        options.folder.thumbnails.description,
      ] + models.arguments, log: options.folder.workerLog)
    return ImportRun.Settings(
      launch: launch, limits: WorkerLimits(secondsPerFile: timeout),
      workerCount: workers ?? Installation.coreCount, models: models.models,
      waitsForLock: !noWait, listeners: [LabelsAfterImport()])
  }
}

/// Ctrl-C and a polite kill raise the stop sign; a second Ctrl-C ends at once, which loses nothing.
final class StopSignals {
  private let sources: [any DispatchSourceSignal]

  init(
    _ stop: StopSign, note: String = "Stopping after the current photos… (again to stop at once)"
  ) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if stop.isRaised { exit(130) }
        stop.raise()
        Terminal.note("\n\(note)")
      }
      source.resume()
      return source
    }
  }

  func cancel() {
    sources.forEach { $0.cancel() }
    [SIGINT, SIGTERM, SIGHUP].forEach { signal($0, SIG_DFL) }
  }
}
