internal import Catalog
package import PhotoCore

/// Where a run stands, for a progress bar.
package struct RunProgress: Hashable, Sendable {
  /// What is being done.
  package enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Looking for files.
    case scanning
    /// Reading, decoding and recognising.
    case analysing
    /// Copying into the library.
    case copying
    /// Teaching a personal label: its work in thousandths.
    case learning
    /// Letting personal labels look at what is new.
    case labelling
  }

  /// What is being done.
  package var stage: Stage
  /// Files done in this stage.
  package var done: Int
  /// Files of this stage; nil while that is being found out.
  package var total: Int?

  package init(stage: Stage, done: Int, total: Int?) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// What a run did.
package struct RunSummary: Hashable, Sendable {
  /// Files looked at in the folders.
  package var scanned = 0
  /// Files that were as they were: one `stat` each.
  package var unchanged = 0
  /// Photos that were not known before.
  package var indexed = 0
  /// Known bytes at another place.
  package var duplicates = 0
  /// Known photos at a new place, their former one gone.
  package var moved = 0
  /// Files that are no pictures which Meridian reads.
  package var unsupported = 0
  /// Files newly set aside, by reason.
  package var setAside: [SetAsideReason: Int] = [:]
  /// Files that are newly missing.
  package var missing = 0
  /// Files copied into the library.
  package var copied = 0
  /// Folders that could not be listed, with the system's words; their files stay as they were.
  package var unreadableFolders: [FilePath: String] = [:]
  /// What those did who were told of the end; see ``ImportListener``.
  package var followUp = ImportFollowUp()
  /// Whether the user stopped the run; what is left is done by the next one.
  package var interrupted = false
  /// Seconds from start to end.
  package var seconds = 0.0

  package init() {}

  /// Files that were read in this run.
  package var analysed: Int {
    indexed + duplicates + moved + unsupported + setAside.values.reduce(0, +)
  }

  mutating func count(_ outcome: StoredOutcome) {
    switch outcome {
    case .indexed: indexed += 1
    case .duplicate: duplicates += 1
    case .moved: moved += 1
    case .unsupported: unsupported += 1
    case .setAside(let reason): setAside[reason, default: 0] += 1
    case .superseded: break
    }
  }
}
