internal import Analysis
internal import Catalog
internal import Foundation
internal import Labels
internal import Library
internal import PhotoCore

/// Teaching labels as jobs.
///
/// They have a line of their own (see ``JobQueues``) and run at low priority beside imports, like those of the
/// command line.
extension JobRunner {
  /// Lets a label learn, unless it is only to look, and look at all photos. A job that was stopped after it had learnt goes on looking.
  ///
  /// - Returns: whether it was stopped before its end.
  func teach(
    _ target: LabelTrainingTarget, stop: StopSign, summary: inout JobSummary
  ) throws -> Bool {
    let start = Date()
    defer { summary.seconds += Date().timeIntervalSince(start) }
    let settings = try settings()
    if target.learns, summary.training == nil {
      guard let outcome = try learn(target, settings: settings, stop: stop) else { return true }
      summary.training = LabelTrainingCounts(outcome)
    }
    guard let taught = try catalogue.labels.label(target.label) else { throw LabelError.gone }
    if summary.training == nil { summary.training = taught.version.map(LabelTrainingCounts.init) }
    let application = LabelApplication(
      library: library, catalogue: catalogue, launch: settings.launch, limits: settings.limits,
      workerCount: Background.processors, stop: stop)
    let use = try Background.run { [self] in
      try application.run([taught]) { done, total in
        tell(LabelProgress(stage: .judging, done: done, total: total))
      }
    }
    summary.training?.photos += use.photos
    return use.interrupted
  }

  /// - Returns: nil where it was stopped.
  private func learn(
    _ target: LabelTrainingTarget, settings: ImportRun.Settings, stop: StopSign
  ) throws -> LabelTrainingResult? {
    guard let label = try catalogue.labels.label(target.label) else { throw LabelError.gone }
    var own = LabelLearning.Settings(
      launch: settings.launch, limits: settings.limits, seed: target.seed)
    if let learner = target.learner { own.learners = [learner] }
    let learning = LabelLearning(library: library, catalogue: catalogue, settings: own, stop: stop)
    do {
      return try Background.run { [self] in try learning.run(label) { self.tell($0) } }
    } catch LabelRunError.cancelled {
      return nil
    }
  }

  private func tell(_ progress: LabelProgress) {
    let stage: RunProgress.Stage = progress.stage == .judging ? .labelling : .learning
    note(
      RunProgress(stage: stage, done: progress.done, total: progress.total), of: .trainLabel,
      teaching: progress)
  }
}

extension Job {
  mutating func note(_ progress: LabelProgress) {
    if teaching == nil {
      teaching = LabelJobProgress(progress)
    } else {
      teaching?.add(progress)
    }
  }
}
