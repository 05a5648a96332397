internal import Analysis
internal import Catalog
internal import PhotoCore

/// Feeds known photos to workers that only look at them, and stores what they see; see ``WorkerPool``.
struct RecognitionStage {
  let catalogue: CatalogDatabase
  let launch: WorkerLaunch
  let limits: WorkerLimits
  let workerCount: Int
  let stop: StopSign

  private struct Answer: Sendable {
    let photo: PhotoToRecognise
    let finding: Finding
  }

  /// What was seen on a photo, until it is stored.
  private struct Seen {
    let photo: PhotoToRecognise
    let recognition: PhotoRecognition
  }

  /// Lets the workers look at some photos, or until `stop` is raised. Files that are missing or changed,
  /// and photos that cannot be looked at, are counted and named.
  ///
  /// - Throws: `WorkerFailure` when workers cannot start, `CatalogError`. What was stored before stays.
  func run(
    _ ids: [Int64], summary: inout ReanalysisSummary, progress: (RunProgress) -> Void
  ) throws {
    guard !ids.isEmpty else { return }
    let pool = WorkerPool<PhotoToRecognise, Answer>(
      launch: launch, limits: limits, count: min(workerCount, ids.count), stop: stop
    ) { photo, supervisor throws(WorkerFailure) in
      let order = RecogniseRequest(path: photo.path, sha256: photo.sha256)
      return Answer(
        photo: photo, finding: try supervisor.finding(for: .recognise(order), path: photo.path))
    }
    var rest = ids[...]
    var page = [PhotoToRecognise]()[...]
    var batch = TimedBatch<Seen>()
    var state = RunProgress(stage: .analysing, done: 0, total: ids.count)
    progress(state)
    let failure = try pool.run {
      while true {
        if page.isEmpty {
          guard !rest.isEmpty else { return nil }
          page = try catalogue.recognition.places(of: Array(rest.prefix(500)))[...]
          rest = rest.dropFirst(500)
        }
        guard let photo = page.popFirst() else { continue }
        guard photo.isMissing else { return photo }
        state.done += 1
        summary.count(.gone, photo.path)
      }
    } take: { answer in
      state.done += 1
      if let answer {
        summary.count(answer.finding.outcome, answer.photo.path)
        if case .recognised(let recognition) = answer.finding.outcome {
          batch.add(Seen(photo: answer.photo, recognition: recognition))
        }
      }
      progress(state)
    } tick: {
      if batch.isDue { try store(batch.takeAll(), &summary) }
    }
    try store(batch.takeAll(), &summary)
    progress(state)
    if let failure { throw failure }
  }

  private func store(_ batch: [Seen], _ summary: inout ReanalysisSummary) throws {
    guard !batch.isEmpty else { return }
    let results = batch.map { RecognisedPhoto(photo: $0.photo.id, recognition: $0.recognition) }
    let refused = try catalogue.recognition.store(results, at: WallClock.now().milliseconds)
    for seen in batch {
      if let error = refused[seen.photo.id] {
        summary.failed += 1
        summary.note(seen.photo.path, error.description)
      } else {
        summary.analysed += 1
      }
    }
  }
}

extension ReanalysisSummary {
  /// Counts and names a photo that was not looked at; those that were are counted when they are stored.
  fileprivate mutating func count(_ outcome: Finding.Outcome, _ path: FilePath) {
    switch outcome {
    case .recognised: break
    case .gone:
      missing += 1
      note(path, "The file is not there. Connect its drive, or run `meridian add` to look for it.")
    case .setAside(.changedWhileReading, _):
      changed += 1
      note(path, "The file has changed. Run `meridian add` to index it again.")
    case .setAside(let reason, _):
      failed += 1
      note(path, reason.sentence)
    case .photo, .unsupported, .identified:
      failed += 1
      note(path, SetAsideReason.notAnImage.sentence)
    }
  }
}
