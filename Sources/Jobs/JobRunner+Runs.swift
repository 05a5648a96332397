internal import Analysis
internal import Catalog
internal import Library
internal import PhotoCore

/// What jobs do.
extension JobRunner {
  /// - Returns: whether the run was stopped before its end.
  func carryOut(
    _ job: Job, stop: StopSign, summary: inout JobSummary
  ) throws -> Bool {
    if let target = job.reanalysis {
      let patient = LockedRun(settings: try reanalysisSettings(target), stop: stop)
      let run = try patient.run { settings in
        try ReanalysisRun(library: library, settings: settings, stop: stop)
          .run(target, asked: job.createdMilliseconds, progress: { note($0, of: job.kind) })
      }
      if let run { summary.add(run) }
      return run?.interrupted ?? true
    }
    if let target = job.training {
      return try teach(target, stop: stop, summary: &summary)
    }
    let run = try LockedRun(settings: try settings(), stop: stop).run { settings in
      try ImportRun(library: library, settings: settings, stop: stop)
        .run(Self.target(of: job), progress: { note($0, of: job.kind) })
    }
    if let run { summary.add(run) }
    return run?.interrupted ?? true
  }

  private static func target(of job: Job) -> ImportRun.Target {
    switch job.kind {
    case .add: .add(job.folders)
    case .importing: .copy(job.folders)
    case .refresh: .refresh
    case .retry, .analyseAgain, .trainLabel: .pendingOnly
    case .upload: .uploads
    }
  }
}
