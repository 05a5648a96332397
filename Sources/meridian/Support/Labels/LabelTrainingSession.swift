import Analysis
import ArgumentParser
import Catalog
import Foundation
import Labels
import Library
import PhotoCore

/// Training and using labels from the command line: at low priority, with a bar, ended by Ctrl-C.
struct LabelTrainingSession {
  private let options: LibraryOptions
  private let json: Bool

  init(_ options: LibraryOptions, json: Bool) {
    self.options = options
    self.json = json
  }

  /// - Throws: exit code 130 where the user stopped it.
  func train(
    _ label: LabelRecord, _ catalogue: CatalogDatabase, learner: LabelLearner?, seed: UInt64
  ) throws -> LabelTrainingResult {
    let stop = StopSign()
    let signals = StopSignals(stop)
    defer { signals.cancel() }
    var settings = LabelLearning.Settings(launch: try launch(), seed: seed)
    if let learner { settings.learners = [learner] }
    let learning = LabelLearning(
      library: options.folder, catalogue: catalogue, settings: settings, stop: stop)
    let line = LabelProgressLine(asJSON: json)
    defer { line.endLine() }
    do {
      return try Background.run { try learning.run(label) { line.show($0) } }
    } catch LabelRunError.cancelled {
      line.endLine()
      Terminal.complain(LabelRunError.cancelled.description)
      throw ExitCode(130)
    }
  }

  /// Lets the version in use look at the photos that it has not seen, and says what came of it.
  ///
  /// - Throws: exit code 130 where the user stopped it; the next time goes on.
  func apply(_ label: Int64, _ catalogue: CatalogDatabase) throws {
    guard let record = try catalogue.labels.label(label) else { throw LabelError.gone }
    guard record.version != nil else {
      throw ValidationError("The label is not trained yet. Train it: meridian label train NAME")
    }
    let stop = StopSign()
    let signals = StopSignals(stop)
    defer { signals.cancel() }
    let application = LabelApplication(
      library: options.folder, catalogue: catalogue, launch: try launch(),
      workerCount: Background.processors, stop: stop)
    let line = LabelProgressLine(asJSON: json)
    defer { line.endLine() }
    let summary = try Background.run {
      try application.run([record]) { done, total in
        line.show(LabelProgress(stage: .judging, done: done, total: total))
      }
    }
    line.endLine()
    guard let now = try catalogue.labels.label(label) else { throw LabelError.gone }
    if json {
      print(LabelText.json(now))
    } else {
      summary.leftOut.sentences.forEach { print(Terminal.printable($0)) }
      print("\(Terminal.count(summary.photos, "photo")) analysed. " + LabelText.line(now))
    }
    if summary.interrupted { throw ExitCode(130) }
  }

  private func launch() throws -> WorkerLaunch {
    WorkerLaunch(
      executable: Installation.executable,
      arguments: ["analyze", "--requests", "--library", options.folder.path.description],
      log: options.folder.workerLog)
  }
}
