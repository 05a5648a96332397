internal import Catalog
internal import Foundation
package import Labels
package import Library
package import PhotoCore

/// A run that was asked for in the web app, as it stands.
package struct Job: Hashable, Sendable {
  /// The number of its row.
  package let id: Int64
  /// What is to be done.
  package let kind: JobKind
  /// The folders that it is about; empty for those that are about none.
  package let folders: [FilePath]
  /// What a network is to look at again; nil for jobs of other kinds.
  package let reanalysis: ReanalysisTarget?
  /// The label that is taught; nil for jobs of other kinds.
  package let training: LabelTrainingTarget?
  /// When it was asked for, in milliseconds since 1970 UTC.
  package let createdMilliseconds: Int64
  /// How far it is.
  package internal(set) var state: JobState
  /// What is being done now; nil while it is not running.
  package internal(set) var progress: RunProgress?
  /// How far a label's training is, with its curve; nil while it is not running, and for other kinds.
  package internal(set) var teaching: LabelJobProgress?
  /// Files a second in the present stage; nil until that can be said.
  package internal(set) var rate: Double?
  /// What it did so far.
  package internal(set) var summary = JobSummary()
  /// A sentence about what went wrong; nil for nothing.
  package internal(set) var message: String?
  /// When it ended, in milliseconds since 1970 UTC; nil before.
  package internal(set) var finishedMilliseconds: Int64?

  init(_ record: JobRecord) {
    id = record.id
    kind = record.kind
    folders = record.folders
    reanalysis = record.parameters.flatMap { text in
      try? JSONDecoder().decode(ReanalysisTarget.self, from: Data(text.utf8))
    }
    training = record.parameters.flatMap { text in
      try? JSONDecoder().decode(LabelTrainingTarget.self, from: Data(text.utf8))
    }
    createdMilliseconds = record.createdMilliseconds
    state = record.state
    message = record.message
    finishedMilliseconds = record.finishedMilliseconds
    if let text = record.summary,
      let stored = try? JSONDecoder().decode(JobSummary.self, from: Data(text.utf8))
    {
      summary = stored
    }
  }

  /// Seconds until the present stage is done; nil until that can be said.
  package var remainingSeconds: Double? {
    guard let rate, rate > 0, let progress, let total = progress.total else { return nil }
    return Double(max(0, total - progress.done)) / rate
  }

  /// What a person reads: `Add /media/card`.
  package var title: String {
    let names = folders.map(\.description).joined(separator: ", ")
    return switch kind {
    case .add: "Add \(names)"
    case .importing: "Copy \(names) into the library"
    case .refresh: "Re-scan all folders"
    case .retry: "Try set-aside files again"
    case .upload: "Import uploaded files"
    case .analyseAgain: Self.title(reanalysis)
    case .trainLabel:
      training?.learns == false ? "Apply a label to photos" : "Train a label"
    }
  }

  private static func title(_ target: ReanalysisTarget?) -> String {
    guard let target else { return "Re-scan photos" }
    let query = target.query.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    return "Re-scan \(query.map { "the photos of “\($0)”" } ?? "all photos") with \(target.model)"
      + (target.isThorough ? " (thorough)" : "")
  }

  var summaryJSON: String? {
    (try? JSONEncoder().encode(summary)).map { String(decoding: $0, as: UTF8.self) }
  }
}
