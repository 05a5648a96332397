internal import Catalog
public import PhotoCore

/// Where a run stands, for a progress bar.
public struct RunProgress: Hashable, Sendable {
  /// What is being done.
  public enum Stage: String, Hashable, Sendable {
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
  public var stage: Stage
  /// Files done in this stage.
  public var done: Int
  /// Files of this stage; nil while that is being found out.
  public var total: Int?

  /// Takes the values as they are.
  public init(stage: Stage, done: Int, total: Int?) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// What a run did.
public struct RunSummary: Hashable, Sendable {
  /// Files looked at in the folders.
  public var scanned = 0
  /// Files that were as they were: one `stat` each.
  public var unchanged = 0
  /// Photos that were not known before.
  public var indexed = 0
  /// Known bytes at another place.
  public var duplicates = 0
  /// Known photos at a new place, their former one gone.
  public var moved = 0
  /// Files that are no pictures which Meridian reads.
  public var unsupported = 0
  /// Files newly set aside, by reason.
  public var setAside: [SetAsideReason: Int] = [:]
  /// Files that are newly missing.
  public var missing = 0
  /// Files copied into the library.
  public var copied = 0
  /// Folders that could not be listed, with the system's words; their files stay as they were.
  public var unreadableFolders: [FilePath: String] = [:]
  /// Photos that personal labels looked at, once for each label.
  public var labelled = 0
  /// Why labels could not look, a sentence for each.
  public var labelProblems: [String] = []
  /// Whether the user stopped the run; what is left is done by the next one.
  public var interrupted = false
  /// Seconds from start to end.
  public var seconds = 0.0

  /// Nothing done.
  public init() {}

  /// Files that were read in this run.
  public var analysed: Int {
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
