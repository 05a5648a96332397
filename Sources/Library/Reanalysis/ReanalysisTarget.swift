package import PhotoCore

/// Which network is to look at which photos again.
package struct ReanalysisTarget: Hashable, Sendable, Codable {
  /// The id of the network's record.
  package var model: String
  /// Whether it is to look at tiles, too, and a look without them is not enough. Only for detectors.
  package var isThorough: Bool
  /// Whether photos that it has looked at already are looked at once more.
  package var includesAnalysed: Bool
  /// The query that the photos are to meet, looked up when the run starts; nil or blank for all.
  package var query: String?

  package init(
    model: String, isThorough: Bool = false, includesAnalysed: Bool = false, query: String? = nil
  ) {
    self.model = model
    self.isThorough = isThorough
    self.includesAnalysed = includesAnalysed
    self.query = query
  }

  private enum CodingKeys: String, CodingKey {
    case model, query
    case isThorough = "is_thorough"
    case includesAnalysed = "includes_analysed"
  }
}

/// What a run with ``ReanalysisTarget`` did.
package struct ReanalysisSummary: Hashable, Sendable {
  /// Photos that the network has looked at in this run.
  package var analysed = 0
  /// Photos whose file is not there.
  package var missing = 0
  /// Photos whose file has other bytes than when it was indexed.
  package var changed = 0
  /// Photos that could not be looked at although their file is as it was: the network crashed or took too
  /// long, or the file cannot be read.
  package var failed = 0
  /// The first of the photos that were not looked at, with a sentence why each.
  package var problems: [Problem] = []
  /// Whether the user stopped the run; what is left is done by the next one.
  package var interrupted = false
  /// Seconds from start to end.
  package var seconds = 0.0

  /// Problems beyond this number are only counted.
  package static let mostProblems = 100

  /// A photo that was not looked at.
  package struct Problem: Hashable, Sendable {
    /// The first place of its file.
    package let path: FilePath
    /// A sentence for the user.
    package let sentence: String
  }

  package init() {}

  /// Photos whose file was missing or changed: they are as they were.
  package var skipped: Int { missing + changed }

  mutating func note(_ path: FilePath, _ sentence: String) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(Problem(path: path, sentence: sentence))
  }
}
