package import Labels
internal import Library
internal import PhotoCore

/// What a job did so far, over all its runs: what is kept of ``RunSummary``, as JSON.
package struct JobSummary: Hashable, Sendable, Codable {
  /// Files looked at in the folders.
  package var scanned = 0
  /// Files that were as they were.
  package var unchanged = 0
  /// Photos that were not known before.
  package var indexed = 0
  /// Known bytes at another place.
  package var duplicates = 0
  /// Known photos at a new place.
  package var moved = 0
  /// Files that are no pictures which Meridian reads.
  package var unsupported = 0
  /// Files newly set aside, by the raw value of the reason.
  package var setAside: [String: Int] = [:]
  /// Files that are newly missing.
  package var missing = 0
  /// Files copied into the library.
  package var copied = 0
  /// Folders that could not be listed, with the system's words.
  package var unreadableFolders: [String: String] = [:]
  /// What a network looked at again; nil for jobs that import.
  package var reanalysis: ReanalysisCounts?
  /// What a label learnt; nil for other jobs, and until it has.
  package var training: LabelTrainingCounts?
  /// Seconds of work, without pauses.
  package var seconds = 0.0

  package init() {}

  private enum CodingKeys: String, CodingKey {
    case scanned, unchanged, indexed, duplicates, moved, unsupported, missing, copied, seconds
    case reanalysis, training
    case setAside = "set_aside"
    case unreadableFolders = "unreadable_folders"
  }

  /// Adds a run, so that the sum is that of one run that nobody disturbed.
  ///
  /// Each run looks at everything again, or, when it is stopped, at the first part of it. What an
  /// earlier one saw first is as it was for a later one, and yet no unchanged file for the job.
  mutating func add(_ run: RunSummary) {
    let news = scanned - unchanged
    scanned = max(scanned, run.scanned)
    unchanged = max(unchanged, run.unchanged - news)
    indexed += run.indexed
    duplicates += run.duplicates
    moved += run.moved
    unsupported += run.unsupported
    setAside.merge(run.setAside.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
    missing += run.missing
    copied += run.copied
    seconds += run.seconds
    for (folder, words) in run.unreadableFolders { unreadableFolders[folder.description] = words }
  }

  /// Adds a run of a network. Each finds the photos again that could not be looked at before.
  mutating func add(_ run: ReanalysisSummary) {
    var counts = reanalysis ?? ReanalysisCounts()
    counts.analysed += run.analysed
    counts.skipped = max(counts.skipped, run.skipped)
    counts.failed = max(counts.failed, run.failed)
    reanalysis = counts
    seconds += run.seconds
  }
}

/// What is kept of ``ReanalysisSummary``.
package struct ReanalysisCounts: Hashable, Sendable, Codable {
  /// Photos that the network has looked at.
  package var analysed = 0
  /// Photos whose file was missing or changed.
  package var skipped = 0
  /// Photos that could not be looked at.
  package var failed = 0

  package init() {}
}
